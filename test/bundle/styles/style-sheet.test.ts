import { describe, expect, test } from 'vitest';
import { StyleFiles } from '../../../src/5-bundle/styles/style-files.ts';
import { readStyleSheet } from '../../../src/5-bundle/styles/style-sheet.ts';
import { Report } from '../../../src/base/diagnostics/report.ts';
import { Inputs } from '../../../src/base/inputs.ts';
import { temporaryFolder } from '../../support/files.ts';
import { optionsFor, problems, textFile } from '../support.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';

async function read(css: string, files: Readonly<Record<string, string>> = {}) {
  const root = temporaryFolder({ 'own.css': css, ...files });
  const report = new Report();
  const sheet = await readStyleSheet(
    textFile(root, 'own.css', css),
    optionsFor(root),
    new Inputs(),
    report,
    new StyleFiles(),
  );
  return { ...sheet, root, problems: problems(report) };
}

describe('imports', () => {
  test('stand in the place of their rule, in their media', async () => {
    const { css, problems } = await read('@charset "utf-8";@import "a/x.css" print;b{c:d}', {
      'a/x.css': '@import url(../y.css);x{y:z}',
      'y.css': 'e{f:g}',
    });
    expect(problems).toEqual([]);
    expect(css.replace(/\s/g, '')).toBe('@mediaprint{e{f:g}x{y:z}}b{c:d}');
  });

  test('a bare name is a theme: the project’s, and from there Lectern’s own', async () => {
    const { css, problems } = await read('@import "ink";', {
      'themes/ink/theme.css': '@import "ink"; .mine { color: red }',
    });
    expect(problems).toEqual([]);
    expect(css).toContain('.mine');
    expect(css).toContain('--color-accent');
  });

  test('errors are located at their rules', async () => {
    const { problems } = await read(
      '@import "none.css";\n@import "https://a.example/x.css";\n  @import "loop.css";\n@import "b.css" layer(x);\n@import "broken.css";',
      { 'loop.css': '@import "own.css";', 'b.css': '', 'broken.css': 'a {\n  color red;\n}' },
    );
    expect(problems).toEqual([
      'file-missing 1:9 there is no file "none.css"',
      'theme-css 2:9 this style sheet is on the web; a deck carries its styles',
      'theme-css 4:9 an import can have conditions on media only',
      'theme-css 1:9 "own.css" comes to import itself',
      'theme-css 2:8 broken CSS: expected ":"',
    ]);
  });
});

test('images stand inside, and their characters are known', async () => {
  const { css, characters, problems } = await read(
    '.a{background:url(x.svg#part) no-repeat}.b::after{content:"→" url("#id")}',
    { 'x.svg': svg },
  );
  expect(problems).toEqual([]);
  const data = Buffer.from(svg).toString('base64');
  expect(css).toBe(
    `.a{background:url("data:image/svg+xml;base64,${data}#part") no-repeat}.b::after{content:"→" url("#id")}`,
  );
  expect(characters).toBe('→');
});

test('what is on the web, or stands bare in image-set(), is an error at its place', async () => {
  const { problems } = await read(
    '.a {\n  background: red url(//a.example/x.png);\n}\n.b { background: image-set("x.svg" 1x) }',
    { 'x.svg': svg },
  );
  expect(problems).toEqual([
    'theme-css 2:23 this file is on the web; a deck carries its files',
    'theme-css 4:18 in image-set(), files stand in url("…")',
  ]);
});

test('broken CSS is an error at its place', async () => {
  expect((await read('.a { color: red;\n.b { color: "x }')).problems).toEqual([
    'theme-css 2:17 broken CSS: expected "}" to go with "{"',
    'theme-css 2:17 broken CSS: unterminated string token',
  ]);
});

test('fonts that are files are taken out, with what Lectern has to know of them', async () => {
  const { css, faces, problems } = await read(
    `@font-face {
  font-family: Text;
  src: url("npm:some-font/files/text.woff2") format("woff2");
  font-variation-settings: "opsz" 32, "wght" 400.5;
  -lectern-for: "pre, .quote";
  unicode-range: U+0-FF;
}
@font-face { font-family: Sign; src: url(data:font/woff;base64,AAAA) }`,
  );
  expect(problems).toEqual([]);
  expect(css.trim()).toMatch(/^@font-face \{ font-family: Sign/);
  expect(faces).toEqual([
    {
      source: 'npm:some-font/files/text.woff2',
      from: expect.stringMatching(/own\.css$/),
      span: { file: 'own.css', line: 3, column: 13, length: 30 },
      descriptors: [
        ['font-family', 'Text'],
        ['unicode-range', 'U+0-FF'],
      ],
      axes: { opsz: 32, wght: 400.5 },
      elements: ['pre', '.quote'],
      range: 'U+0-FF',
    },
  ]);
});

describe('what style sheets embed is bounded', () => {
  const large = `<svg xmlns="http://www.w3.org/2000/svg"><!--${'x'.repeat(2 ** 20)}--></svg>`;
  const named = (count: number) =>
    Array.from({ length: count }, (_, i) => `.a${i} { background: url(large.svg) }\n`).join('');

  test('a file counts as often as it is named', async () => {
    const { ok } = await read(named(49), { 'large.svg': large });
    expect(ok).toBe(true);
    const { problems } = await read(named(70), { 'large.svg': large });
    expect(problems).toEqual([
      'file-large 50:24 with "large.svg", the files of the style sheets have more than 50 MB',
    ]);
  });

  test('in all style sheets of a page together, imports included', async () => {
    const root = temporaryFolder({ 'large.svg': large, 'rest.css': named(30) });
    const report = new Report();
    const files = new StyleFiles();
    for (const name of ['a.css', 'b.css']) {
      const sheet = textFile(root, name, '@import "rest.css";');
      await readStyleSheet(sheet, optionsFor(root), new Inputs(), report, files);
    }
    expect(problems(report)).toEqual([
      'file-large 20:24 with "large.svg", the files of the style sheets have more than 50 MB',
    ]);
  });

  test('and so is the text of the style sheets', async () => {
    const root = temporaryFolder({});
    const report = new Report();
    const files = new StyleFiles();
    expect(files.addSheet(32 * 2 ** 20 - 10)).toBeUndefined();
    const sheet = textFile(root, 'a.css', 'a { color: red }');
    await readStyleSheet(sheet, optionsFor(root), new Inputs(), report, files);
    expect(problems(report)).toEqual([
      'theme-css 1:1 the style sheets are larger than 32 MB, with their imports',
    ]);
  });
});
