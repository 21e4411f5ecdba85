import { type TickInterval, type TimeRange, tickUnits } from '../../../../model/diagram/gantt.ts';
import { didYouMean } from '../../../../base/diagnostics/suggest.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { setting } from '../settings.ts';
import { weekdays } from './calendar.ts';
import { ignoreAt } from './places.ts';
import type { Statements, Words } from './statements.ts';

const unitLengths = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
  year: 365 * 86_400_000,
} as const satisfies Record<TickInterval['unit'], number>;

/** More lines would be a gray area. */
const maxTicks = 200;

/** A setting of the chart, or of Mermaid's configuration. */
export function settingOf(
  name: string,
  { settings }: Statements,
  source: MermaidSource,
): Words | undefined {
  const own = settings.get(name);
  if (own && own.text !== '') return own;
  const configured = setting(source.config, `gantt.${name}`);
  return typeof configured === 'string' ? { text: configured, index: 0 } : undefined;
}

/** Reads `tickInterval`; without one that can be drawn, the chart chooses. */
export function readInterval(
  words: Words | undefined,
  { start, end }: TimeRange,
  source: MermaidSource,
): TickInterval | undefined {
  if (!words) return undefined;
  const [, count, name = ''] = /^([1-9]\d*)([a-z]+)$/.exec(words.text) ?? [];
  const unit = tickUnits.find((each) => each === name && each !== 'year');
  if (count === undefined || !unit) {
    const near = didYouMean(name, tickUnits);
    const hint =
      near === undefined || near === 'year'
        ? 'write a number and a unit: 1day, 2week, 1month'
        : `did you mean "${count}${near}"?`;
    ignoreAt(words, `"${words.text}" is no interval of ticks`, hint, source);
    return undefined;
  }
  if ((end - start) / (unitLengths[unit] * Number(count)) > maxTicks) {
    const message = `more than ${maxTicks} ticks, so the chart chooses their distance`;
    ignoreAt(words, message, 'write a longer interval', source);
    return undefined;
  }
  return { count: Number(count), unit };
}

export function readWeekday(words: Words | undefined): number {
  return Math.max(
    0,
    weekdays.findIndex((name) => name === words?.text),
  );
}
