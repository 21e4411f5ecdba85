import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/files.ts';
import { elements } from './opened-file.ts';
import { exportTo } from './presentation.ts';

test.each([
  ['a dash', 'ink', '–'],
  ['a hyphen', 'terminal', '-'],
  ['a dot where they name none', 'plain', '•'],
])('lists have the marker of their theme: %s', async (_, theme, marker) => {
  const deck = `---\ntheme: ${theme}\n---\n\n# T\n\n---\n\n## A\n\n- b\n`;
  const { file } = await exportTo(temporaryFolder({ 'talk.md': deck }), 'talk.md');
  const [level] = elements(file.xml('ppt/slideMasters/slideMaster1.xml'), 'a:buChar');
  expect(level?.attribs.char).toBe(marker);
});

test('lines of code, empty ones too, have the height for which their box has room', async () => {
  const deck = '# T\n\n---\n\n## A\n\n```\none\n\nthree\n```\n';
  const { file } = await exportTo(temporaryFolder({ 'talk.md': deck }), 'talk.md');
  const shapes = elements(file.xml('ppt/slides/slide2.xml'), 'p:sp');
  const code = shapes.find((shape) => elements(shape, 'p:cNvPr')[0]?.attribs.name === 'Code 1');
  if (!code) throw new Error('there is no code');
  const heights = elements(code, 'a:lnSpc').map(
    (each) => elements(each, 'a:spcPts')[0]?.attribs.val,
  );
  expect(heights).toHaveLength(3);
  expect(heights).toEqual(heights.map(() => expect.stringMatching(/^[1-9]\d{3}$/)));
  const above = elements(code, 'a:spcBef').map(
    (each) => elements(each, 'a:spcPts')[0]?.attribs.val,
  );
  expect(above).toEqual(['0', '0', '0']);
  const [end] = elements(code, 'a:endParaRPr');
  expect(end && elements(end, 'a:latin')[0]?.attribs.typeface).toBe('Consolas');
});

test('a column of a table is as wide as its longest word, if there is room', async () => {
  const rows =
    '| what is counted here | US$ bn | share |\n|---|--:|--:|\n| Operating income, 2019 | 9.2 | **63.3%** |\n';
  const deck = `# T\n\n---\n\n## A\n\n:::: columns\n::: column\nLeft\n:::\n::: column\n${rows}:::\n::::\n`;
  const { file } = await exportTo(temporaryFolder({ 'talk.md': deck }), 'talk.md');
  const [table] = elements(file.xml('ppt/slides/slide2.xml'), 'a:tbl');
  if (!table) throw new Error('there is no table');
  const widths = elements(table, 'a:gridCol').map(({ attribs }) => Number(attribs.w));
  const size = Number(elements(table, 'a:rPr').at(-1)?.attribs.sz) * 127;
  const [cell] = elements(table, 'a:tcPr').slice(-1);
  // In bold Arial, which is wider than most fonts.
  expect((widths[2] ?? 0) - Number(cell?.attribs.marL)).toBeGreaterThan(2.84 * size);
});

test('the values of charts are readable on rings and on series that are not highlighted', async () => {
  const ring = '```chart doughnut\nhighlight: pears\n\nfruit,tons\napples,17\npears,4\n```\n';
  const stack =
    '```chart bar\nstacked: true\nvalues: true\nhighlight: pears\n\nyear,apples,pears\n2018,17,4\n```\n';
  const deck = `# T\n\n---\n\n## A\n\n${ring}\n---\n\n## B\n\n${stack}`;
  const { file } = await exportTo(temporaryFolder({ 'talk.md': deck }), 'talk.md');
  const [rings, stacks] = file
    .numbered('ppt/charts/chart')
    .map((part) => elements(file.xml(part), 'c:dLbls'));
  const colorOf = (label: ReturnType<typeof elements>[number] | undefined, name: string) =>
    label &&
    elements(label, name)
      .flatMap((each) => elements(each, 'a:schemeClr'))
      .map(({ attribs }) => attribs.val);
  expect(colorOf(rings?.[0], 'c:spPr'), 'on a background').toEqual(['bg1']);
  expect(colorOf(rings?.[0], 'c:txPr')).toEqual(['tx1']);
  expect(stacks?.map((label) => colorOf(label, 'c:txPr'))).toEqual([['tx1'], ['bg1']]);
});

test('columns begin at the same height, also in a placeholder whose text is in its middle', async () => {
  const columns = ['One', 'Two'].map((word) => `::: column\n### ${word}\nText\n:::\n`).join('');
  const deck = `# T\n\n---\n\n## A\n\n:::: columns\n${columns}::::\n`;
  const { file } = await exportTo(temporaryFolder({ 'talk.md': deck }), 'talk.md');
  const shapes = elements(file.xml('ppt/slides/slide2.xml'), 'p:sp');
  const boxes = shapes.flatMap((shape) =>
    elements(shape, 'a:t').length === 2
      ? [[elements(shape, 'a:off')[0]?.attribs.y, elements(shape, 'a:ext')[0]?.attribs.cy]]
      : [],
  );
  expect(boxes).toHaveLength(2);
  expect(boxes[0]).toEqual(boxes[1]);
});
