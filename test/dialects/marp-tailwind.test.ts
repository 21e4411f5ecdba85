import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { buildPage } from '../../build.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { test } from '../support/browser/browser.ts';
import { temporaryFolder } from '../support/files.ts';

const columns = `
<div class="grid grid-cols-2 gap-4">
<div>

Left

</div>
<div>

Right

</div>
</div>
`;

const sheet = "@import url('https://unpkg.com/tailwindcss@^2/dist/utilities.min.css');";

const decks: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['its front matter', `---\nmarp: true\nstyle: ${sheet}\n---\n${columns}`, {}],
  ['a style', `---\nmarp: true\n---\n\n<style scoped>${sheet}</style>\n${columns}`, {}],
  [
    'its theme',
    `---\nmarp: true\ntheme: own\n---\n${columns}`,
    { 'own.css': `/* @theme own */\n@import 'default';\n${sheet}\n` },
  ],
];

test.for(decks)(
  'classes of Tailwind arrange a deck of Marp that imports it in %s',
  async ([, text, files], { openDeck }) => {
    const folder = temporaryFolder({ 'deck.md': text, ...files });
    const options = { cwd: folder, root: folder, allowRemote: false, share: false } as const;
    const report = new Report();
    const built = await buildPage('deck.md', options, report);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['dialect-read']);
    const file = path.join(folder, 'deck.html');
    writeFileSync(file, built?.html ?? '');
    const { page } = await openDeck(file);
    const tops = await page.$$eval('.grid p', (all) =>
      all.map((text) => Math.round(text.getBoundingClientRect().top)),
    );
    expect(tops).toHaveLength(2);
    expect(tops[0]).toBe(tops[1]);
  },
);
