import type { ChartSpec, ChartType } from '../../deck.ts';
import type { Faults } from './faults.ts';
import type { ChartHead } from './keys.ts';
import type { Demand } from './numbers.ts';

export type Scales = Pick<ChartSpec, 'xScale' | 'yScale'>;

/** The scales that a chart's type and keys ask for. */
export function readScales(type: ChartType, head: ChartHead, report: Faults): Scales {
  const hasPoints = type === 'scatter' || type === 'bubble';
  const { x, y = 'linear', span } = head.scale ?? {};
  const yScale = y;
  if (x !== undefined && head.time) {
    report.add('chart-key', span, 'the x axis is one of time already', 'leave "time:" or x out');
  } else if (x === 'category' && hasPoints) {
    report.add('chart-key', span, `a ${type} chart has numbers along its x axis`);
  } else if (x !== undefined && x !== 'category' && type === 'bar') {
    const hint = 'line, area, scatter and bubble charts have numbers along it';
    report.add('chart-key', span, 'a bar chart has categories along its x axis', hint);
  }
  if (head.time) return { xScale: 'time', yScale };
  return { xScale: x ?? (hasPoints ? 'linear' : 'category'), yScale };
}

/** What a chart can show of the values on its left axis. */
export function valueDemand(type: ChartType, { yScale }: Scales): Demand {
  if (type === 'pie' || type === 'doughnut' || type === 'polarArea') return 'part';
  return yScale === 'log' ? 'log' : 'any';
}
