import type { SlideWriter } from '../slide/slide-writer.ts';
import { element, type Xml } from '../xml.ts';
import { axisFormat } from './number-format.ts';
import type { ChartPlan } from './plan.ts';
import { positionRange, type Range, valueRange } from './range.ts';
import { writeLine } from './series.ts';
import { chartText } from './text.ts';
import { value } from './values.ts';

/** The ids of axes: each pair crosses. */
export const axisIds = { x: 111111111, y: 222222222, right: 333333333, rightX: 444444444 } as const;

interface AxisOptions {
  readonly id: number;
  readonly crosses: number;
  readonly position: 'l' | 'r' | 'b' | 't';
  readonly isDeleted?: boolean;
  /** Whether it runs from right to left, or from the top down. */
  readonly isReversed?: boolean;
  /** Whether it is at the end of the axis that it crosses. */
  readonly isAtEnd?: boolean;
  readonly title?: string | undefined;
}

/** Writes the axes of a chart that has some. @param hasRight whether a second axis is on the right */
export function writeAxes(
  writer: SlideWriter,
  plan: ChartPlan,
  size: number,
  hasRight: boolean,
): readonly Xml[] {
  const { spec, series } = plan;
  // Circular charts run clockwise in every language.
  const isRightToLeft = writer.isRightToLeft && spec.type !== 'radar';
  const formats = {
    left: series.find((each) => each.series.axis === 'left')?.format ?? 'General',
    right: series.find((each) => each.series.axis === 'right')?.format ?? 'General',
  };
  const hasPoints = series.some(({ shape }) => shape === 'scatter' || shape === 'bubble');
  const axes = new AxisWriter(writer, plan, size);
  if (hasPoints) {
    const yTitle = spec.series.length === 1 ? (spec.y ?? spec.series[0]?.name) : spec.y;
    return [
      axes.values(
        {
          id: axisIds.x,
          crosses: axisIds.y,
          position: 'b',
          title: spec.x,
          isReversed: isRightToLeft,
        },
        plan.xFormat,
        spec.xScale === 'log',
        false,
      ),
      axes.values(
        {
          id: axisIds.y,
          crosses: axisIds.x,
          position: 'l',
          title: spec.unit === undefined ? yTitle : undefined,
        },
        formats.left,
        spec.yScale === 'log',
        true,
      ),
    ];
  }
  const { horizontal } = spec;
  const main = [
    axes.categories({
      id: axisIds.x,
      crosses: axisIds.y,
      position: horizontal ? 'l' : 'b',
      isReversed: horizontal || isRightToLeft,
    }),
    axes.values(
      {
        id: axisIds.y,
        crosses: axisIds.x,
        position: horizontal ? 'b' : 'l',
        isReversed: horizontal && isRightToLeft,
        isAtEnd: horizontal,
      },
      formats.left,
      spec.yScale === 'log',
      true,
    ),
  ];
  if (!hasRight) return main;
  return [
    ...main,
    axes.values(
      { id: axisIds.right, crosses: axisIds.rightX, position: 'r' },
      formats.right,
      false,
      false,
    ),
    axes.categories({
      id: axisIds.rightX,
      crosses: axisIds.right,
      position: 'b',
      isDeleted: true,
      isReversed: isRightToLeft,
    }),
  ];
}

class AxisWriter {
  readonly #writer: SlideWriter;
  readonly #plan: ChartPlan;
  readonly #size: number;

  constructor(writer: SlideWriter, plan: ChartPlan, size: number) {
    this.#writer = writer;
    this.#plan = plan;
    this.#size = size;
  }

