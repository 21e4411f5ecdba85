import type { TestBrowser } from './browser.ts';

/** Records some frames of changing color, the first of them red: `hsl(0 60% 50%)`. */
export async function recordVideo(browser: TestBrowser): Promise<Buffer> {
  const page = await browser.openWindow();
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [64, 36];
    const context = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: 'video/webm' });
    const chunks: Blob[] = [];
    recorder.ondataavailable = ({ data }) => {
      if (data.size > 0) chunks.push(data);
    };
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start(10);
    const paint = async (hue: number): Promise<void> => {
      if (context) context.fillStyle = `hsl(${hue} 60% 50%)`;
      context?.fillRect(0, 0, 64, 36);
      await new Promise(requestAnimationFrame);
    };
    // A busy machine skips frames, but the first one must be red: its data comes with it.
    while (chunks.length === 0) await paint(0);
    for (let hue = 0; hue < 360; hue += 30) {
      for (let frame = 0; frame < 3; frame++) await paint(hue);
    }
    recorder.stop();
    await stopped;
    const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
  });
  await page.close();
  return Buffer.from(base64, 'base64');
}
