import path from 'node:path';
import { expect, test } from 'vitest';
import { buildPage } from '../../../build.ts';
import { Report } from '../../../src/base/diagnostics/report.ts';
import type { Dialect } from '../../../src/model/source.ts';
import { temporaryFolder } from '../../support/files.ts';

/** Values of CSS that browsers would load something for, however they are written. */
const values = [
  'url(http://x.test/)',
  'u\\72l(http://x.test/)',
  '\\75 rl(http://x.test/)',
  'u/**/rl(http://x.test/)',
  'url(x.test /a)',
  'src("http://x.test/")',
  'image("http://x.test/")',
  'image-set("http://x.test/" 1x)',
  'image-\\73 et("http://x.test/" 1x)',
  '-webkit-image-set(url(http://x.test/) 1x)',
  'cross-fade(url(http://x.test/), red)',
];

const attribute = (value: string) =>
  `<b style="background: ${value.replaceAll('"', '&quot;')}">b</b>`;

const places: readonly (readonly [Dialect, string, (value: string) => string])[] = [
  ...(['marp', 'slidev', 'reveal'] as const).flatMap((dialect) => [
    [dialect, 'an attribute', (value: string) => `# A\n\n${attribute(value)}\n`] as const,
    [
      dialect,
      'an element',
      (value: string) => `# A\n\n<style>\np { background: ${value} }\n</style>\n\nText\n`,
    ] as const,
  ]),
  [
    'reveal',
    'a slide',
    (value) => `<!-- .slide: style="background: ${value.replaceAll('"', "'")}" -->\n# A\n`,
  ],
  ['marp', 'the deck', (value) => `---\nstyle: |\n  p { background: ${value} }\n---\n\n# A\n`],
  ['quarto', 'an attribute', (value) => `# A\n\n${attribute(value)}\n`],
  ['pandoc', 'an attribute', (value) => `# A\n\n${attribute(value)}\n`],
];

/** Builds a deck, whose page must load nothing. @returns the places of what is reported */
async function expectSafe(dialect: Dialect, text: string) {
  const cwd = temporaryFolder({ 'deck.md': text });
  const report = new Report();
  const options = { cwd, root: cwd, allowRemote: false, share: true, dialect };
  const page = await buildPage(path.join(cwd, 'deck.md'), options, report);
  expect(page?.html ?? '', text).not.toMatch(/[({\s"]x\.test|\/\/x\.test\/(?!<)/);
  const spans = report.diagnostics.map(({ span }) => span);
  for (const span of spans) expect(span?.column, text).toBeGreaterThan(0);
  return spans;
}

test.each(places)('styles of %s load nothing: in %s', async (dialect, place, write) => {
  const texts = [...values, '@import'].map((value) =>
    write(value === '@import' ? 'red } @\\69mport "http://x.test/"; a { b: c' : value),
  );
  if (place === 'the deck') {
    for (const text of texts) expect(await expectSafe(dialect, text), text).not.toEqual([]);
    return;
  }
  // A slide each, so that none changes what another one means.
  const deck = texts.join('\n---\n\n');
  const spans = await expectSafe(dialect, deck);
  let first = 1;
  for (const text of texts) {
    const next = first + text.split('\n').length + 2;
    const inText = spans.filter((span) => span && span.line >= first && span.line < next);
    expect(inText, `${text} in line ${first}`).not.toEqual([]);
    first = next;
  }
});
