import os from 'node:os';
import { replaceSection } from '../sections.ts';
import { median, spread, table } from '../tables.ts';
import type { StageRun, StageSeries } from './stage.ts';

const heading = '## On stage';

/** The section of RESULTS.md on decks in the browser. */
export function writeStage(series: readonly StageSeries[], load: number): string {
  const rounds = series[0]?.lectern.openings.length ?? 0;
  const rows = series.flatMap(({ slides, lectern, reveal }) => [
    row(`${slides} slides, Lectern`, lectern),
    row(`${slides} slides, plain reveal.js`, reveal),
  ]);
  const columns = [
    '',
    'first slide',
    'ready',
    'CPU',
    'a step',
    '95 %',
    'and layout',
    'its CPU',
    'overview',
    'its CPU',
  ];
  return `${heading}

Written by \`npm start --prefix bench -- --stage\`; load ${load.toFixed(1)} at the start on ${os.cpus().length} cores.
The same slides in Chromium, from a file, as Lectern makes them and in a page of plain reveal.js with
its theme white, in turn, ${rounds} rounds; milliseconds.

- **first slide**: until it is painted where it stays, alone; **ready**: until keys lead on
- **CPU**: of the page's main thread, until half a second later
- **a step**: its script, median and 95th percentile; **and layout**: with the styles and the layout that it asks for; **its CPU**: of the
  main thread until the next step, painting included
- **overview**: from the key to the frame that shows it

${table(['', 'target', 'measured', ''], targets(series))}

${table(columns, rows)}
`;
}

/** Puts the section into a report, into the place of the one that stands there. */
export function replaceStage(report: string, section: string): string {
  return replaceSection(report, heading, section);
}

function targets(series: readonly StageSeries[]): readonly (readonly string[])[] {
  const large = series.at(-1);
  const middle = series.at(-2);
  if (!large || !middle) throw new Error('a deck was not measured');
  // What else the machine does must not count against a step.
  const step = median(large.lectern.stepCpu);
  const shown = median(large.lectern.openings.map((opening) => opening.shown));
  const overview = median(middle.lectern.overviewCpu);
  return [
    target(`${large.slides} slides, CPU of a step, painting included`, step, 16.7),
    target(`${large.slides} slides, first slide`, shown, 300),
    target(`${middle.slides} slides, CPU of the overview`, overview, 100),
  ];
}

function target(name: string, measured: number, limit: number): readonly string[] {
  const verdict = measured <= limit ? 'met' : '**missed**';
  return [name, `at most ${limit} ms`, `${measured.toFixed(1)} ms`, verdict];
}

function row(
  name: string,
  { openings, steps, stepCpu, overviews, overviewCpu }: StageRun,
): readonly string[] {
  const scripts = steps.map(({ script }) => script);
  const whole = (value: number): string => value.toFixed(0);
  return [
    name,
    spread(
      openings.map(({ shown }) => shown),
      whole,
    ),
    spread(
      openings.map(({ ready }) => ready),
      whole,
    ),
    whole(median(openings.map(({ cpu }) => cpu))),
    `**${median(scripts).toFixed(1)}**`,
    percentile(scripts).toFixed(1),
    median(steps.map(({ script, layout }) => script + layout)).toFixed(1),
    median(stepCpu).toFixed(1),
    spread(overviews, whole),
    whole(median(overviewCpu)),
  ];
}

/** The 95th. */
function percentile(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
}
