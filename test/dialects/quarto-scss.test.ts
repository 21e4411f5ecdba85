import { expect, test } from 'vitest';
import { buildPage } from '../../build.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { temporaryFolder } from '../support/files.ts';

const deck = `---
format:
  revealjs:
    theme: [simple, custom.scss]
---

## The harvest

A [link](https://example.org)
`;

test('variables of themes in SCSS set those of ours, also through others', async () => {
  const scss = `/*-- scss:defaults --*/
$brand: #06436e;
$body-color: #123456 !default;
$presentation-heading-color: $brand; // of the house
$link-color: #00619e;
$presentation-font-size-root: 30px;
`;
  const folder = temporaryFolder({ 'deck.qmd': deck, 'custom.scss': scss });
  const options = { cwd: folder, root: folder, allowRemote: false, share: false } as const;
  const report = new Report();
  const page = await buildPage('deck.qmd', options, report);
  expect(report.diagnostics.map(({ code }) => code)).toEqual([]);
  const set = [
    ...['--color-text: ?#123456', '--color-heading: ?#06436e', '--color-link: ?#00619e'],
    '--size-text: ?1.734rem',
  ];
  const missing = set.filter((rule) => !new RegExp(rule).test(page?.html ?? ''));
  expect(missing).toEqual([]);
});

test('rules of style sheets in SCSS apply, with the values of variables and colors', async () => {
  const scss = `/*-- scss:defaults --*/
$brand: #06436e;
$link-color: darken($brand, 10%);
/*-- scss:rules --*/
.reveal .slide {
  $width: 4px;
  .note { border-left: $width solid lighten($brand, 20%); &.big { margin: $width * 2; } }
  @media print { .note { color: rgba($brand, 0.2); } }
}
@each $name in "a", "b" { .#{$name} { color: red } }
`;
  const text = `${deck}\n::: {.note .big}\nText\n:::\n`;
  const folder = temporaryFolder({ 'deck.qmd': text, 'custom.scss': scss });
  const options = { cwd: folder, root: folder, allowRemote: false, share: false } as const;
  const report = new Report();
  const page = await buildPage('deck.qmd', options, report);
  expect(report.diagnostics.map(({ message }) => message)).toEqual([
    'of "custom.scss", this is not used: @each',
  ]);
  const rules = [
    ...['--color-link: ?#03263e', 'border-left: ?4px solid #0b7ecf', 'margin: ?(?:8px|calc\\(4px)'],
    'color: ?(?:rgb\\(6 67 110 ?/ ?(?:0?.2|20%)\\)|#06436e33)',
  ];
  const missing = rules.filter((rule) => !new RegExp(rule).test(page?.html ?? ''));
  expect(missing).toEqual([]);
});
