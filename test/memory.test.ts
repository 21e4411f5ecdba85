import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { buildPage } from '../build.ts';
import { loadDeck } from '../src/1-load/load.ts';
import { parseDeck } from '../src/2-parse/parse.ts';
import { resolveDeck } from '../src/3-resolve/resolve.ts';
import { renderDeck } from '../src/4-render/render.ts';
import { Report } from '../src/base/diagnostics/report.ts';
import { Inputs } from '../src/base/inputs.ts';
import { BuildMemo } from '../src/base/memo/memo.ts';
import { openSlideStore } from '../src/cli/build/slide-store.ts';
import type { BuildOptions } from '../src/model/source.ts';
import { temporaryFolder } from './support/files.ts';

/** What an edit may bring: marks that begin or end something, in and out of place. */
const lines = [
  '',
  '---',
  '--',
  '```',
  '````ts {1|2}',
  '~~~',
  '$$',
  '$$ x^2 $$ {#eq-x}',
  'See \\eqref{eq-x}, and $y$.',
  ':::',
  '::: columns',
  ':::: column',
  '::right::',
  '. . .',
  'Note:',
  '<!--',
  '-->',
  '<!-- layout: quote -->',
  '<div>',
  '</div>',
  '<style>',
  '# A heading {#a-heading}',
  '## Another {.fragment}',
  '===',
  '- an item',
  '    - an inner one',
  '> a quote',
  '| a | b |',
  '|---|---|',
  '[here]: https://example.org/',
  'A note[^n].',
  'layout: statement',
  'time: 2m',
  'A :tada: and a :lucide-rocket: and {{name}}.',
  '![a dot](dot.svg)',
  '![a dot](other.svg)',
  '---\nbackground: dot.svg\n---',
  '    indented',
];

const dot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';

/** Numbers from 0 to 1, the same ones each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    // A linear congruential generator with the constants of Numerical Recipes.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Changes one place of a text, as somebody does between two saves. */
function edit(text: string, random: () => number): string {
  const all = text.split('\n');
  const at = Math.floor(random() * all.length);
  const line = lines[Math.floor(random() * lines.length)] ?? '';
  const kind = random();
  if (kind < 0.35) all.splice(at, 0, line);
  else if (kind < 0.5) all.splice(at, 1);
  else if (kind < 0.6) all.splice(at, Math.floor(random() * 12));
  else if (kind < 0.7) all.splice(at, 0, ...all.slice(at, at + Math.floor(random() * 20)));
  else if (kind < 0.85) all[at] = line;
  else all[at] = `${all[at]}${kind < 0.92 ? ' again' : '[^n]'}`;
  return all.join('\n');
}

/** All that rendering makes of a deck, and what is said of it. */
async function render(deck: string, options: BuildOptions) {
  const report = new Report();
  const inputs = new Inputs();
  const source = await loadDeck(deck, options, inputs, report);
  if (!source) return { hasErrors: true, diagnostics: report.diagnostics };
  const parsed = parseDeck(source, report);
  const rendered = renderDeck(parsed, await resolveDeck(parsed, inputs, report), options.memo);
  return {
    ...rendered,
    // Those of a store are parsed when they are asked for.
    parsed: parsed.stacks,
    features: [...rendered.features].sort(),
    hasErrors: report.hasErrors,
    diagnostics: report.diagnostics,
  };
}

/** One half of a deck's slides, below its front matter: the edits of two halves take as long as those of one deck. */
function halfOf(text: string, half: 'first' | 'second'): string {
  const [, head = '', slides = ''] = /^(---\n.*?\n---\n)(.*)$/s.exec(text) ?? [];
  const middle = slides.indexOf('\n---\n\n## ', slides.length / 2);
  return head + (half === 'first' ? slides.slice(0, middle) : slides.slice(middle + 5));
}

