import type { ChartDiagram } from '../../../../model/diagram/diagram.ts';
import { readLabel } from '../../label.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import type { Explain } from '../syntax-error.ts';
import { chartDiagram, chartOf, clampSeries, drawableRange, seriesOf } from './spec.ts';

interface RadarDatabase extends MermaidDatabase {
  getAxes(): readonly { readonly label: string }[];
  getCurves(): readonly { readonly label: string; readonly entries: readonly number[] }[];
  getOptions(): { readonly min: number; readonly max: number | null };
}

const form = 'axes are written axis a["Speed"], b["Price"], and a curve c["Car"]{3, 4}';

const explain: Explain = ({ message = '' }, { text: { text } }) => {
  const [, axis] = /^Missing entry for axis (.*)/.exec(message) ?? [];
  if (axis !== undefined)
    return {
      message: `a curve has no value for "${axis}"`,
      hint: 'give each curve a value for each axis',
    };
  // The lookahead saves the lookbehind at all other characters.
  const negative = /(?=-)(?<=\{[^{}]*)-\s*\d[\d.]*(?=[^{}]*\})/.exec(text);
  if (negative) {
    const [value] = negative;
    const hint = 'the values of a radar chart are 0 or more';
    return { message: `${value} is negative`, hint, index: negative.index, length: value.length };
  }
  return { message: 'this radar chart cannot be read', hint: form };
};

export const readRadar = readerOf<RadarDatabase>('radar', convertRadar, explain);

function convertRadar(database: RadarDatabase, source: MermaidSource): ChartDiagram | undefined {
  const labels = database.getAxes().map(({ label }) => readLabel(label));
  const series = database.getCurves().map(({ label, entries }) =>
    seriesOf(
      readLabel(label),
      labels.map((_, i) => entries[i] ?? null),
    ),
  );
  if (labels.length === 0 || series.length === 0) {
    source.fail('', 'this radar chart has no axes or no curves', form);
    return undefined;
  }
  const { min, max } = database.getOptions();
  const scale = drawableRange({ min, ...(max !== null && { max }) }, source);
  const chart = chartOf({
    type: 'radar',
    x: 'Axis',
    labels,
    series: series.map((each) => clampSeries(each, scale, source)),
    options: { scales: { r: scale } },
  });
  return chartDiagram(chart, source);
}
