import type { ChartMark } from '../../model/chart.ts';
import type { Located } from '../../model/source.ts';
import type { Faults } from './errors.ts';
import { suggestName } from './names.ts';
import type { Scales } from './scales.ts';
import { parseDate } from './sheet/dates.ts';
import { isNumber } from './sheet/numbers.ts';

/** What a mark can stand at. */
export interface MarkedAxes extends Scales {
  readonly labels: readonly string[];
  readonly hasRight: boolean;
}

const written = /^(?:(x|y|right)\s*=\s*)?(.+?)(?:\s+to\s+(.+?))?(?:\s*["“]([^"“”]*)["”])?$/;

/**
 * Reads a line or a band across the chart: `2006 "AWS launches"`, `2008 to 2009 "The crisis"`,
 * `y=100 "Target"`, `right=5 to 10`. Where no axis is named, it is the one of categories.
 */
export function readMark(
  { value, span }: Located<string>,
  axes: MarkedAxes,
  report: Faults,
): ChartMark | undefined {
  const [, axisName = 'x', first = '', second, label] = written.exec(value.trim()) ?? [];
  const axis = axisName as ChartMark['axis'];
  const places = [first, ...(second === undefined ? [] : [second])].map((text) => {
    const place = axis === 'x' ? placeOnX(text, axes) : placeOnY(text, axis, axes);
    if (typeof place === 'number') return place;
    report.add('chart-mark', span, `"${text}" ${place.fault}`, place.hint);
    return undefined;
  });
  if (places.includes(undefined)) return undefined;
  const [from = 0, to] = places.filter((place) => place !== undefined).toSorted((a, b) => a - b);
  return { axis, from, ...(to !== undefined && { to }), ...(label && { label }) };
}

interface Fault {
  readonly fault: string;
  readonly hint?: string | undefined;
}

const form = 'write 2006 "its label", 2008 to 2009 "a band", or y=100 "a value"';

function placeOnX(text: string, { xScale, labels }: MarkedAxes): number | Fault {
  if (xScale === 'time') {
    return parseDate(text)?.time ?? { fault: 'is not a date', hint: form };
  }
  if (xScale !== 'category') return placeOnNumbers(text, xScale === 'log');
  const index = labels.indexOf(text);
  if (index >= 0) return index;
  const begun = labels.find((label) => text.startsWith(`${label} `));
  const hint = begun && `write ${begun} "${text.slice(begun.length + 1)}"`;
  return { fault: 'is no category of this chart', hint: hint ?? suggestName(text, labels) };
}

function placeOnY(
  text: string,
  axis: 'y' | 'right',
  { yScale, hasRight }: MarkedAxes,
): number | Fault {
  if (axis === 'right' && !hasRight) {
    return {
      fault: 'is on an axis that this chart has not',
      hint: 'name its columns with "right:"',
    };
  }
  return placeOnNumbers(text, axis === 'y' && yScale === 'log');
}

function placeOnNumbers(text: string, isLog: boolean): number | Fault {
  if (!isNumber(text)) return { fault: 'is not a number', hint: form };
  const number = Number(text);
  if (isLog && number <= 0) return { fault: 'is not on a logarithmic scale' };
  return Number.isFinite(number) ? number : { fault: 'is too large' };
}
