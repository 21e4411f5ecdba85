import { expect, test } from 'vitest';
import { loadDeck } from '../../src/1-load/load.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { Inputs } from '../../src/base/inputs.ts';
import type { Dialect } from '../../src/model/source.ts';
import { temporaryFolder } from '../support/files.ts';

/** The tool that a deck is read as one of. */
async function dialectOf(
  text: string,
  files: Readonly<Record<string, string>> = {},
): Promise<Dialect | undefined> {
  const folder = temporaryFolder({ 'deck.md': text, ...files });
  const options = { cwd: folder, root: folder, allowRemote: false, share: false };
  return (await loadDeck('deck.md', options, new Inputs(), new Report()))?.dialect;
}

const threeHeadings = '# One\n\nText\n\n# Two\n\nText\n\n# Three\n\nText\n';

test.each([
  ['a README with lines across the page', '# Tool\n\n----\n\n## Use\n\n----\n\n## License\n'],
  ['a change log', threeHeadings],
  [
    'a page with attributes of its headings',
    '# Methods\n\n## all\n\n#### `after()` {.method .first}\n\nText\n\n#### `all()` {.method}\n',
  ],
  ['a page of Hugo', '# Page\n\n{{< figure src="a.png" >}}\n\nText\n'],
  ['an article', `---\ntitle: An article\nauthor: Ada\ntags: [a]\n---\n\n${threeHeadings}`],
  ['a page with columns in HTML', '# Tool\n\n<div class="column">\n\nText\n\n</div>\n\n## Use\n'],
  ['code of another tool within a line', '# Steps\n\nWrite `<p v-click>` or `![bg](a.png)`.\n'],
  ['code of another tool in a block', '# Steps\n\n```html\n<v-click>x</v-click>\n```\n'],
  [
    'a step of Slidev beside notes of Lectern',
    '---\ntitle: Talk\nauthor: Ada\n---\n\n# One\n\n<v-click>x</v-click>\n\nNote: Say this\n\n---\n\n# Two\n',
  ],
  [
    'a step of Slidev beside a block of notes',
    '# One\n\n<v-click>x</v-click>\n\n::: notes\nSay this\n:::\n\n---\n\n# Two\n',
  ],
  ['a page of VitePress', '---\nlayout: home\n---\n\n# Tool\n\n<Card :width="400" />\n'],
  ['a README with code of Pandoc', '# Tool\n\n``` {.sh}\nmake\n```\n\n## Use\n'],
])('%s is no deck of another tool', async (_, text) => {
  expect(await dialectOf(text)).toBe('lectern');
});

test.each<[string, string, Dialect]>([
  ['breaks of two kinds', '# One\n\n---\n\n# Two\n\n----\n\n# Below\n', 'reveal'],
  ['a title block', `---\ntitle: Talk\nauthor: Ada\n---\n\n${threeHeadings}`, 'pandoc'],
  ['columns in HTML', `${threeHeadings}\n<div class="column">\n\nText\n\n</div>\n`, 'pandoc'],
  ['backgrounds of headings', '# One {data-background="a.png"}\n\nText\n\n---\n\nText\n', 'pandoc'],
  [
    'headings and notes of Pandoc, and settings of an editor for reveal.js',
    `---\ntheme: moon\nseparator: ^---\n---\n\n# A {data-background-image="a.png"}\n\n${threeHeadings}\n::: notes\n\nSay\n\n:::\n`,
    'pandoc',
  ],
  [
    'settings and breaks of reveal.js',
    `---\ntheme: moon\nseparator: ^---\n---\n\n${threeHeadings}\n---\n\n::: notes\n\nSay\n\n:::\n`,
    'reveal',
  ],
  ['a comment with attributes', '# One\n\n<!-- .slide: class="x" -->\n', 'reveal'],
  [
    'settings of reveal.js and pauses',
    '---\ntitle: Talk\nprogress: true\nslideNumber: true\nhistory: true\n---\n\n# One\n\na\n\n. . .\n\nb\n\n::: notes\nSay\n:::\n',
    'pandoc',
  ],
  [
    'a step, and a sentence that begins as notes do',
    '# One\n\n<v-click>x</v-click>\n\nNote: see below\n\n<!-- Say this -->\n\n---\n\n# Two\n',
    'slidev',
  ],
  [
    'steps and layouts, and a sentence that begins as notes do',
    '# One\n\n<v-click>x</v-click>\n\nNote: see below\n\n---\nlayout: two-cols\n---\n\n# Two\n',
    'slidev',
  ],
  [
    'a theme and a stack',
    '---\ntheme: moon\n---\n\n# One\n\n---\n\n<div class="r-stack">\n\nText\n\n</div>\n',
    'reveal',
  ],
  ['a step', '# One\n\n<v-click>x</v-click>\n', 'slidev'],
  [
    'a component with a value of Vue',
    '# One\n\n<Card\n  :width="400">x</Card>\n\n---\n\n# Two\n',
    'slidev',
  ],
  [
    'a layout, a transition and a count of clicks',
    '---\nlayout: cover\ntransition: fade-out\n---\n\n# One\n\n---\nglow: 1\nclicks: 6\n---\n\n# Two\n',
    'slidev',
  ],
  ['a background', '# One\n\n![bg](a.png)\n', 'marp'],
])('a deck with %s is one of its tool', async (_, text, dialect) => {
  expect(await dialectOf(text)).toBe(dialect);
});

test('a command that makes slides names the tool', async () => {
  const make = 'slides.html: deck.md\n\tpandoc -s -t revealjs -o $@ $<\n';
  expect(await dialectOf(threeHeadings, { Makefile: make })).toBe('pandoc');
  const image =
    'slides.html: deck.md\n\tdocker run ghcr.io/example/slidefactory --format html $<\n';
  expect(await dialectOf(threeHeadings, { Makefile: image })).toBe('pandoc');
  const page = 'page.html: deck.md\n\tpandoc -s -o $@ $<\n';
  expect(await dialectOf(threeHeadings, { Makefile: page })).toBe('lectern');
});

test('a note says what a deck was read as, unless its name says so', async () => {
  const text = '---\nformat: revealjs\n---\n\n## One\n';
  const cwd = temporaryFolder({ 'deck.md': text, 'deck.qmd': text });
  const options = { cwd, root: cwd, allowRemote: false, share: false };
  const codesFor = async (name: string) => {
    const report = new Report();
    await loadDeck(name, options, new Inputs(), report);
    return report.diagnostics.map(({ code }) => code);
  };
  expect(await codesFor('deck.md')).toEqual(['dialect-read']);
  expect(await codesFor('deck.qmd')).toEqual([]);
});
