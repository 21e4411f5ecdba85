import type { ChartSpec, ChartType } from '../../model/chart.ts';
import type { ChartReport } from './chart-report.ts';
import type { ChartSettings, ScaleKey } from './keys.ts';
import type { Constraint } from './sheet/numbers.ts';

export type Scales = Pick<ChartSpec, 'xScale' | 'yScale'>;

/** The scales of a chart, from its type and settings. */
export function readScales(type: ChartType, settings: ChartSettings, report: ChartReport): Scales {
  const { x, y: yScale = 'linear', span } = settings.scale ?? {};
  const problem = x && findProblem(type, x, settings.time);
  if (problem) report.add('chart-key', span, problem.message, problem.hint);
  if (settings.time) return { xScale: 'time', yScale };
  const defaultScale = hasPoints(type) ? 'linear' : 'category';
  return { xScale: problem || x === undefined ? defaultScale : x, yScale };
}

function hasPoints(type: ChartType): boolean {
  return type === 'scatter' || type === 'bubble';
}

interface Problem {
  readonly message: string;
  readonly hint?: string;
}

function findProblem(
  type: ChartType,
  x: NonNullable<ScaleKey['x']>,
  isTime: boolean | undefined,
): Problem | undefined {
  if (isTime) {
    return { message: 'the x axis is a time axis already', hint: 'remove "time:", or x here' };
  }
  if (x === 'category' && hasPoints(type)) {
    return { message: `a ${type} chart has a numeric x axis` };
  }
  if (x === 'category' || type !== 'bar') return undefined;
  const hint = 'line, area, scatter and bubble charts can have a numeric x axis';
  return { message: 'the x axis of a bar chart is a category axis', hint };
}

/** Which values are valid on the left axis of a chart. */
export function valueConstraint(type: ChartType, { yScale }: Scales): Constraint {
  if (type === 'pie' || type === 'doughnut' || type === 'polarArea') return 'slice';
  return yScale === 'log' ? 'log' : 'any';
}
