import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { trimRevealCss } from '../../src/5-bundle/styles/reveal-css.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { buildLayouts, themeNames } from './support.ts';

const revealCss = createRequire(import.meta.url).resolve('reveal.js/reveal.css');

/** What looks the same whatever the theme: the speaker view, the overview, pen, panels. */
const tools = ['overview', 'speaker', 'tools'].map((name) => {
  const file = path.join(packageRoot, 'themes/base/views', `${name}.css`);
  return transformSync(readFileSync(file, 'utf8'), { loader: 'css', minify: true }).code;
});

/** Those of the deck of layouts. */
const effects = {
  transitions: new Set(['fade']),
  autoAnimates: false,
  fragments: new Set<string>(),
};

test.each(themeNames)(
  'the theme %s costs at most 12 kB beside reveal.js’ own styles and those of the tools',
  async (theme) => {
    const html = readFileSync(await buildLayouts(`theme: ${theme}`), 'utf8');
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    const rules = style.replace(/@font-face\{[^}]*\}/g, '');
    const reveal = trimRevealCss(readFileSync(revealCss, 'utf8'), effects);
    const cost = gzipSync(rules).length - gzipSync([reveal, ...tools].join('')).length;
    expect(cost).toBeGreaterThan(1000);
    expect(cost).toBeLessThan(12 * 1024);
  },
);
