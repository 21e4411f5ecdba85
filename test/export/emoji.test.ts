import { expect } from 'vitest';
import { findColorlessEmoji } from '../../src/6-export/browser/emoji.ts';
import { test } from '../support/browser/browser.ts';

test('emoji that are not drawn in color are found', async ({ browser }) => {
  const page = await browser.openWindow();
  const find = async (text: string, color: string) => {
    await page.setContent(`<div class="slides"><p>${text}</p></div>`);
    return page.evaluate(
      ([script = '', fill = '']) => {
        // What is drawn depends on the fonts of the machine.
        CanvasRenderingContext2D.prototype.fillText = function () {
          this.fillStyle = fill;
          this.fillRect(10, 10, 10, 10);
        };
        // biome-ignore lint/security/noGlobalEval: as `Tab.evaluate` does it
        return globalThis.eval(script) as string;
      },
      [findColorlessEmoji, color],
    );
  };
  expect(await find('Done 🎉 and 🚀', 'black')).toBe('🎉');
  expect(await find('Love ❤️', '#777')).toBe('❤️');
  expect(await find('Done 🎉', 'gold')).toBe('');
  expect(await find('Text ✓ → © 1 # *', 'black')).toBe('');
});
