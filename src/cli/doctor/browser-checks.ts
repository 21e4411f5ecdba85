import {
  type Browser,
  type BrowserSettings,
  startBrowser,
} from '../../6-export/browser/browser.ts';
import { BrowserError } from '../../6-export/browser/browser-error.ts';
import { findBrowser } from '../../6-export/browser/find.ts';
import type { DoctorCheck } from './doctor-check.ts';

/** What a browser draws with the fonts of the system. */
interface DrawnFonts {
  readonly emoji: boolean;
  readonly cjk: boolean;
}

/** A page that measures the fonts of the system: what is drawn alike for two characters is an empty box. */
const fontPage = `<!doctype html><html lang="en" data-ready><title>Fonts</title><script>
const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 64 });
const context = canvas.getContext('2d', { willReadFrequently: true });
const draw = (text) => {
  context.clearRect(0, 0, 64, 64);
  context.font = '32px sans-serif';
  context.fillText(text, 8, 48);
  return [...context.getImageData(0, 0, 64, 64).data];
};
const isColored = (pixels) => pixels.some((value, i) => i % 4 === 0 && Math.max(value, pixels[i + 1], pixels[i + 2]) - Math.min(value, pixels[i + 1], pixels[i + 2]) > 32);
window.drawn = () => ({
  emoji: isColored(draw('\\u{1F600}')),
  cjk: new Set(['\\u6F22', '\\u5B57', '\\u3042', '\\uD55C'].map((each) => draw(each).join())).size === 4,
});
</script></html>`;

/** The browser that `export` and `check` use, and what it draws with the fonts of the system. */
export async function checkBrowser(settings: BrowserSettings): Promise<readonly DoctorCheck[]> {
  const place = settings.url ?? settings.file ?? findBrowser() ?? '';
  let browser: Browser | undefined;
  try {
    browser = await startBrowser(settings);
    const found = `${await browser.version()} in ${place}`;
    const tab = await browser.open(fontPage);
    const fonts = await tab.evaluate<DrawnFonts>('drawn()');
    return [{ name: 'Browser', status: 'ok', found }, sandbox(settings), ...fontChecks(fonts)];
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error;
    const { message, hint } = error;
    return [{ name: 'Browser', status: 'error', found: message, hint }];
  } finally {
    await browser?.stop();
  }
}

function sandbox({ sandbox: isOn, url }: BrowserSettings): DoctorCheck {
  const name = 'Sandbox';
  if (url !== undefined) return { name, status: 'ok', found: 'that of the running browser' };
  if (isOn) return { name, status: 'ok', found: 'on' };
  const hint = 'only for decks that you trust: run as another user, without LECTERN_NO_SANDBOX';
  return { name, status: 'warning', found: 'off', hint };
}

function fontChecks({ emoji, cjk }: DrawnFonts): readonly DoctorCheck[] {
  return [
    emoji
      ? { name: 'Emoji font', status: 'ok', found: 'in color' }
      : {
          name: 'Emoji font',
          status: 'warning',
          found: 'none in color',
          hint: 'install Noto Color Emoji (fonts-noto-color-emoji), or exports show no emoji in color',
        },
    cjk
      ? { name: 'CJK font', status: 'ok', found: 'Chinese, Japanese and Korean' }
      : {
          name: 'CJK font',
          status: 'warning',
          found: 'none for all of Chinese, Japanese and Korean',
          hint: 'for decks in these languages, install Noto Sans CJK (fonts-noto-cjk), or name fonts in the deck',
        },
  ];
}
