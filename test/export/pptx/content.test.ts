import type { Element } from 'domhandler';
import { describe, expect, test } from 'vitest';
import { png } from '../../support/images.ts';
import { relationsOf } from './check-package.ts';
import { elements, OpenedFile, paragraphsOf, slideAt, textOf } from './opened-file.ts';
import { exportPptx } from './presentation.ts';

/** The shapes of a slide with a placeholder of a type. */
function placeholders(slide: OpenedFile['slides'][number] | undefined, type: string) {
  if (!slide) throw new Error('no slide');
  return elements(slide, 'p:sp').filter((shape) =>
    elements(shape, 'p:ph').some(({ attribs }) => (attribs.type ?? 'obj') === type),
  );
}

describe('text', () => {
  test('is in the placeholders of the layout, with levels, bullets and numbers', async () => {
    const file = await exportPptx(
      '# T\n\n---\n\n## Lists\n\n- one\n  - two\n\n3. three\n4. four\n',
    );
    const [, slide] = file.slides;
    expect(placeholders(slide, 'title').map(textOf)).toEqual(['Lists']);
    const [body] = placeholders(slide, 'obj');
    const paragraphs = body ? elements(body, 'a:p') : [];
    expect(paragraphs.map(textOf)).toEqual(['one', 'two', 'three', 'four']);
    const levels = paragraphs.map((each) => elements(each, 'a:pPr')[0]?.attribs.lvl ?? '0');
    expect(levels).toEqual(['0', '1', '0', '0']);
    const numbers = elements(slideAt(file, 1), 'a:buAutoNum').map(({ attribs }) => attribs.startAt);
    expect(numbers).toEqual(['3', '3']);
  });

  test('keeps its emphasis', async () => {
    const file = await exportPptx('# T\n\n---\n\n**b** *i* ~~s~~ x<sup>2</sup> `c`\n');
    const runs = elements(slideAt(file, 1), 'a:r');
    const looks = new Map(
      runs.map((run) => [textOf(run), elements(run, 'a:rPr')[0]?.attribs ?? {}]),
    );
    expect(looks.get('b')).toMatchObject({ b: '1' });
    expect(looks.get('i')).toMatchObject({ i: '1' });
    expect(looks.get('s')).toMatchObject({ strike: 'sngStrike' });
    expect(looks.get('2')).toMatchObject({ baseline: '30000' });
    const code = runs.find((run) => textOf(run) === 'c');
    expect(code && elements(code, 'a:latin')[0]?.attribs.typeface).toBe('Consolas');
  });

  test('links lead to the web and to slides', async () => {
    const file = await exportPptx(
      '# T\n\n[web](https://example.org/?a&b) [slide](#the-end)\n\n---\n\n## The end\n',
    );
    const [web, slide] = elements(slideAt(file, 0), 'a:hlinkClick');
    const relations = relationsOf(file, 'ppt/slides/slide1.xml');
    expect(relations.find(({ id }) => id === web?.attribs['r:id'])?.type).toBe('hyperlink');
    expect(file.text('ppt/slides/_rels/slide1.xml.rels')).toContain('https://example.org/?a&amp;b');
    expect(relations.find(({ id }) => id === slide?.attribs['r:id'])?.target).toBe(
      'ppt/slides/slide2.xml',
    );
  });

  test('a slide without a title has one above it, for screen readers', async () => {
    const file = await exportPptx('# T\n\n---\n\nOnly a paragraph\n\n- and a list\n');
    const [title] = placeholders(file.slides[1], 'title');
    expect(title && textOf(title)).toBe('Only a paragraph');
    expect(title && Number(elements(title, 'a:off')[0]?.attribs.y)).toBeLessThan(0);
  });

  test('characters that XML cannot contain are left out', async () => {
    const file = await exportPptx(
      '# T\n\n---\n\na\u0007b \uFFFE & <c>\n'.replace('<c>', '&lt;c&gt;'),
    );
    expect(paragraphsOf(slideAt(file, 1))).toContain('ab  & <c>');
  });
});

test('footer, number and notes are in their own placeholders', async () => {
  const deck =
    '---\nfooter: Below\nnumbers: n/total\n---\n\n# T\n\n---\n\n## A\n\nText\n\nNote: Say *hello*.\n';
  const file = await exportPptx(deck);
  expect(placeholders(file.slides[1], 'ftr').map(textOf)).toEqual(['Below']);
  expect(placeholders(file.slides[1], 'sldNum').map(textOf)).toEqual(['2 / 2']);
  expect(elements(slideAt(file, 1), 'a:fld').map(({ attribs }) => attribs.type)).toEqual([
    'slidenum',
  ]);
  expect(paragraphsOf(file.xml('ppt/notesSlides/notesSlide1.xml'))).toEqual(['Say hello.']);
});

