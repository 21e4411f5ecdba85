import type { Chart } from '../../model/blocks.ts';
import type { Description } from './describe.ts';
import type { ChartWriter } from './writers.ts';

const maxSeries = 8;

/** Describes points by their count and the ranges of their values. */
export function describePoints(chart: Chart, write: ChartWriter): Description {
  const { series, x, y, size } = chart;
  const points = series.flatMap(({ points: own = [] }) => own);
  const position = write.positions();
  const [first] = series;
  const value = first ? write.values(first) : String;
  const findings = [
    `${x} from ${rangeOf(
      points.map((point) => point.x),
      position,
    )}`,
    `${y ?? 'values'} from ${rangeOf(
      points.map((point) => point.y),
      value,
    )}`,
  ];
  if (size) {
    const largest = points.reduce((best, point) =>
      (point.size ?? 0) > (best.size ?? 0) ? point : best,
    );
    const sizes = rangeOf(
      points.map((point) => point.size ?? 0),
      write.sizes(),
    );
    findings.push(`${size.name} from ${sizes}${largest.label ? `, largest ${largest.label}` : ''}`);
  }
  const names = series.map(({ name }) => name);
  const more = names.length - maxSeries;
  const listed = `${names.slice(0, maxSeries).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const count = points.length === 1 ? '1 point' : `${points.length} points`;
  return {
    about: names.length > 1 ? `${count} in ${names.length} series (${listed})` : count,
    findings,
  };
}

function rangeOf(numbers: readonly number[], write: (number: number) => string): string {
  const lowest = numbers.reduce((least, number) => Math.min(least, number));
  const highest = numbers.reduce((most, number) => Math.max(most, number));
  return `${write(lowest)} to ${write(highest)}`;
}
