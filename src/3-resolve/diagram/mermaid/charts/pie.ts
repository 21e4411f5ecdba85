import type { ChartDiagram } from '../../../../model/diagram/diagram.ts';
import { readLabel } from '../../label.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import { setting } from '../settings.ts';
import type { Explain } from '../syntax-error.ts';
import { chartDiagram, chartOf, seriesOf } from './spec.ts';

interface PieDatabase extends MermaidDatabase {
  getSections(): ReadonlyMap<string, number>;
  getShowData(): boolean | undefined;
}

const form = 'a slice is written "Apples" : 42.5';

const explain: Explain = ({ message = '' }) => {
  const [, label] = /^"(.*)" has invalid value/.exec(message) ?? [];
  if (label !== undefined)
    return { message: `the value of "${label}" is negative`, hint: 'a pie shows parts of a whole' };
  return { message: 'this pie cannot be read', hint: form };
};

export const readPie = readerOf<PieDatabase>('pie', convertPie, explain);

function convertPie(database: PieDatabase, source: MermaidSource): ChartDiagram | undefined {
  const slices = [...database.getSections()];
  if (slices.length === 0) {
    source.fail('', 'this pie has no slices', form);
    return undefined;
  }
  for (const [label, value] of slices) {
    if (value !== 0) continue;
    source.ignore(label, `the slice "${readLabel(label)}" is 0, and is not drawn`);
  }
  const hole = setting(source.config, 'pie.donutHole');
  const chart = chartOf({
    type: typeof hole === 'number' && hole > 0 ? 'doughnut' : 'pie',
    x: 'Label',
    labels: slices.map(([label]) => readLabel(label)),
    series: [
      seriesOf(
        'Value',
        slices.map(([, value]) => value),
      ),
    ],
    ...(database.getShowData() && { valueLabels: true }),
  });
  return chartDiagram(chart, source);
}