test('slides with the layout section begin sections', async () => {
  const section = (title: string) =>
    `\n\n---\nlayout: section\n---\n\n## ${title}\n\n---\n\nText ${title}\n`;
  const file = await exportPptx(`# Talk${section('One')}${section('Two')}`);
  const sections = elements(file.xml('ppt/presentation.xml'), 'p14:section');
  const counts = sections.map((each) => [each.attribs.name, elements(each, 'p14:sldId').length]);
  expect(counts).toEqual([
    ['Talk', 1],
    ['One', 2],
    ['Two', 2],
  ]);
});

test('steps appear one click after the other, in the order of the deck', async () => {
  const file = await exportPptx(
    '# T\n\n---\n\n## A\n\n::: incremental\n- one\n- two\n:::\n\n. . .\n\n> three\n',
  );
  const slide = slideAt(file, 1);
  const clicks = elements(slide, 'p:cTn').filter(
    ({ attribs }) => attribs.nodeType === 'clickEffect',
  );
  const targets = clicks.map((click) =>
    elements(click, 'p:pRg').map(({ attribs }) => `${attribs.st}-${attribs.end}`),
  );
  expect(targets).toEqual([['0-0'], ['1-1'], []]);
  const [last] = clicks.slice(-1);
  const shape = last && elements(last, 'p:spTgt')[0]?.attribs.spid;
  const named = elements(slide, 'p:cNvPr').find(({ attribs }) => attribs.id === shape);
  expect(named?.attribs.name).toBe('Quote 1');
});

describe('images', () => {
  const files = { 'x.png': png(64, 36) };

  test('next to each other keep their links', async () => {
    const deck =
      '# T\n\n---\n\n## A\n\n[![a](x.png)](https://example.org/) [![b](x.png)](#b)\n\n---\n\n## B\n';
    const slide = slideAt(await exportPptx(deck, files), 1);
    const pictures = elements(slide, 'p:pic');
    expect(pictures.map((each) => elements(each, 'a:hlinkClick').length)).toEqual([1, 1]);
  });

  test('in titles are next to the words, or in their place', async () => {
    const deck = '# With ![a](x.png)\n\n---\n\n## ![The logo](x.png)\n';
    const file = await exportPptx(deck, files);
    for (const slide of file.slides) expect(elements(slide, 'p:pic')).toHaveLength(1);
    expect(placeholders(file.slides[1], 'title').map(textOf)).toEqual(['The logo']);
  });

  test('and links in HTML are there, without their tags', async () => {
    const deck =
      '# T\n\n---\n\n## A\n\nA <a href="#b">link</a>, <img src="x.png" alt="a &amp; b"> and\n\n---\n\n## B\n';
    const slide = slideAt(await exportPptx(deck, files), 1);
    expect(paragraphsOf(slide)).toContain('A link,  and');
    expect(elements(slide, 'a:hlinkClick')).toHaveLength(1);
    const [picture] = elements(slide, 'p:pic');
    expect(picture && elements(picture, 'p:cNvPr')[0]?.attribs.descr).toBe('a & b');
  });

  test('among the words of large text are below them', async () => {
    const deck = '# T\n\n---\nlayout: statement\n---\n\n## A\n\nA statement ![a](x.png) here\n';
    const slide = slideAt(await exportPptx(deck, files), 1);
    expect(elements(slide, 'p:pic')).toHaveLength(1);
    expect(paragraphsOf(slide)).toContain('A statement  here');
  });
});

test('a table is a table with a header row', async () => {
  const file = await exportPptx('# T\n\n---\n\n| a | b |\n|---|--:|\n| c | 1 |\n');
  const [table] = elements(slideAt(file, 1), 'a:tbl');
  expect(table && elements(table, 'a:tblPr')[0]?.attribs.firstRow).toBe('1');
  const rows = table ? elements(table, 'a:tr') : [];
  expect(rows.map((row) => elements(row, 'a:tc').map(textOf))).toEqual([
    ['a', 'b'],
    ['c', '1'],
  ]);
});

test('images have their text alternative, and decorations are marked as such', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>';
  const file = await exportPptx('# T\n\n---\n\n## A\n\n![A map](x.svg)\n\n***\n', { 'x.svg': svg });
  const slide = slideAt(file, 1);
  const [picture] = elements(slide, 'p:pic');
  expect(picture && elements(picture, 'p:cNvPr')[0]?.attribs.descr).toBe('A map');
  expect(elements(slide, 'asvg:svgBlip')).toHaveLength(1);
  const rule = elements(slide, 'p:cNvPr').find(({ attribs }) => attribs.name === 'Rule 1');
  expect(rule && elements(rule, 'adec:decorative')).toHaveLength(1);
});

