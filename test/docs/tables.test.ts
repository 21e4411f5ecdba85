import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInThemes } from '../../src/1-load/theme.ts';
import { formats } from '../../src/6-export/formats.ts';
import { codes } from '../../src/base/diagnostics/diagnostic.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { calloutTypes } from '../../src/model/blocks.ts';
import { chartTypes } from '../../src/model/chart.ts';
import { layoutNames } from '../../src/model/deck.ts';
import { transitions } from '../../src/model/front-matter.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { codeIn, pages, proseOf, rowsIn, sectionOf } from './pages.ts';

/** The texts between backticks in the first column of a section's first tables. */
function firstColumn(page: string, heading: string): readonly string[] {
  return rowsIn(sectionOf(page, heading)).flatMap(([first]) => codeIn(first));
}

/** Resembles no name, so that a diagnostic lists all names that there are. */
const unknown = 'qxqxqxqxqx';

/** The names that Lectern lists when a deck uses one that does not exist. */
async function namesOffered(
  deck: string,
  files: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const folder = temporaryFolder({ 'deck.md': deck, ...files });
  const { errors } = await lectern(['build', 'deck.md'], folder);
  const list = /^ {2}one of: (.*)$/m.exec(errors)?.[1];
  if (list === undefined) throw new Error(`no list of names in:\n${errors}`);
  return list.split(', ');
}

function sorted(names: Iterable<string>): readonly string[] {
  return [...names].sort();
}

describe('each table of the manual is complete:', () => {
  test('keys of the front matter', async () => {
    const names = await namesOffered(`---\n${unknown}: 1\n---\n\n# Title\n`);
    expect(sorted(firstColumn('docs/markdown.md', 'Front matter'))).toEqual(sorted(names));
  });

  test('settings of a slide', async () => {
    const names = await namesOffered(`# Title\n\n---\n${unknown}: 1\n---\n\nText\n`);
    expect(sorted(firstColumn('docs/markdown.md', 'Slide settings'))).toEqual(sorted(names));
  });

  test('keys of charts', async () => {
    const names = await namesOffered(`\`\`\`chart bar\n${unknown}: 1\n\nx,y\na,1\n\`\`\`\n`);
    expect(sorted(firstColumn('docs/charts.md', 'Keys'))).toEqual(sorted(names));
  });

  test('blocks', async () => {
    const names = await namesOffered(`::: ${unknown}\nText\n:::\n`);
    expect(sorted(firstColumn('docs/markdown.md', 'Columns and blocks'))).toEqual(sorted(names));
  });

  test('keys of fonts', async () => {
    const names = await namesOffered(`---\nfonts: {${unknown}: x}\n---\n\n# Title\n`);
    expect(sorted(firstColumn('docs/themes.md', 'Fonts'))).toEqual(sorted(names));
  });

  test('templates', async () => {
    const { errors } = await lectern(['new', 'x', '--template', unknown], temporaryFolder());
    const names = /one of: (.*)/.exec(errors)?.[1]?.split(', ') ?? [];
    expect(sorted(firstColumn('docs/writing.md', 'Starting a deck'))).toEqual(sorted(names));
  });

  test.each([
    ['layouts', 'docs/markdown.md', 'Layouts', layoutNames],
    ['types of charts', 'docs/charts.md', 'Types', chartTypes],
    ['themes', 'docs/themes.md', 'Themes', builtInThemes],
    ['formats', 'docs/exporting.md', 'Exporting', formats.map(({ name }) => name)],
  ])('%s', (_, page, heading, names) => {
    const documented = firstColumn(page, heading);
    expect(names.filter((name) => !documented.includes(name))).toEqual([]);
  });

  test('types of files', async () => {
    const names = await namesOffered('![](file.none)\n', { 'file.none': 'text' });
    const text = sectionOf('docs/markdown.md', 'Images, video and audio');
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  test('transitions', () => {
    const text = sectionOf('docs/markdown.md', 'Motion');
    expect(transitions.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  test('alerts', () => {
    const text = sectionOf('docs/markdown.md', 'Text');
    expect(calloutTypes.filter((type) => !text.includes(`[!${type.toUpperCase()}]`))).toEqual([]);
  });

  test('diagnostics, with their severities', () => {
    const rows = pages
      .filter(({ name }) => name === 'docs/diagnostics.md')
      .flatMap((page) => rowsIn(proseOf(page)));
    const documented = rows.map(([code, severity]) => [codeIn(code)[0] ?? '', severity]);
    expect(Object.fromEntries(documented)).toEqual(codes);
  });

  test('variables of the environment', () => {
    const folder = path.join(packageRoot, 'src');
    const files = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.ts'));
    const source = files.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
    const names = new Set(source.match(/\bLECTERN_[A-Z_]+\b/g));
    const documented = firstColumn('docs/cli.md', 'Environment variables');
    expect(sorted(names)).toEqual(
      documented.filter((name) => name.startsWith('LECTERN_')).toSorted(),
    );
  });
});

describe('the table of attributes is complete for', () => {
  const rows = rowsIn(sectionOf('docs/markdown.md', 'Attributes'));
  const common = ['any block', 'a step'].flatMap((on) => keysOf(on));

  function keysOf(on: string): readonly string[] {
    const row = rows.find(([first]) => first === on);
    if (!row) throw new Error(`there is no row "${on}"`);
    return codeIn(row[1]);
  }

  const brace = `{${unknown}=1}`;
  const column = `::: columns\n:::: column ${brace}\nText\n::::\n:::\n`;
  test.each([
    ['a heading', `# Title ${brace}\n`, []],
    ['an image', `![](a.png)${brace}\n`, keysOf('an image')],
    ['a video or audio', `![](a.mp4)${brace}\n`, keysOf('a video or audio')],
    ['a code block', `\`\`\`js ${brace}\n1\n\`\`\`\n`, keysOf('a code block')],
    ['a column', column, keysOf('a column')],
    ['a diagram', `\`\`\`dot ${brace}\ngraph { a }\n\`\`\`\n`, keysOf('a diagram')],
    ['a QR code', `\`\`\`qr ${brace}\nhi\n\`\`\`\n`, keysOf('a QR code')],
    ['an icon', `:lucide-apple:${brace}\n`, keysOf('an icon')],
  ])('%s', async (_, deck, keys) => {
    expect(sorted([...common, ...keys])).toEqual(sorted(await namesOffered(deck)));
  });
});