  categories({ id, crosses, position, isDeleted = false, isReversed = false }: AxisOptions): Xml {
    const { dates, spec } = this.#plan;
    const isDate = dates !== undefined;
    const isRadar = spec.type === 'radar';
    return element(
      isDate ? 'c:dateAx' : 'c:catAx',
      {},
      value('c:axId', id),
      element('c:scaling', {}, value('c:orientation', isReversed ? 'maxMin' : 'minMax')),
      value('c:delete', Number(isDeleted)),
      value('c:axPos', position),
      isRadar &&
        element(
          'c:majorGridlines',
          {},
          element('c:spPr', {}, writeLine(this.#writer, '--chart-grid', 1)),
        ),
      element('c:numFmt', { formatCode: dates?.format ?? 'General', sourceLinked: false }),
      value('c:majorTickMark', 'none'),
      value('c:minorTickMark', 'none'),
      value('c:tickLblPos', isRadar ? 'nextTo' : 'low'),
      element('c:spPr', {}, writeLine(this.#writer, '--chart-muted', 1)),
      chartText(this.#writer, this.#size, { css: '--chart-text', isBold: false }),
      value('c:crossAx', crosses),
      value('c:crosses', 'autoZero'),
      value('c:auto', isDate ? 1 : 0),
      !isDate && value('c:lblAlgn', 'ctr'),
      value('c:lblOffset', 100),
      isDate ? this.#dateUnits() : value('c:noMultiLvlLbl', 1),
    );
  }

  #dateUnits(): readonly Xml[] {
    const { dates } = this.#plan;
    if (!dates) return [];
    const { base, majorUnit, unit } = dates;
    return [
      value('c:baseTimeUnit', base),
      value('c:majorUnit', majorUnit),
      value('c:majorTimeUnit', unit),
    ];
  }

  values(options: AxisOptions, format: string, isLog: boolean, hasGrid: boolean): Xml {
    const { id, crosses, position, isReversed = false, isAtEnd = false, title } = options;
    const { spec } = this.#plan;
    const isRadar = spec.type === 'radar';
    const isFirst = (position === 'l' || position === 'b') && !isAtEnd;
    const range = this.#range(id);
    const hasPoints = this.#plan.series.some(
      ({ shape }) => shape === 'scatter' || shape === 'bubble',
    );
    const rotation = position === 'l' || position === 'r' ? -5400000 : 0;
    return element(
      'c:valAx',
      {},
      value('c:axId', id),
      element(
        'c:scaling',
        {},
        isLog && value('c:logBase', 10),
        value('c:orientation', isReversed ? 'maxMin' : 'minMax'),
        range && value('c:max', range.max),
        range ? value('c:min', range.min) : this.#limits(isLog, id),
      ),
      value('c:delete', 0),
      value('c:axPos', position),
      hasGrid &&
        element(
          'c:majorGridlines',
          {},
          element('c:spPr', {}, writeLine(this.#writer, '--chart-grid', 1)),
        ),
      title !== undefined &&
        element(
          'c:title',
          {},
          element(
            'c:tx',
            {},
            chartText(this.#writer, this.#size, {
              css: '--chart-text',
              isBold: false,
              text: title,
              rotation,
            }),
          ),
          value('c:overlay', 0),
        ),
      element('c:numFmt', {
        formatCode: range ? axisFormat(format, range.step) : format,
        sourceLinked: false,
      }),
      value('c:majorTickMark', 'none'),
      value('c:minorTickMark', 'none'),
      value('c:tickLblPos', isFirst ? 'low' : 'nextTo'),
      element(
        'c:spPr',
        {},
        isRadar || hasGrid
          ? element('a:ln', {}, element('a:noFill'))
          : writeLine(this.#writer, '--chart-muted', 1),
      ),
      chartText(this.#writer, this.#size, { css: '--chart-text', isBold: false }),
      value('c:crossAx', crosses),
      value(
        'c:crosses',
        isAtEnd || position === 'r' ? 'max' : isLog || hasPoints ? 'min' : 'autoZero',
      ),
      value('c:crossBetween', this.#crossing),
      range && value('c:majorUnit', range.step),
    );
  }

  #range(id: number): Range | undefined {
    const { spec } = this.#plan;
    if (id === axisIds.x) return positionRange(spec);
    return valueRange(spec, id === axisIds.right ? 'right' : 'left');
  }

  /** Where the category axis crosses: bars are between marks, points on them. */
  get #crossing(): 'between' | 'midCat' {
    const { series, dates } = this.#plan;
    const onMarks = series.every(
      ({ shape }) => shape === 'area' || shape === 'scatter' || shape === 'bubble',
    );
    return onMarks || (dates && series.every(({ shape }) => shape !== 'bar'))
      ? 'midCat'
      : 'between';
  }

  /** A logarithmic axis begins at the power of ten below the least value. */
  #limits(isLog: boolean, id: number): readonly Xml[] {
    if (!isLog) return [];
    const { series } = this.#plan.spec;
    const numbers = series.flatMap(({ values, points = [] }) =>
      id === axisIds.x ? points.map(({ x }) => x) : [...values, ...points.map(({ y }) => y)],
    );
    const positive = numbers.filter((number) => number !== null && number > 0) as readonly number[];
    if (positive.length === 0) return [];
    return [value('c:min', 10 ** Math.floor(Math.log10(Math.min(...positive)) + 1e-9))];
  }
}
