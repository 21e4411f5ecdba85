import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { effectsIn, trimRevealCss } from '../../src/4-bundle/reveal-css.ts';
import { buildLayouts, themeNames } from './support.ts';

const revealCss = createRequire(import.meta.url).resolve('reveal.js/reveal.css');

test.each(themeNames)(
  'the theme %s costs at most 12 kB beside reveal.js’ own styles',
  async (theme) => {
    const html = readFileSync(await buildLayouts(`theme: ${theme}`), 'utf8');
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    const rules = style.replace(/@font-face\{[^}]*\}/g, '');
    const [slides = ''] = /<main[\s\S]*<\/main>/.exec(html) ?? [];
    const reveal = trimRevealCss(readFileSync(revealCss, 'utf8'), effectsIn(slides, 'fade'));
    const cost = gzipSync(rules).length - gzipSync(reveal).length;
    expect(cost).toBeGreaterThan(1000);
    expect(cost).toBeLessThan(12 * 1024);
  },
);
