import os from 'node:os';
import { type Beside, type ExportSeries, type Program, programs } from './export.ts';
import { replaceSection } from './sections.ts';
import { median, spread, table } from './tables.ts';

const heading = '## PDFs';

/** The section of RESULTS.md on PDFs. */
export function writeExport(series: readonly ExportSeries[], load: number): string {
  const columns = ['', 'rounds', 'Lectern', 'Marp CLI', '× Marp CLI', 'decktape', 'memory', 'size'];
  return `${heading}

Written by \`npm start --prefix bench -- --export\`; load ${load.toFixed(1)} at the start on ${os.cpus().length} cores.
The same slides as PDFs, by all programs with the same Chromium, in turn; one slide was edited since
the last export. Seconds of the whole run. decktape prints a plain reveal.js page of them, in fewer
rounds. Memory is that of all processes together, at most, with what they share counted once; it and
sizes are those of Lectern / Marp CLI / decktape.

${table(['', 'target', 'measured', ''], targets(series))}

${table(columns, series.map(row))}
`;
}

/** Puts the section into a report, into the place of the one that stands there. */
export function replaceExport(report: string, section: string): string {
  return replaceSection(report, heading, section);
}

function row({ slides, rounds, memory, size }: ExportSeries): readonly string[] {
  const seconds = (program: Program): string => {
    const times = timesOf(program, rounds);
    return times.length > 0 ? spread(times, (value) => (value / 1000).toFixed(1)) : '';
  };
  const times = factors(rounds);
  return [
    `${slides} slides`,
    `${rounds.length}`,
    ...[seconds('lectern'), seconds('marp')],
    times.length > 0 ? spread(times, (value) => value.toFixed(2)) : '',
    seconds('decktape'),
    `${side(memory, 1e6)} MB`,
    `${side(size, 1000)} kB`,
  ];
}

function timesOf(program: Program, rounds: readonly Beside[]): readonly number[] {
  return rounds.flatMap((round) => round[program] ?? []);
}

/** How many times as long as Marp CLI Lectern takes. */
function factors(rounds: readonly Beside[]): readonly number[] {
  return rounds.flatMap(({ lectern, marp }) => (lectern && marp ? lectern / marp : []));
}

/** `250 / 310 / 420` */
function side(figures: Beside, unit: number): string {
  const numbers = programs.flatMap((program) => figures[program] ?? []);
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
  const seconds = median(timesOf('lectern', large.rounds)) / 1000;
  const gigabytes = (large.memory.lectern ?? 0) / 1e9;
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
