import { maxLabelled } from '../../../chart/scale/columns.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import { emu } from '../units.ts';
import { element, type Xml } from '../xml.ts';
import { writeLabels } from './labels.ts';
import { colorOf, patternOf, seriesColor, writePatternFill } from './paint.ts';
import type { ChartPlan, PlannedSeries } from './plan.ts';
import { value } from './values.ts';
import { type CellValue, rangeName } from './workbook.ts';

/** Writes a series: its name, colors, labels and data. */
export function writeSeries(
  writer: SlideWriter,
  plan: ChartPlan,
  planned: PlannedSeries,
  size: number,
): Xml {
  const { index, series, shape, column, rows, format } = planned;
  const hasPoints = shape === 'scatter' || shape === 'bubble';
  const name = element('c:tx', {}, textRef(rangeName(column, 0), [series.name]));
  const isMarked = shape === 'scatter' || shape === 'line' || shape === 'radar';
  const values = cellsOf(plan, column, rows);
  return element(
    'c:ser',
    {},
    value('c:idx', index),
    value('c:order', index),
    name,
    writeLook(writer, plan, planned),
    (shape === 'bar' || shape === 'bubble') && value('c:invertIfNegative', 0),
    isMarked && writeMarker(writer, plan, planned),
    writePoints(writer, plan, planned),
    writeLabels(writer, plan, planned, size),
    hasPoints ? writePositions(plan, planned) : writeCategories(plan, rows),
    element(
      hasPoints ? 'c:yVal' : 'c:val',
      {},
      numberRef(rangeName(column, 1, rows), values, format),
    ),
    planned.sizeColumn !== undefined &&
      element(
        'c:bubbleSize',
        {},
        numberRef(
          rangeName(planned.sizeColumn, 1, rows),
          cellsOf(plan, planned.sizeColumn, rows),
          'General',
        ),
      ),
    shape === 'bubble' && value('c:bubble3D', 0),
    (shape === 'line' || shape === 'scatter') && value('c:smooth', 0),
  );
}

function cellsOf({ sheet }: ChartPlan, column: number, rows: number): readonly CellValue[] {
  return sheet.rows.slice(1, rows + 1).map((row) => row[column] ?? null);
}

function writeCategories({ categories, dates }: ChartPlan, rows: number): Xml {
  const range = rangeName(0, 1, rows);
  return element(
    'c:cat',
    {},
    dates ? numberRef(range, categories, dates.format) : textRef(range, categories),
  );
}

function writePositions(plan: ChartPlan, { xColumn, rows }: PlannedSeries): Xml {
  return element(
    'c:xVal',
    {},
    numberRef(rangeName(xColumn, 1, rows), cellsOf(plan, xColumn, rows), plan.xFormat),
  );
}

function textRef(range: string, texts: readonly CellValue[]): Xml {
  const points = texts.map((text, idx) =>
    element('c:pt', { idx }, element('c:v', {}, String(text ?? ''))),
  );
  return element(
    'c:strRef',
    {},
    element('c:f', {}, range),
    element('c:strCache', {}, value('c:ptCount', texts.length), points),
  );
}

function numberRef(range: string, numbers: readonly CellValue[], format: string): Xml {
  const points = numbers.map((number, idx) =>
    number === null ? undefined : element('c:pt', { idx }, element('c:v', {}, String(number))),
  );
  const cache = element(
    'c:numCache',
    {},
    element('c:formatCode', {}, format),
    value('c:ptCount', numbers.length),
    points,
  );
  return element('c:numRef', {}, element('c:f', {}, range), cache);
}

