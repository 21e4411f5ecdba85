import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { buildPage } from '../../build.ts';
import { formatDiagnostic } from '../../src/base/diagnostics/format.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { noMemo } from '../../src/base/memo/memo.ts';
import { reportFailures } from '../../src/check/failures.ts';
import { openSlideStore } from '../../src/cli/build/slide-store.ts';
import type { Memo } from '../../src/model/source.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';

const dot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';

const plain = Array.from(
  { length: 8 },
  (_, i) => `## Plain ${i} {#p${i}}

- *one* “two” [first](#start)
- [third](#/3) and {{name}}

\`\`\`ts {1|2}
const n = ${i};
const text = \`<b>\`;
\`\`\`

![A dot](dot.svg)

Note:
Say ${i}.`,
);

const slides = [
  '# Start',
  ...plain,
  '---\nlayout: section\ntime: 2m\n---\n\n# Part\n\nSee \\eqref{eq-x}.',
  '## Twins\n\nA note[^n] and $x^2$.\n\n[^n]: What it says.',
  '## Twins\n\n$$ x^2 $$ {#eq-x}\n\n### Inner',
  '---\nsrc: part.md\n---',
  '## Samples\n\n```js file=code.js\n```\n\n```chart bar file=data.csv\n```',
];

const matter = 'title: T\nvars: { name: Ada }\nfooter: "{{section}} {{title}}"\nnumbers: n/total';
const files = {
  'package.json': '{}',
  'dot.svg': dot,
  'part.md': '## Included\n\n![A dot](dot.svg)\n\n---\n\n## Included too',
  'code.js': 'let a = 1;\n',
  'data.csv': 'a,b\n1,2\n3,4\n',
  'deck.md': deckOf(matter, slides),
};

function deckOf(front: string, texts: readonly string[]): string {
  const joined = texts
    .map((text) => (text.startsWith('---') ? text : `---\n\n${text}`))
    .join('\n\n');
  return `---\n${front}\n---\n\n${joined.replace(/^---\n\n/, '')}\n`;
}

/** Names an edit, and what files are after it. */
const edits: readonly (readonly [name: string, changed: Readonly<Record<string, string>>])[] = [
  ['nothing', {}],
  ['a slide', { 'deck.md': deckOf(matter, slides.with(2, `${slides[2]}\n\nMore.`)) }],
  ['a title before the same title', { 'deck.md': deckOf(matter, slides.with(3, '## Twins')) }],
  ['slides moved', { 'deck.md': deckOf(matter, [...slides.slice(3), ...slides.slice(0, 3)]) }],
  ['a slide added', { 'deck.md': deckOf(matter, slides.toSpliced(1, 0, '## New\n\n[^n]')) }],
  ['slides removed', { 'deck.md': deckOf(matter, slides.toSpliced(2, 3)) }],
  ['a link definition', { 'deck.md': deckOf(matter, slides.with(1, '[one]: https://a.example/')) }],
  ['another theme', { 'deck.md': deckOf(`${matter}\ntheme: ink`, slides) }],
  ['another language', { 'deck.md': deckOf(`${matter}\nlang: de`, slides) }],
  ['another variable', { 'deck.md': deckOf(matter.replace('Ada', 'Eve'), slides) }],
  ['other numbers', { 'deck.md': deckOf(matter.replace('n/total', 'n'), slides) }],
  ['divided slides', { 'deck.md': deckOf(`${matter}\nfit: split`, slides) }],
  ['larger steps', { 'deck.md': deckOf(`${matter}\nincremental: true`, slides) }],
  ['an included file', { 'part.md': '## Other\n\n![](none.svg)' }],
  ['a named file', { 'code.js': 'let b = 2;\n', 'data.csv': 'a,b\n1,5\n' }],
  ['an image', { 'dot.svg': dot.replace('0 0 9 9', '0 0 9 3') }],
  ['a failure', { 'deck.md': deckOf(matter, slides.with(4, '## Plain\n\n![](dot.svg) [](#a)')) }],
  ['other languages of code', { 'deck.md': deckOf(matter, ['```css\na {}\n```', ...slides]) }],
];

let folder: string;

beforeEach(() => {
  folder = temporaryFolder(files);
});

async function build(memo: Memo) {
  const deck = path.join(folder, 'deck.md');
  const options = { cwd: folder, root: folder, allowRemote: false, share: false, memo };
  const report = new Report();
  const page = await buildPage(deck, options, report);
  if (page) await reportFailures(page.contents.deck, page, { deck, options }, report);
  const messages = report.diagnostics.map((each) => formatDiagnostic(each));
  return { html: page?.html, messages };
}

function openStore() {
  const options = { cwd: folder, root: folder, allowRemote: false, share: false };
  const store = openSlideStore(path.join(folder, 'deck.md'), options);
  if (!store) throw new Error('there is no store');
  return store;
}

async function buildWithStore() {
  const store = openStore();
  const built = await build(store);
  store.save();
  return built;
}

/** The first build of a deck stores nothing. */
async function fillStore() {
  await buildWithStore();
  return buildWithStore();
}

/** The only store in a cache of its own. */
function storeIn(cache: string): string {
  const name = readdirSync(cache).find((each) => each.startsWith('slides-'));
  return path.join(cache, name ?? 'none');
}

function useOwnCache(): string {
  const cache = path.join(temporaryFolder(), 'cache');
  vi.stubEnv('LECTERN_CACHE', cache);
  return cache;
}

describe('a build with the slides of an earlier process', () => {
  test.each(edits)('writes the same page and messages after an edit: %s', async (_, changed) => {
    await fillStore();
    writeFiles(folder, changed);
    const fresh = await build(noMemo);
    expect(await buildWithStore()).toEqual(fresh);
    expect(await buildWithStore()).toEqual(fresh);
  });

  test('neither parses nor renders slides that have not changed', async () => {
    await fillStore();
    writeFiles(folder, { 'deck.md': deckOf(matter, slides.with(2, `${slides[2]}\n\nMore.`)) });
    const store = openStore();
    await build(store);
    // The slide, its HTML and its failures.
    expect(store.counts).toEqual({ computed: 3, reused: 30 });
  });

  test('does without a damaged store, and writes another', async () => {
    const cache = useOwnCache();
    await fillStore();
    const fresh = await buildWithStore();
    const file = storeIn(cache);
    const bytes = readFileSync(file);
    const text = bytes.toString('latin1');
    for (const damaged of [text.slice(0, 500), text.replace('Plain', 'PLAIN'), undefined]) {
      if (damaged === undefined) rmSync(file);
      else writeFileSync(file, damaged, 'latin1');
      expect(await fillStore()).toEqual(fresh);
      expect(readFileSync(file).equals(bytes)).toBe(true);
    }
  });
});

test('pages for others have no store, as their slides are not the same', () => {
  const options = { cwd: folder, root: folder, allowRemote: false, share: true };
  expect(openSlideStore(path.join(folder, 'deck.md'), options)).toBeUndefined();
});
