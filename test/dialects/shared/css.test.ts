import path from 'node:path';
import { expect, test } from 'vitest';
import { Project } from '../../../src/1-load/dialects/project.ts';
import { type CssOptions, readCss } from '../../../src/1-load/dialects/shared/css.ts';
import { Report } from '../../../src/base/diagnostics/report.ts';
import { Inputs } from '../../../src/base/inputs.ts';
import { temporaryFolder } from '../../support/files.ts';

function read(css: string, more: Partial<CssOptions> = {}) {
  const root = temporaryFolder({ 'public/a b.png': '', 'styles/c.png': '', 'styles/d.css': '' });
  const deck = { path: 'slides/talk.md', realPath: path.join(root, 'slides/talk.md'), text: css };
  const options = { cwd: root, root, allowRemote: false, share: false };
  const report = new Report();
  const project = new Project(deck, options, new Inputs());
  const given = { file: deck, deck: deck.realPath, project, report, ...more };
  const text = readCss(css, given).replaceAll(/\s+/g, ' ');
  return {
    text,
    messages: report.diagnostics.map(({ message, span }) => `${span?.line} ${message}`),
  };
}

test('paths are those from the deck', () => {
  expect(read('h1 { background: url("/a%20b.png") }').text).toBe(
    'h1 { background: url("../public/a b.png") }',
  );
  expect(read('@import "/styles/d.css"; a { b: url(#c) url(data:x) }').text).toBe(
    '@import "../styles/d.css"; a { b: url("#c") url("data:x") }',
  );
});

test('what would load something is left out', () => {
  const { text, messages } = read(
    '@import url(https://fonts.example.org/x);\n@charset "utf-8";\nb { c: d;\n e: url(https://a.org/f.png) }',
  );
  expect(text).toBe('b { c: d }');
  expect(messages).toEqual([
    '1 styles and fonts of other places are left out: a deck loads nothing',
    '4 files that are not in the project are left out of rules of CSS',
  ]);
});

test('broken rules are left out, and the others stay', () => {
  const { text, messages } = read('a { b: c }\nd { e f }\ng { h: i }');
  expect(text).toBe('a { b: c } g { h: i }');
  expect(messages).toEqual(['2 broken CSS is left out']);
});

test('selectors and imports are those of Lectern', () => {
  const mapSelector = (selector: string) =>
    selector === 'x' ? undefined : selector.replace(/^section/, ':scope');
  const readImport = (name: string) => (name === 'default' ? '' : undefined);
  const css =
    '@import "default"; section h1, x { a: b; & c { d: e } } x { f: g } @media print { section { h: i } } @keyframes j { from { k: l } }';
  expect(read(css, { mapSelector, readImport }).text).toBe(
    ':scope h1 { a: b; & c { d: e } } @media print { :scope { h: i } } @keyframes j { from { k: l } }',
  );
});

test('lists of fonts end in one that every browser has, and names of fonts stay', () => {
  expect(read('@font-face { font-family: Pear } h1 { font-family: Pear }').text).toBe(
    '@font-face { font-family: Pear } h1 { font-family: Pear, sans-serif }',
  );
});
