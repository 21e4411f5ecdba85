import os from 'node:os';
import { replaceSection } from '../sections.ts';
import { median, spread, table } from '../tables.ts';
import { type Beside, type ExportSeries, type Program, programs } from './export.ts';

const heading = '## PDFs';

/** The section of RESULTS.md on PDFs. */
export function writeExport(series: readonly ExportSeries[], load: number): string {
  const columns = [
    '',
    'rounds',
    'Lectern',
    'Chromium alone',
    '× Chromium',
    'Marp CLI',
    '× Marp CLI',
    'decktape',
    'typst again, ms',
    'memory',
    'size',
  ];
  return `${heading}

Written by \`npm start --prefix bench -- --export\`; load ${load.toFixed(1)} at the start on ${os.cpus().length} cores.
The same slides as PDFs, by all programs with the same Chromium, in turn; one slide was edited since
the last export. Seconds of the whole run. Chromium alone starts, loads the page that Lectern has built and
prints it: the limit. typst compiles like slides again, while it stays in memory. decktape prints a plain
reveal.js page of the slides, in fewer rounds. Memory is that of all processes together, at most, with what they
share counted once; it and sizes are those of
Lectern / Chromium / Marp CLI / decktape.

${table(['', 'target', 'measured', ''], targets(series))}

${table(columns, series.map(row))}
`;
}

/** Puts the section into a report, into the place of the one that stands there. */
export function replaceExport(report: string, section: string): string {
  return replaceSection(report, heading, section);
}

function row({ slides, rounds, memory, size, typst }: ExportSeries): readonly string[] {
  const seconds = (program: Program): string => {
    const times = timesOf(program, rounds);
    return times.length > 0 ? spread(times, (value) => (value / 1000).toFixed(1)) : '';
  };
  const times = (other: Program): string => {
    const found = factors(rounds, other);
    return found.length > 0 ? spread(found, (value) => value.toFixed(2)) : '';
  };
  return [
    `${slides} slides`,
    `${rounds.length}`,
    ...[seconds('lectern'), seconds('chromium'), times('chromium')],
    ...[seconds('marp'), times('marp'), seconds('decktape')],
    spread(typst, (value) => value.toFixed(0)),
    `${side(memory, 1e6)} MB`,
    `${side(size, 1000)} kB`,
  ];
}

function timesOf(program: Program, rounds: readonly Beside[]): readonly number[] {
  return rounds.flatMap((round) => round[program] ?? []);
}

/** How many times as long as another program Lectern takes. */
function factors(rounds: readonly Beside[], other: Program): readonly number[] {
  return rounds.flatMap(({ lectern, [other]: time }) => (lectern && time ? lectern / time : []));
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
    return ratio(`${slides} slides`, median(factors(rounds, 'marp')), 0.5, '½ of Marp CLI');
  });
  const alone = series.map(({ slides, rounds }) => {
    const most = slides > 100 ? 1.2 : 1.15;
    const factor = median(factors(rounds, 'chromium'));
    return ratio(`${slides} slides`, factor, most, `${most} × Chromium alone`);
  });
  const seconds = median(timesOf('lectern', large.rounds)) / 1000;
  const gigabytes = (large.memory.lectern ?? 0) / 1e9;
  return [
    ...rows,
    ...alone,
    limit(`${large.slides} slides`, seconds, 10, 's'),
    limit(`${large.slides} slides, memory`, gigabytes, 1.5, 'GB'),
  ];
}

function ratio(name: string, factor: number, most: number, limit: string): readonly string[] {
  const verdict = factor <= most ? 'met' : '**missed**';
  return [name, `at most ${limit}`, `${factor.toFixed(2)} ×`, verdict];
}

function limit(name: string, measured: number, most: number, unit: string): readonly string[] {
  const verdict = measured <= most ? 'met' : '**missed**';
  return [name, `at most ${most} ${unit}`, `${measured.toFixed(1)} ${unit}`, verdict];
}
