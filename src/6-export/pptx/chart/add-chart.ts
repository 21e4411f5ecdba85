import { wordsIn } from '../../../base/words/words.ts';
import type { TypeSizes } from '../place/item-size.ts';
import { addCaption, captionGap, captionHeight } from '../shapes/caption.ts';
import {
  type PlaceholderRef,
  writeName,
  writePlaceholder,
  writeTransform,
} from '../shapes/shape.ts';
import { addTable } from '../shapes/table.ts';
import type { ChartItem, TableItem } from '../slide/items.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import type { Run } from '../text/paragraph.ts';
import type { Box } from '../units.ts';
import { element } from '../xml.ts';
import { writeChart } from './chart-part.ts';
import { type ChartPlan, planChart } from './plan.ts';
import { writeWorkbook } from './workbook.ts';

const types = 'application/vnd.openxmlformats-officedocument';

/** Adds a chart with its workbook and source. @returns the ids of its shapes */
export function addChart(
  writer: SlideWriter,
  item: ChartItem,
  box: Box,
  sizes: TypeSizes,
  placeholder?: PlaceholderRef,
): readonly number[] {
  const { chart } = item;
  const room = chart.source === undefined ? box : { ...box, height: box.height - captionHeight };
  const plan = planChart(chart, writer.lang);
  const id = plan
    ? addFrame(writer, item, plan, room, sizes, placeholder)
    : addTable(writer, tableOf(item), room, sizes, placeholder);
  if (plan) addSteps(writer, item, id);
  if (chart.source === undefined) return [id];
  const text = `${wordsIn(writer.lang).source}${chart.source}`;
  const height = captionHeight - captionGap;
  const area = { ...box, y: box.y + box.height - height, height };
  const runs = [{ kind: 'text', text, style: {} }] as const;
  const look = { anchor: 'b', leading: 1.2 } as const;
  return [id, addCaption(writer, area, { runs }, look, writer.nameOf('Source'))];
}

function addFrame(
  writer: SlideWriter,
  { alt }: ChartItem,
  plan: ChartPlan,
  box: Box,
  sizes: TypeSizes,
  placeholder: PlaceholderRef | undefined,
): number {
  const { parts } = writer.file;
  const part = parts.addNumbered('ppt/charts/chart', 'xml', `${types}.drawingml.chart+xml`);
  const book = parts.addNumbered(
    'ppt/embeddings/Microsoft_Excel_Sheet',
    'xlsx',
    `${types}.spreadsheetml.sheet`,
    writeWorkbook(plan.sheet),
  );
  const usual = Math.max(18, writer.style.length('--chart-size')) * Math.min(1, sizes.scale);
  const size = Math.min(usual, Math.max(12, box.height / 12));
  part.content = writeChart(writer, plan, size, part.relate('package', book));
  const id = writer.nextId();
  writer.add(
    element(
      'p:graphicFrame',
      {},
      element(
        'p:nvGraphicFramePr',
        {},
        writeName(id, writer.nameOf('Chart'), alt),
        element(
          'p:cNvGraphicFramePr',
          {},
          element('a:graphicFrameLocks', { noGrp: placeholder ? true : undefined }),
        ),
        writePlaceholder(placeholder),
      ),
      writeTransform(box, 'p:xfrm'),
      element(
        'a:graphic',
        {},
        element(
          'a:graphicData',
          { uri: 'http://schemas.openxmlformats.org/drawingml/2006/chart' },
          element('c:chart', {
            'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
            'r:id': writer.part.relate('chart', part),
          }),
        ),
      ),
    ),
  );
  return id;
}

/** The parts of a chart that appear with each of its steps; those of its first state appear with the chart. */
function addSteps(writer: SlideWriter, { chart, steps, step }: ChartItem, shape: number): void {
  if (steps.length === 0) return;
  const { steps: plan, labels } = chart;
  const by = plan === 'series' ? 'series' : 'category';
  const counts = typeof plan === 'string' ? [1, ...steps.map((_, index) => index + 2)] : plan;
  const show = (number: number, from = 0, to = labels.length): void => {
    for (let at = from; at < to; at++) {
      writer.appearances.push({ step: number, shape, chart: { by, index: at } });
    }
  };
  if (step !== undefined) {
    writer.appearances.push({ step, shape, chart: { by } });
    show(step, 0, counts[0]);
  }
  for (const [index, number] of steps.entries()) show(number, counts[index], counts[index + 1]);
}

/** The values of a chart that PowerPoint does not have. */
function tableOf({ chart }: ChartItem): TableItem {
  const run = (text: string): readonly Run[] => [{ kind: 'text', text, style: {} }];
  const head = [chart.x, ...chart.series.map(({ name }) => name)].map(run);
  const rows = chart.labels.map((label, at) => [
    run(label),
    ...chart.series.map(({ values }) => run(String(values[at] ?? ''))),
  ]);
  return {
    kind: 'table',
    hasHeader: true,
    hasRowHeaders: true,
    rows: [head, ...rows],
    align: [undefined, ...chart.series.map(() => 'right' as const)],
  };
}
