import { describe, expect, test } from 'vitest';
import { Report } from '../../../src/base/diagnostics/report.ts';
import { importPresentation } from '../../../src/import/import-presentation.ts';
import { box, presentation, type SlideParts, textBox } from '../../import/presentation.ts';

type Parts = Readonly<Record<string, string | Uint8Array>>;

/** @returns the deck, its diagnostics, and the processor time in milliseconds */
function read(slides: readonly SlideParts[], parts: Parts = {}) {
  const file = presentation(slides, { parts });
  const report = new Report();
  const before = process.cpuUsage();
  const deck = importPresentation(file, 'talk.pptx', report);
  const { user, system } = process.cpuUsage(before);
  const messages = report.diagnostics.map(({ message }) => message).join('\n');
  return { ...deck, messages, time: (user + system) / 1000 };
}

const place = box(1_000_000, 1_000_000, 3_000_000, 1_000_000);
const text = (content: string) => textBox(2, content, place);
const run = (content: string, properties = '') => `<a:r>${properties}<a:t>${content}</a:t></a:r>`;
const code = '<a:rPr><a:latin typeface="Consolas"/></a:rPr>';

function frame(content: string): string {
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="Frame"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></p:graphicFrame>`;
}

const chartFrame = frame(
  '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="c"/>',
);

function chart(series: string): string {
  return `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart>${series}</c:barChart></c:plotArea></c:chart></c:chartSpace>`;
}

const wide = ' '.repeat(200_000);

describe('the time for a presentation does not grow with the square of its texts', () => {
  test.each([
    ['blank lines', `<a:p>${run('a')}</a:p>${'<a:p/>'.repeat(40_000)}<a:p>${run('b')}</a:p>`],
    ['breaks', `<a:p>${`${run('a')}<a:br/>`.repeat(40_000)}</a:p>`],
    ['runs', `<a:p>${(run('a', '<a:rPr b="1"/>') + run(' b')).repeat(20_000)}</a:p>`],
    ['spaces', `<a:p>${run(`a${wide}b`)}${run(`a${wide}b`, '<a:rPr b="1"/>')}</a:p>`],
    ['spaces in code', `<a:p>${run(`a${wide}b`, code)}</a:p><a:p>${run('c', code)}</a:p>`],
    ['backslashes', `<a:p>${run(`${'\\'.repeat(200_000)}a $ $`)}</a:p>`],
  ])('%s', (_, paragraphs) => {
    const { time, markdown } = read([{ shapes: text(paragraphs) }]);
    expect(markdown).toContain('a');
    expect(time).toBeLessThan(6000);
  });

  test('formulas in the limits of others', () => {
    const math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
    const depth = 60;
    const formula = `${'<m:nary><m:sub>'.repeat(depth)}<m:r><m:t>x</m:t></m:r>${'</m:sub></m:nary>'.repeat(depth)}`;
    const { markdown } = read([
      { shapes: text(`<a:p><m:oMath ${math}>${formula}</m:oMath></a:p>`) },
    ]);
    expect(markdown.split('\\int')).toHaveLength(depth + 1);
  });
});

describe('a presentation that claims to have more than there is', () => {
  test('in a chart', () => {
    const values = '<c:val><c:numLit><c:ptCount val="100000"/></c:numLit></c:val>';
    const parts = { 'ppt/charts/c.xml': chart(`<c:ser>${values}</c:ser>`.repeat(20_000)) };
    const links = { c: ['chart', '../charts/c.xml'] } as const;
    const { messages, time } = read([{ shapes: chartFrame, links }], parts);
    expect(messages).toContain('a chart or table with more than 100,000 cells is left out: Frame');
    expect(time).toBeLessThan(6000);
  });

  test('in a table with one wide row', () => {
    const rows = `<a:tr>${'<a:tc/>'.repeat(50_000)}</a:tr>${'<a:tr/>'.repeat(50_000)}`;
    const { messages } = read([{ shapes: frame(`<a:tbl>${rows}</a:tbl>`) }]);
    expect(messages).toContain('a chart or table with more than 100,000 cells is left out');
  });

  test('by using a part for many slides', () => {
    const points = Array.from({ length: 50 }, (_, i) => `<c:pt idx="${i}"><c:v>${i}</c:v></c:pt>`);
    const values = `<c:numLit><c:ptCount val="50"/>${points.join('')}</c:numLit>`;
    const series = `<c:ser><c:val>${values}</c:val></c:ser>`;
    const slide = { shapes: chartFrame, links: { c: ['chart', '../charts/c.xml'] } } as const;
    const { files, messages } = read(Array(50).fill(slide), {
      'ppt/charts/c.xml': chart(series),
    });
    expect(files.map(({ path }) => path)).toEqual(['data/chart-1.csv']);
    expect(messages).toContain('a part of the file that several slides share is only on the first');
  });
});

test('a vector image is written without what runs or loads something', () => {
  const image =
    '<p:pic><p:nvPicPr><p:cNvPr id="3" name="Image"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="i"/></p:blipFill><p:spPr/></p:pic>';
  // Too far from the start to be recognized.
  const far = `<!--${' '.repeat(5000)}-->`;
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><path d="M0 0h9"/></svg>';
  const { files, messages } = read(
    ['a', 'b'].map((name) => ({ shapes: image, links: { i: ['image', `../media/${name}.svg`] } })),
    { 'ppt/media/a.svg': svg, 'ppt/media/b.svg': far + svg },
  );
  expect(files.map(({ path }) => path)).toEqual(['media/a.svg', 'media/b.svg']);
  for (const { bytes } of files) expect(bytes.toString()).not.toMatch(/script/);
  expect(messages).toContain('what runs or loads something is left out of a vector image: a');
});

test.each(['cx="999999999999" cy="1"', 'cx="0" cy="-1"', 'cx="many" cy=""'])(
  'slides of the size %s have the usual one',
  (size) => {
    const file = presentation([{ shapes: text(`<a:p>${run('a')}</a:p>`) }], { size });
    const { markdown } = importPresentation(file, 'talk.pptx', new Report());
    expect(markdown).not.toContain('size:');
  },
);