test.each([
  ['slides/guide.md', 1, undefined, 'first'],
  ['slides/guide.md', 2, 2, 'second'],
  ['src/templates/lecture/deck.md', 3, undefined, undefined],
  ['slides/how-aws-was-born.md', 4, undefined, undefined],
  ['test/looks/layouts.md', 5, 1, undefined],
] as const)(
  'after any edits of %s (%i), a deck is rendered as it is without a memory',
  async (name, seed, split, half) => {
    const random = numbers(seed);
    const folder = temporaryFolder({ 'package.json': '{}', 'dot.svg': dot });
    const deck = path.join(folder, 'deck.md');
    const options = { cwd: folder, root: folder, allowRemote: false, share: false };
    const memo = new BuildMemo();
    const whole = readFileSync(name, 'utf8');
    const original = half === undefined ? whole : halfOf(whole, half);
    const head = split === undefined ? '' : `\nsplit: ${split}`;
    let text = `${original.replace(/^---\n/, `---${head}\nvars: { name: Ada }\n`)}\n[^n]: What it says.\n`;
    for (let round = 0; round < 40; round++) {
      const before = text;
      text = edit(text, random);
      writeFileSync(deck, text);
      memo.nextBuild();
      const first = await render(deck, options);
      const again = await render(deck, { ...options, memo });
      // Compared by Node, in a tenth of the time, unless they differ.
      if (!isDeepStrictEqual(again, first)) expect(again, `round ${round}`).toEqual(first);
      // Several edits between two processes.
      if (round % 4 === 0) {
        const store = openSlideStore(deck, options);
        const stored = await render(deck, { ...options, ...(store && { memo: store }) });
        if (!isDeepStrictEqual(stored, first)) expect(stored, `round ${round}`).toEqual(first);
        store?.save();
      }
      // With errors, and where slides define links for others, nothing is remembered.
      if (first.hasErrors || text.includes('[here]: ')) text = before;
    }
  },
);

test('a page that follows others has the bytes of a first one', async () => {
  const random = numbers(7);
  const folder = temporaryFolder({ 'package.json': '{}', 'dot.svg': dot });
  const deck = path.join(folder, 'deck.md');
  const options = { cwd: folder, root: folder, allowRemote: false, share: false };
  const memo = new BuildMemo();
  const slides = Array.from(
    { length: 12 },
    (_, i) => `## Slide ${i}\n\n- one\n- *two* ${i}${i % 3 ? '' : '\n\n![A dot](dot.svg)'}`,
  );
  for (let round = 0; round < 20; round++) {
    const at = Math.floor(random() * slides.length);
    if (random() < 0.3) slides.splice(at, 0, `## New ${round}\n\n:tada: and “é”`);
    else slides[at] = `${slides[at]}\n\n\`\`\`ts\nconst n = ${round};\n\`\`\``;
    if (random() < 0.3) writeFileSync(path.join(folder, 'dot.svg'), `${dot}\n<!-- ${round} -->\n`);
    writeFileSync(deck, slides.join('\n\n---\n\n').replace('---', round % 2 ? '--' : '---'));
    memo.nextBuild();
    const [again, first] = await Promise.all([
      buildPage(deck, { ...options, memo }, new Report()),
      buildPage(deck, options, new Report()),
    ]);
    expect(again?.html).toBe(first?.html);
  }
});

test('what a slide has of others is right when these have changed', async () => {
  const folder = temporaryFolder({ 'package.json': '{}', 'dot.svg': dot, 'other.svg': dot });
  const deck = path.join(folder, 'deck.md');
  const options = { cwd: folder, root: folder, allowRemote: false, share: false };
  const memo = new BuildMemo();
  const last = '# Last\n\n[^a]: One.\n\n[^b]: Two.';
  const back = '<!-- background: dot.svg -->\n\n# Back';
  const shows = [back, '# Second\n\nTwo[^b]', '# Third ![a dot](dot.svg) :lucide-rocket:', last];
  for (const first of [
    '# First',
    '# First[^a]',
    '# First ![a dot](other.svg)',
    '# F {#x}',
    '# F',
    '# F\n\nMore',
    '# F',
  ]) {
    writeFileSync(deck, [first, ...shows].join('\n\n---\n\n'));
    memo.nextBuild();
    expect(await render(deck, { ...options, memo }), first).toEqual(await render(deck, options));
  }
});
