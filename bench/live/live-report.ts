import os from 'node:os';
import { replaceSection } from '../sections.ts';
import { median, spread, table } from '../tables.ts';
import type { LiveRun } from './live.ts';

const heading = '## While writing';

export interface LiveSeries {
  /** What the deck has. */
  readonly name: string;
  /** The milliseconds that are allowed. */
  readonly most: number;
  /** How many times as long as the limit it may take. */
  readonly mostTimes: number;
  /** Lectern's first, the limit last. */
  readonly runs: readonly LiveRun[];
}

/** The section of RESULTS.md on decks that are being written. */
export function writeLive(series: readonly LiveSeries[], load: number): string {
  const saves = series[0]?.runs[0]?.times.length ?? 0;
  const names = series[0]?.runs.map(({ name }) => name) ?? [];
  return `${heading}

Written by \`npm start --prefix bench -- --live\`; load ${load.toFixed(1)} at the start on ${os.cpus().length} cores.
From the save of a deck to the frame in Chromium that shows what has changed, by the watchers of all
programs in turn, one save after the other: \`lectern dev\`, \`marp --server\`, \`reveal-md --watch\`. WebSocket is
the limit: an empty page that is told by WebSocket to change one word. Factors are medians of those of the rounds.
A line of the second slide says something else, and each other time it is a line longer. A photograph
has 1.5 MB. ${saves} saves; milliseconds.

${table(['', 'target', 'measured', ''], series.flatMap(verdicts))}

${table(['', ...names], series.map(row))}
`;
}

/** Puts the section into a report, into the place of the one that stands there. */
export function replaceLive(report: string, section: string): string {
  return replaceSection(report, heading, section);
}

function verdicts({ name, most, mostTimes, runs }: LiveSeries): readonly (readonly string[])[] {
  const own = runs[0]?.times ?? [];
  const limits = runs.at(-1)?.times ?? [];
  const factor = median(own.map((time, i) => time / (limits[i] ?? Number.NaN)));
  const verdict = (isMet: boolean): string => (isMet ? 'met' : '**missed**');
  const measured = median(own);
  return [
    [name, `at most ${most} ms`, `${measured.toFixed(0)} ms`, verdict(measured <= most)],
    [
      name,
      `at most ${mostTimes} × WebSocket`,
      `${factor.toFixed(2)} ×`,
      verdict(factor <= mostTimes),
    ],
  ];
}

function row({ name, runs }: LiveSeries): readonly string[] {
  const whole = (value: number): string => value.toFixed(0);
  return [name, ...runs.map(({ times }) => spread(times, whole))];
}
