import type { Annotation } from '../../model/chart.ts';
import type { Located } from '../../model/source.ts';
import type { ChartReport } from './chart-report.ts';
import { suggestName } from './names.ts';
import { readDateColumn } from './notation/date-column.ts';
import type { DateOrder } from './notation/date-notation.ts';
import type { Scales } from './scales.ts';
import { cutLabel } from './sheet/labels.ts';
import { isInRange, isNumber, rangeHint } from './sheet/numbers.ts';

/** The axes of a chart, to which annotations refer. */
interface AnnotatedAxes extends Scales {
  readonly labels: readonly string[];
  /** The positions of the labels on a numeric or time scale. */
  readonly positions?: readonly number[];
  /** The order of day, month and year, if the author sets it. */
  readonly dates?: DateOrder;
  readonly hasRight: boolean;
}

const written = /^(?:(x|y|right)\s*=\s*)?(.+?)(?:\s+to\s+(.+?))?(?:\s*["“]([^"“”]*)["”])?$/;

/**
 * Reads a mark line or band: `2006 "AWS launches"`, `2008 to 2009 "The crisis"`, `y=100 "Target"`,
 * `right=5 to 10`. The default axis is x.
 */
export function readAnnotation(
  { value, span }: Located<string>,
  axes: AnnotatedAxes,
  report: ChartReport,
): Annotation | undefined {
  const [, axisName = 'x', first = '', second, label] = written.exec(value.trim()) ?? [];
  const axis = axisName as Annotation['axis'];
  const positions = [first, ...(second === undefined ? [] : [second])].map((text) => {
    const position = axis === 'x' ? positionOnX(text, axes) : positionOnY(text, axis, axes);
    if (typeof position === 'number') return position;
    report.add('chart-mark', span, `"${text}" ${position.message}`, position.hint);
    return undefined;
  });
  if (positions.includes(undefined)) return undefined;
  const [from = 0, to] = positions
    .filter((position) => position !== undefined)
    .toSorted((a, b) => a - b);
  return {
    axis,
    from,
    ...(to !== undefined && { to }),
    ...(label && { label: cutLabel({ value: label, span }, report) }),
  };
}

interface Problem {
  /** The end of a sentence that begins with the author's text. */
  readonly message: string;
  readonly hint?: string | undefined;
}

const examples = 'write 2006 "its label", 2008 to 2009 "a band", or y=100 "a value"';

function positionOnX(text: string, axes: AnnotatedAxes): number | Problem {
  const { xScale, labels } = axes;
  if (xScale === 'time') return positionInTime(text, axes);
  if (xScale !== 'category') return positionOnNumbers(text, xScale === 'log');
  const index = labels.indexOf(text);
  if (index >= 0) return index;
  const start = labels.find((label) => text.startsWith(`${label} `));
  const hint = start && `write ${start} "${text.slice(start.length + 1)}"`;
  return { message: 'is not a category of this chart', hint: hint ?? suggestName(text, labels) };
}

/** A date as the data has it, or one with a single reading. */
function positionInTime(
  text: string,
  { labels, positions, dates: order }: AnnotatedAxes,
): number | Problem {
  const own = positions?.[labels.indexOf(text)];
  const { dates, ambiguous } = readDateColumn([text], order);
  const time = own ?? dates[0]?.time;
  if (time === undefined) return { message: 'is not a date', hint: examples };
  if (own === undefined && ambiguous) {
    return { message: 'can be several dates', hint: 'write it as 2025-01-31, or set "dates:"' };
  }
  return time;
}

function positionOnY(
  text: string,
  axis: 'y' | 'right',
  { yScale, hasRight }: AnnotatedAxes,
): number | Problem {
  if (axis === 'right' && !hasRight) {
    return {
      message: 'is on the right axis, which this chart does not have',
      hint: 'assign columns to it with "right:"',
    };
  }
  return positionOnNumbers(text, axis === 'y' && yScale === 'log');
}

function positionOnNumbers(text: string, isLog: boolean): number | Problem {
  if (!isNumber(text)) return { message: 'is not a number', hint: examples };
  const number = Number(text);
  if (isLog && number <= 0) return { message: 'must be greater than 0 on a logarithmic scale' };
  return isInRange(number) ? number : { message: 'cannot be drawn', hint: rangeHint };
}