const chart = `# T

---

\`\`\`chart bar "Apples"
unit: tonnes
highlight: 2025
steps: points

year,picked,eaten
2024,1.5,1
2025,2.5,
\`\`\`
`;

describe('charts', () => {
  test('have the same values as their workbooks', async () => {
    const file = await exportPptx(chart);
    const part = file.xml('ppt/charts/chart1.xml');
    const series = elements(part, 'c:ser').map((each) => {
      const [values] = elements(each, 'c:val');
      return values
        ? elements(values, 'c:pt').map((point) => [point.attribs.idx, textIn(point)])
        : [];
    });
    expect(series).toEqual([
      [
        ['0', '1.5'],
        ['1', '2.5'],
      ],
      [['0', '1']],
    ]);
    const [book = ''] = file.numbered('ppt/embeddings/');
    const sheet = new OpenedFile(file.parts[book] ?? new Uint8Array()).xml(
      'xl/worksheets/sheet1.xml',
    );
    const cells = Object.fromEntries(
      elements(sheet, 'c').map((cell) => [cell.attribs.r, textIn(cell)]),
    );
    expect(cells).toEqual({
      A1: 'year',
      B1: 'picked',
      C1: 'eaten',
      A2: '2024',
      B2: '1.5',
      C2: '1',
      A3: '2025',
      B3: '2.5',
    });
  });

  test('have the title, the unit, and the colors of the theme', async () => {
    const file = await exportPptx(chart);
    const part = file.xml('ppt/charts/chart1.xml');
    const [title] = elements(part, 'c:title');
    expect(title && textOf(title)).toBe('Apples, tonnes');
    // Lines of patterns are in the color of the background.
    const fills = elements(part, 'c:ser').map((each) =>
      elements(each, 'a:schemeClr')
        .map(({ attribs }) => attribs.val)
        .find((color) => color !== 'bg1'),
    );
    expect(fills).toEqual(['accent1', 'accent2']);
  });

  test('build up category by category after the first', async () => {
    const file = await exportPptx(chart);
    const targets = elements(slideAt(file, 1), 'a:chart').map(({ attribs }) => attribs);
    expect(targets).toEqual([{ seriesIdx: '-3', categoryIdx: '1', bldStep: 'category' }]);
  });
});

function textIn(element: Element): string {
  return element.children
    .map((child) =>
      'data' in child ? child.data : 'children' in child ? textIn(child as typeof element) : '',
    )
    .join('');
}

test('the same deck gives the same bytes', async () => {
  const [first, second] = [await exportPptx(chart), await exportPptx(chart)];
  expect(first.bytes.equals(second.bytes)).toBe(true);
});

test('--slides selects slides, and links to others are left out', async () => {
  const file = await exportPptx(
    '# T\n\n[on](#b)\n\n---\n\n## A\n\n---\n\n## B\n',
    {},
    '--slides',
    '1-2',
  );
  expect(file.slides).toHaveLength(2);
});

test('the master has a layout for each of ours, in the colors and fonts of the theme', async () => {
  const file = await exportPptx('---\ntheme: night\n---\n\n# T\n');
  const names = file
    .numbered('ppt/slideLayouts/slideLayout')
    .map((name) => elements(file.xml(name), 'p:cSld')[0]?.attribs.name);
  expect(names).toHaveLength(12);
  expect(new Set(names).size).toBe(12);
  const theme = file.xml('ppt/theme/theme1.xml');
  const fonts = elements(theme, 'a:latin').map(({ attribs }) => attribs.typeface);
  expect(fonts).toEqual(['Bricolage Grotesque', 'Hanken Grotesk']);
  const map = elements(file.xml('ppt/slideMasters/slideMaster1.xml'), 'p:clrMap')[0]?.attribs;
  expect(map).toMatchObject({ bg1: 'dk1', tx1: 'lt1' });
});

test('text runs from right to left where the deck does, and code does not', async () => {
  const deck = '---\ndir: rtl\n---\n\n# T\n\n---\n\n## A\n\n> text\n\n```js\nlet a;\n```\n';
  const slide = slideAt(await exportPptx(deck), 1);
  const properties = new Map(
    elements(slide, 'a:p').map((each) => [textOf(each), elements(each, 'a:pPr')[0]?.attribs]),
  );
  expect(properties.get('text')).toMatchObject({ algn: 'r', rtl: '1' });
  expect(properties.get('let a;')).toMatchObject({ algn: 'l', rtl: '0' });
});
