import os from 'node:os';
import type { LimitRound } from './limits.ts';
import { replaceSection } from './sections.ts';
import { median, spread, table } from './tables.ts';

const heading = '## Close to the limit';

/** Something that is measured next to what the machine needs for it by itself. */
export interface LimitSeries {
  readonly name: string;
  readonly limitName: string;
  /** Of the limit. */
  readonly most: number;
  readonly unit: 's' | 'ms' | 'MB';
  /** Milliseconds or bytes. */
  readonly rounds: readonly LimitRound[];
}

/** What is measured, with its targets. */
export function limitSeries(
  memory: readonly LimitRound[],
  images: readonly LimitRound[],
): readonly LimitSeries[] {
  return [
    {
      name: '1,000 slides, memory of the page',
      limitName: 'plain reveal.js',
      most: 0.8,
      unit: 'MB',
      rounds: memory,
    },
    {
      name: 'PNG of 100 slides',
      limitName: "the browser's own captures",
      most: 1.2,
      unit: 's',
      rounds: images,
    },
  ];
}

const units = { s: 1000, ms: 1, MB: 1e6 } as const;

/** The section of RESULTS.md on what the machine allows. */
export function writeLimits(series: readonly LimitSeries[], load: number): string {
  const rows = series.map(({ name, limitName, unit, rounds }) => {
    const write = (value: number): string =>
      `${(value / units[unit]).toFixed(unit === 's' ? 1 : 0)}`;
    const own = spread(
      rounds.map(({ lectern }) => lectern),
      write,
    );
    const limit = spread(
      rounds.map((round) => round.limit),
      write,
    );
    return [name, `${own} ${unit}`, limitName, `${limit} ${unit}`, `${rounds.length}`];
  });
  return `${heading}

Written by \`npm start --prefix bench -- --limits\`; load ${load.toFixed(1)} at the start on ${os.cpus().length} cores.
Lectern next to what the machine needs for the same by itself, in turn. Factors are medians of those of the rounds.

- **memory of the page**: what its process has for itself, three seconds after it is ready
- **the browser's own captures**: Chromium starts, opens the built page, shows each slide and writes a PNG of it

${table(['', 'target', 'measured', ''], series.map(verdict))}

${table(['', 'Lectern', '', '', 'rounds'], rows)}
`;
}

/** Puts the section into a report, into the place of the one that stands there. */
export function replaceLimits(report: string, section: string): string {
  return replaceSection(report, heading, section);
}

function verdict({ name, limitName, most, rounds }: LimitSeries): readonly string[] {
  const factor = median(rounds.map(({ lectern, limit }) => lectern / limit));
  const isMet = factor <= most ? 'met' : '**missed**';
  return [name, `at most ${most} × ${limitName}`, `${factor.toFixed(2)} ×`, isMet];
}
