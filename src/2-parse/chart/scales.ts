import type { ChartSpec, ChartType } from '../../model/chart.ts';
import type { Faults } from './errors.ts';
import type { ChartHead, ScaleKey } from './keys.ts';
import type { Demand } from './sheet/numbers.ts';

export type Scales = Pick<ChartSpec, 'xScale' | 'yScale'>;

/** The scales that a chart's type and keys ask for. */
export function readScales(type: ChartType, head: ChartHead, report: Faults): Scales {
  const { x, y: yScale = 'linear', span } = head.scale ?? {};
  const fault = x && findFault(type, x, head.time);
  if (fault) report.add('chart-key', span, fault.message, fault.hint);
  if (head.time) return { xScale: 'time', yScale };
  const usual = hasPoints(type) ? 'linear' : 'category';
  return { xScale: fault || x === undefined ? usual : x, yScale };
}

function hasPoints(type: ChartType): boolean {
  return type === 'scatter' || type === 'bubble';
}

interface Fault {
  readonly message: string;
  readonly hint?: string;
}

function findFault(
  type: ChartType,
  x: NonNullable<ScaleKey['x']>,
  isTime: boolean | undefined,
): Fault | undefined {
  if (isTime) {
    return { message: 'the x axis is one of time already', hint: 'leave out "time:", or x here' };
  }
  if (x === 'category' && hasPoints(type)) {
    return { message: `a ${type} chart has numbers along its x axis` };
  }
  if (x === 'category' || type !== 'bar') return undefined;
  const hint = 'line, area, scatter and bubble charts have numbers along it';
  return { message: 'a bar chart has categories along its x axis', hint };
}

/** What a chart can show of the values on its left axis. */
export function valueDemand(type: ChartType, { yScale }: Scales): Demand {
  if (type === 'pie' || type === 'doughnut' || type === 'polarArea') return 'part';
  return yScale === 'log' ? 'log' : 'any';
}
