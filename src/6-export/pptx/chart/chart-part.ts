import type { ChartSpec } from '../../../model/chart.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import { element, type Xml } from '../xml.ts';
import { axisIds, writeAxes } from './axes.ts';
import type { ChartPlan, PlannedSeries, Shape } from './plan.ts';
import { writeSeries } from './series.ts';
import { chartText } from './text.ts';
import { value } from './values.ts';

const namespaces = {
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

/**
 * Writes a chart.
 *
 * @param size of its text, in slide pixels
 * @param data the id of the relationship to its workbook
 */
export function writeChart(writer: SlideWriter, plan: ChartPlan, size: number, data: string): Xml {
  const { spec, series } = plan;
  const groups = groupsOf(series);
  const hasAxes = spec.type !== 'pie' && spec.type !== 'doughnut';
  const hasRight = series.some((each) => each.series.axis === 'right');
  const title = spec.title ?? spec.unit ?? '';
  const unit = spec.title === undefined ? undefined : spec.unit;
  return element(
    'c:chartSpace',
    namespaces,
    value('c:date1904', 0),
    value('c:roundedCorners', 0),
    element(
      'c:chart',
      {},
      title !== '' && writeTitle(writer, title, unit, size),
      value('c:autoTitleDeleted', title === '' ? 1 : 0),
      element(
        'c:plotArea',
        {},
        element('c:layout'),
        groups.map((group) => writeGroup(writer, plan, group, size)),
        hasAxes && writeAxes(writer, plan, size, hasRight),
        element('c:spPr', {}, element('a:noFill')),
      ),
      hasLegend(spec) &&
        element(
          'c:legend',
          {},
          value('c:legendPos', 't'),
          series.flatMap(({ isMark, index }) =>
            isMark
              ? [element('c:legendEntry', {}, value('c:idx', index), value('c:delete', 1))]
              : [],
          ),
          value('c:overlay', 0),
          chartText(writer, size, { css: '--chart-text', isBold: false }),
        ),
      value('c:plotVisOnly', 1),
      value('c:dispBlanksAs', 'gap'),
    ),
    element('c:spPr', {}, element('a:noFill'), element('a:ln', {}, element('a:noFill'))),
    chartText(writer, size, { css: '--chart-text', isBold: false }),
    element('c:externalData', { 'r:id': data }, value('c:autoUpdate', 0)),
  );
}

function hasLegend({ series, type }: ChartSpec): boolean {
  return type === 'doughnut' || (series.length > 1 && type !== 'pie');
}

/** The title in the upper left corner, as on slides; from right to left, its width decides where it would start. */
function writeTitle(
  writer: SlideWriter,
  text: string,
  unit: string | undefined,
  size: number,
): Xml {
  const corner = element(
    'c:layout',
    {},
    element(
      'c:manualLayout',
      {},
      value('c:xMode', 'edge'),
      value('c:yMode', 'edge'),
      value('c:x', 0),
      value('c:y', 0),
    ),
  );
  const rich = chartText(writer, size * 1.08, {
    css: '--color-text',
    isBold: true,
    text,
    ...(unit !== undefined && { more: `, ${unit}` }),
    align: 'l',
  });
  const place = !writer.isRightToLeft && corner;
  return element('c:title', {}, element('c:tx', {}, rich), place, value('c:overlay', 0));
}

/** Series that are drawn the same way on the same axis. */
interface Group {
  readonly shape: Shape;
  readonly axis: 'left' | 'right';
  readonly series: readonly PlannedSeries[];
}

/** Areas are below bars, and both below lines. */
const order: readonly Shape[] = [
  'area',
  'bar',
  'line',
  'pie',
  'doughnut',
  'scatter',
  'bubble',
  'radar',
];

function groupsOf(series: readonly PlannedSeries[]): readonly Group[] {
  const groups: Group[] = [];
  // The right axis may be used by later groups only.
  for (const axis of ['left', 'right'] as const) {
    for (const shape of order) {
      const own = series.filter((each) => each.shape === shape && each.series.axis === axis);
      if (own.length > 0) groups.push({ shape, axis, series: own });
    }
  }
  return groups;
}

function writeGroup(
  writer: SlideWriter,
  plan: ChartPlan,
  { shape, axis, series }: Group,
  size: number,
): Xml {
  const { spec } = plan;
  const all = series.map((each) => writeSeries(writer, plan, each, size));
  const isMarks = series.every(({ isMark }) => isMark);
  const grouping =
    spec.stacked && shape !== 'line' ? 'stacked' : shape === 'bar' ? 'clustered' : 'standard';
  const ids = axis === 'left' ? [axisIds.x, axisIds.y] : [axisIds.rightX, axisIds.right];
  const axes = ids.map((id) => value('c:axId', id));
  const vary = value('c:varyColors', 0);
  switch (shape) {
    case 'bar':
      return element(
        'c:barChart',
        {},
        value('c:barDir', spec.horizontal ? 'bar' : 'col'),
        value('c:grouping', grouping),
        vary,
        all,
        value('c:gapWidth', series.length > 1 && !spec.stacked ? 50 : 40),
        spec.stacked && value('c:overlap', 100),
        axes,
      );
    case 'line':
      return element(
        'c:lineChart',
        {},
        value('c:grouping', 'standard'),
        vary,
        all,
        value('c:marker', isMarks ? 0 : 1),
        axes,
      );
    case 'area':
      return element('c:areaChart', {}, value('c:grouping', grouping), vary, all, axes);
    case 'pie':
      return element('c:pieChart', {}, value('c:varyColors', 1), all, value('c:firstSliceAng', 0));
    case 'doughnut':
      return element(
        'c:doughnutChart',
        {},
        value('c:varyColors', 1),
        all,
        value('c:firstSliceAng', 0),
        value('c:holeSize', 58),
      );
    case 'scatter':
      return element('c:scatterChart', {}, value('c:scatterStyle', 'lineMarker'), vary, all, axes);
    case 'bubble':
      return element(
        'c:bubbleChart',
        {},
        vary,
        all,
        value('c:bubbleScale', 60),
        value('c:showNegBubbles', 0),
        axes,
      );
    case 'radar':
      return element('c:radarChart', {}, value('c:radarStyle', 'marker'), vary, all, axes);
    default:
      return shape satisfies never;
  }
}
