import os from 'node:os';
import type { Beside, ExportSeries } from './export.ts';
import { replaceSection } from './sections.ts';
import { median, spread, table } from './tables.ts';

const heading = '## PDFs';

/** The section of RESULTS.md on PDFs. */
export function writeExport(series: readonly ExportSeries[], load: number): string {
  const columns = ['', 'rounds', 'Lectern', 'Marp CLI', '× Marp CLI', 'memory', 'size'];
  return `${heading}

Written by \`npm start --prefix bench -- --export\`; load ${load.toFixed(1)} at the start on ${os.cpus().length} cores.
The same slides as PDFs, by both programs with the same Chromium, in turn; one slide was edited since
the last export. Seconds of the whole run. Memory is that of all processes together, at most, with what
they share counted once; it and sizes are those of Lectern, and behind the stroke of Marp CLI.

${table(['', 'target', 'measured', ''], targets(series))}

${table(columns, series.map(row))}
`;
}

/** Puts the section into a report, into the place of the one that stands there. */
export function replaceExport(report: string, section: string): string {
  return replaceSection(report, heading, section);
}

function row({ slides, rounds, memory, size }: ExportSeries): readonly string[] {
  const seconds = (value: number): string => (value / 1000).toFixed(1);
  const marp = rounds.flatMap((round) => round.marp ?? []);
  return [
    `${slides} slides`,
    `${rounds.length}`,
    spread(
      rounds.map(({ lectern }) => lectern),
      seconds,
    ),
    marp.length > 0 ? spread(marp, seconds) : '',
    marp.length > 0 ? spread(factors(rounds), (value) => value.toFixed(2)) : '',
    `${both(memory, 1e6)} MB`,
    `${both(size, 1000)} kB`,
  ];
}

function factors(rounds: readonly Beside[]): readonly number[] {
  return rounds.flatMap(({ lectern, marp }) => (marp === undefined ? [] : lectern / marp));
}

/** `250 / 310` */
function both({ lectern, marp }: Beside, unit: number): string {
  const numbers = marp === undefined ? [lectern] : [lectern, marp];
  return numbers.map((number) => (number / unit).toFixed(0)).join(' / ');
}

function targets(series: readonly ExportSeries[]): readonly (readonly string[])[] {
  const large = series.at(-1);
  if (!large) throw new Error('no deck was measured');
  const rows = series.slice(0, -1).map(({ slides, rounds }) => {
    const factor = median(factors(rounds));
    const verdict = factor <= 0.5 ? 'met' : '**missed**';
    return [`${slides} slides`, 'at most ½ of Marp CLI', `${factor.toFixed(2)} ×`, verdict];
  });
  const seconds = median(large.rounds.map(({ lectern }) => lectern)) / 1000;
  const gigabytes = large.memory.lectern / 1e9;
  return [
    ...rows,
    limit(`${large.slides} slides`, seconds, 10, 's'),
    limit(`${large.slides} slides, memory`, gigabytes, 1.5, 'GB'),
  ];
}

function limit(name: string, measured: number, most: number, unit: string): readonly string[] {
  const verdict = measured <= most ? 'met' : '**missed**';
  return [name, `at most ${most} ${unit}`, `${measured.toFixed(1)} ${unit}`, verdict];
}