function writeLook(writer: SlideWriter, plan: ChartPlan, planned: PlannedSeries): Xml {
  const css = seriesColor(plan, planned);
  const { shape, isMark } = planned;
  if (shape === 'line' || shape === 'radar')
    return element('c:spPr', {}, writeLine(writer, css, isMark ? 2 : 3.5, isMark === true));
  if (shape === 'scatter') {
    const isLine = plan.spec.type !== 'scatter' || isMark;
    return element(
      'c:spPr',
      {},
      isLine
        ? writeLine(writer, css, isMark ? 2 : 3.5, isMark === true)
        : element('a:ln', { w: 19050 }, element('a:noFill')),
    );
  }
  if (shape === 'pie' || shape === 'doughnut')
    return element('c:spPr', {}, writeLine(writer, '--color-background', 2));
  const opacity = (shape === 'area' && !plan.spec.stacked) || shape === 'bubble' ? 0.55 : 1;
  const edge = shape === 'bubble' ? writeLine(writer, css, 1.5) : undefined;
  return element('c:spPr', {}, writeFill(writer, css, opacity, patternOf(plan, planned)), edge);
}

function writeFill(writer: SlideWriter, css: string, opacity: number, pattern?: string): Xml {
  if (pattern !== undefined) return writePatternFill(writer, pattern, css, opacity);
  if (opacity === 1) return writer.fill(css);
  const alpha = element('a:alpha', { val: Math.round(opacity * 100000) });
  return element('a:solidFill', {}, element('a:srgbClr', { val: writer.style.color(css) }, alpha));
}

export function writeLine(writer: SlideWriter, css: string, width: number, isDashed = false): Xml {
  const dash = isDashed && element('a:prstDash', { val: 'dash' });
  return element('a:ln', { w: emu(width), cap: 'rnd' }, writer.fill(css), dash, element('a:round'));
}

const symbols = ['circle', 'diamond', 'triangle', 'square'] as const;

/** The shape of a series' points, as on the page. */
function symbolOf({ index }: PlannedSeries): string {
  return symbols[index % symbols.length] ?? 'circle';
}

function writeMarker(writer: SlideWriter, plan: ChartPlan, planned: PlannedSeries): Xml {
  const isShown = !planned.isMark && (plan.spec.type === 'scatter' || planned.rows <= maxLabelled);
  if (!isShown) return element('c:marker', {}, value('c:symbol', 'none'));
  const css = seriesColor(plan, planned);
  return element(
    'c:marker',
    {},
    value('c:symbol', symbolOf(planned)),
    value('c:size', plan.spec.type === 'scatter' ? 9 : 7),
    element('c:spPr', {}, writer.fill(css), writeLine(writer, css, 1)),
  );
}

/** The points that differ from their series: slices, and highlighted ones and the others. */
function writePoints(writer: SlideWriter, plan: ChartPlan, planned: PlannedSeries): readonly Xml[] {
  const { spec } = plan;
  const { shape, rows, series } = planned;
  const isSlices = shape === 'pie' || shape === 'doughnut';
  const labels = series.points ? series.points.map(({ label = '' }) => label) : spec.labels;
  const highlighted = new Set(spec.highlight);
  const isHighlighting =
    highlighted.size > 0 &&
    !planned.isMark &&
    (isSlices || ['bar', 'scatter', 'bubble'].includes(shape));
  if (!isSlices && !isHighlighting) return [];
  return Array.from({ length: rows }, (_, at) => {
    const isOne = highlighted.has(labels[at] ?? '');
    const usual = isSlices ? colorOf(at) : seriesColor(plan, planned);
    const css = !isHighlighting ? usual : isOne ? '--chart-highlight' : '--chart-muted';
    const pattern = patternOf(plan, planned, at);
    const fill = writeFill(writer, css, shape === 'bubble' ? 0.55 : 1, pattern);
    const look = element(
      'c:spPr',
      {},
      fill,
      isSlices && writeLine(writer, '--color-background', 2),
    );
    const marker =
      shape === 'scatter' &&
      element(
        'c:marker',
        {},
        value('c:symbol', symbolOf(planned)),
        value('c:size', 9),
        element('c:spPr', {}, writer.fill(css), writeLine(writer, css, 1)),
      );
    return element(
      'c:dPt',
      {},
      value('c:idx', at),
      (shape === 'bar' || shape === 'bubble') && value('c:invertIfNegative', 0),
      marker,
      (shape === 'bar' || shape === 'bubble' || isSlices) && value('c:bubble3D', 0),
      shape !== 'scatter' && look,
    );
  });
}
