import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { withBoundedSteps } from '../../src/chart/axes/step-size.ts';
import { temporaryFolder } from '../support/files.ts';
import { renderFixture } from '../support/fixtures.ts';
import { lectern } from '../support/lectern.ts';

/** Builds a deck of one chart. */
async function build(chart: string, files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder({ 'deck.md': `\`\`\`chart ${chart}\n\`\`\`\n`, ...files });
  const { errors } = await lectern(['build', 'deck.md'], folder);
  return errors;
}

describe('numbers that no chart can draw are reported at their cells', () => {
  test.each([
    ['1e-320', '0', '1e-320 is too small'],
    ['1.7e308', '1.7e308', '1.7e308 is too large'],
    ['1e308', '-1e308', '-1e308 is too large'],
    ['1e400', '1', '1e400 is too large'],
  ])('%s and %s', async (first, second, message) => {
    expect(await build(`line\n\nx,y\na,${first}\nb,${second}`)).toContain(message);
  });

  test('positions and marks', async () => {
    const errors = await build('line\nscale: {x: linear}\nmark: [y=1e308]\n\nx,y\n0,0\n1e-320,1');
    expect(errors).toMatch(/deck\.md:7:1: error: 1e-320 is too small/);
    expect(errors).toContain('"1e308" cannot be drawn');
  });

  test.each([
    '{scales: {y: {ticks: {count: 1000000000}}}}',
    '{scales: {y: {ticks: {count: "1000000000"}}}}',
    '{scales: {y: {ticks: {count: [1000000000]}}}}',
    '{scales: {y: {ticks: {maxTicksLimit: 1000000000}}}}',
    '{scales: {y: {min: 1e-320, max: 2e-320}}}',
    '{scales: {y: {min: "1e-320", max: "2e-320"}}}',
    '{scales: {y: {min: -1e308, max: 1e308}}}',
    '{scales: {y: {min: 5, max: 5}}}',
    '{scales: {y: {min: "5", max: 5.0}}}',
    '{devicePixelRatio: 1000}',
    '{font: {style: sideways}}',
  ])('options: %s', async (options) => {
    expect(await build(`bar\noptions: ${options}\n\nx,y\na,1`)).toContain('"options" needs');
  });
});

test('a chart writes nothing to the console, whatever its options', async () => {
  const written: unknown[] = [];
  for (const name of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, name).mockImplementation((...given) => written.push(given));
  onTestFinished(() => void vi.restoreAllMocks());
  const options = [
    '{scales: {y: {ticks: {stepSize: 1e-9}}}}',
    '{scales: {y: {ticks: {stepSize: "0.000001"}}}}',
    '{scales: {y: {min: -1e6, ticks: {stepSize: 0.5}}, x: {ticks: {stepSize: 1e-5}}}}',
    '{scales: {r: {ticks: {stepSize: 1e-9}}}}',
    '{scales: {y: {ticks: {stepSize: -1e-9}}}}',
    '{scales: {y: {ticks: {stepSize: [1]}}}}',
    '{scales: {z: {ticks: {stepSize: 1}}, x: 5}}',
    '{font: {style: italic}}',
    '{plugins: {filler: false}}',
  ];
  const charts = ['bar', 'area', 'radar', 'scatter'].flatMap((type) =>
    // Points have no radial axis.
    options
      .filter((text) => type !== 'scatter' || !text.includes('{r:'))
      .map((text) => `\`\`\`chart ${type}\noptions: ${text}\n\nx,y\n1,1\n2,3\n3,2\n\`\`\`\n`),
  );
  const folder = temporaryFolder({ 'deck.md': `# Charts\n\n---\n\n${charts.join('\n---\n\n')}` });
  const { errors } = await lectern(['build', 'deck.md'], folder);
  expect(errors).not.toMatch(/internal|error:/);
  expect(written).toEqual([]);
});

test('step sizes that lead to a usual count of ticks apply', () => {
  const { scales } = withBoundedSteps({ scales: { y: { ticks: { stepSize: 5 } } } }) as {
    scales: { y: { ticks: { stepSize: (context: object) => number | undefined } } };
  };
  const stepFor = (max: number) => scales.y.ticks.stepSize({ scale: { min: 0, max } });
  expect([stepFor(100), stepFor(4000), stepFor(1e6)]).toEqual([5, 5, undefined]);
});

test('numbers at the ends of the range are drawn', async () => {
  const charts = ['bar', 'line', 'pie', 'radar', 'scatter', 'bubble'].map(
    (type) => `\`\`\`chart ${type}\n\n${cells(type)}\n\`\`\`\n`,
  );
  const folder = temporaryFolder({ 'deck.md': `# Charts\n\n---\n\n${charts.join('\n---\n\n')}` });
  const { exitCode, errors } = await lectern(['build', 'deck.md'], folder);
  expect([exitCode, errors.match(/error.*/g)]).toEqual([0, null]);
});

function cells(type: string): string {
  const isPoints = type === 'scatter' || type === 'bubble';
  return isPoints
    ? 'x,y,z\n1e100,1e-100,1e100\n1e-100,1e100,0\n0,0,1e-100'
    : 'x,y\na,1e100\nb,1e-100\nc,0';
}

describe('long texts', () => {
  const long = 'w'.repeat(8000);

  test.each([
    ['a category', `bar\n\nx,y\n${long},1\nb,2`, 4],
    ['a slice', `pie\n\nx,y\n${long},1\nb,2`, 4],
    ['a series', `bar\n\nx,${long},z\na,1,2`, 3],
    ['a point', `scatter\n\nx,y,name\n1,2,${long}\n2,3,b`, 4],
    ['a mark', `bar\nmark: ['a "${long}"']\n\nx,y\na,2`, 2],
  ])('%s is cut', async (_, chart, line) => {
    const file = temporaryFolder({ 'deck.md': `\`\`\`chart ${chart}\n\`\`\`\n` });
    const { html, diagnostics } = await renderFixture(file);
    expect(diagnostics.join('\n')).toContain(`deck.md:${line}:`);
    expect(diagnostics.join('\n')).toContain('this label has 8000 characters');
    expect(html).not.toContain('w'.repeat(201));
  });

  test.each([
    ['a cell', `x,y\n${'w'.repeat(2_000_000)},1\n`, '2:1: error: this row has more than 1,000,000'],
    ['a row', `x,y\n${'1,2,'.repeat(200_000)}1\n`, 'more than 100,000 cells'],
    ['a row of commas', `x,y\n1,2\n${','.repeat(30_000_000)}\n`, '1,000,000 characters'],
    ['quotes', `x,y\n${'"'.repeat(2_000_001)},1\n`, '2:1: error: this row has more than'],
  ])('a line of 2 MB ends at once: %s', async (_, text, message) => {
    expect(await build('bar\ndata: data.csv', { 'data.csv': text })).toContain(message);
  });

  test.each([
    ['characters', 'w'.repeat(8_000_000), 'this label has 8000000 characters'],
    ['escape sequences', '\\n'.repeat(4_000_000), 'invalid JSON'],
  ])('a JSON text of 8 MB exhausts no stack: %s', async (_, text, message) => {
    const files = { 'data.json': `[{"x":"${text}","y":1}]` };
    expect(await build('bar\ndata: data.json', files)).toContain(message);
  });
});
