import path from 'node:path';
import { expect } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { fence } from './specs.ts';

const names = ['blue', 'navy', 'red', 'darkgreen', 'purple', 'yellow', 'gray', 'white', 'black'];
const deck = [
  fence(
    'dot',
    `graph { ${names.map((name) => `${name} [fontcolor=${name} color=${name}]`).join('; ')}
  own [style=filled fillcolor=navy fontcolor=white]; b [style=filled fillcolor=lightyellow fontcolor=blue] }`,
  ),
  fence(
    'mermaid',
    `flowchart LR\n${names.map((name) => `  ${name} --> z\n  style ${name} color:${name},stroke:${name}`).join('\n')}
  own\n  style own fill:navy,color:white`,
  ),
].join('\n---\n\n');

/** Runs in the page: the contrast of each text of a diagram with what is below it, and the hue of its color. */
function measureTexts() {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const read = (css: string): readonly number[] => {
    if (!context) throw new Error('there is no canvas');
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
  };
  const luminance = (css: string) => {
    const [r = 0, g = 0, b = 0] = read(css).map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return [...document.querySelectorAll('.diagram .node text')].map((text) => {
    const shape = text.closest('.node')?.querySelector('rect, ellipse, polygon');
    const [ink, below] = [getComputedStyle(text).fill, shape ? getComputedStyle(shape).fill : ''];
    const [light, dark] = [luminance(ink), luminance(below)].sort((a, b) => b - a);
    const contrast = ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
    return {
      name: text.textContent,
      contrast,
      color: read(ink).map((part) => Math.round(part * 255)),
    };
  });
}

test.for(['night', 'ink', 'terminal', 'paper'])(
  "the author's colors of texts can be read: %s",
  async (theme, { openDeck }) => {
    const folder = temporaryFolder({ 'deck.md': `---\ntheme: ${theme}\n---\n\n${deck}` });
    const root = path.parse(packageRoot).root;
    await lectern(['build', 'deck.md', '--root', root, '--out', 'deck.html'], folder);
    const { page } = await openDeck(path.join(folder, 'deck.html'));
    await whenReady(page);
    const texts = await page.evaluate(measureTexts);
    expect(texts.length).toBeGreaterThan(18);
    for (const { name, contrast } of texts) {
      expect([name, contrast >= 4.5, contrast]).toEqual([name, true, contrast]);
    }
    const [r = 0, g = 0, b = 0] = texts.find(({ name }) => name === 'blue')?.color ?? [];
    expect(b).toBeGreaterThan(Math.max(r, g));
    expect(texts.find(({ name }) => name === 'own')?.color).toEqual([255, 255, 255]);
  },
);
