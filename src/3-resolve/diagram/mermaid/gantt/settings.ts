import { didYouMean } from '../../../../base/diagnostics/suggest.ts';
import {
  hasTooManyTicks,
  maxTicks,
  type TickInterval,
  type TimeRange,
  tickUnits,
} from '../../../../model/diagram/gantt.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { setting } from '../settings.ts';
import { weekdays } from './calendar.ts';
import { ignoreAt } from './places.ts';
import type { Statements, Words } from './statements.ts';

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
  range: TimeRange,
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
    ignoreAt(words, `"${words.text}" is not an interval of ticks`, hint, source);
    return undefined;
  }
  const interval = { count: Number(count), unit };
  if (hasTooManyTicks(interval, range)) {
    const message = `more than ${maxTicks} ticks, so the chart chooses the interval`;
    ignoreAt(words, message, 'write a longer interval', source);
    return undefined;
  }
  return interval;
}

export function readWeekday(words: Words | undefined): number {
  return Math.max(
    0,
    weekdays.findIndex((name) => name === words?.text),
  );
}
