import type { Page } from 'playwright-core';

/** What a point of the window shows, as red, green and blue from 0 to 255. */
export async function pixelAt(page: Page, x: number, y: number): Promise<readonly number[]> {
  return decodePixel(await page.screenshot({ clip: { x, y, width: 1, height: 1 } }), page);
}

/** The first pixel of a PNG, as in {@link pixelAt}. @param page runs scripts */
export function decodePixel(png: Buffer, page: Page): Promise<readonly number[]> {
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
  }, png.toString('base64'));
}
