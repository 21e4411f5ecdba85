import os from 'node:os';
import type { Measurement } from './measure.ts';
import type { PageSizes, Size } from './sizes.ts';
import { median, spread, table } from './tables.ts';

/** One run of each program, right after one another. */
export interface Round {
  readonly node: Measurement;
  readonly first: Measurement;
  readonly edited: Measurement;
  readonly cached: Measurement;
  readonly marp?: Measurement;
}

export interface Series {
  readonly slides: number;
  readonly hasChart: boolean;
  readonly rounds: readonly Round[];
}

/** First builds of one deck without charts, with one, and with eleven. */
export interface ChartRound {
  readonly none: Measurement;
  readonly one: Measurement;
  readonly eleven: Measurement;
}

export interface Results {
  readonly series: readonly Series[];
  readonly charts: readonly ChartRound[];
  readonly pages: {
    readonly plain: PageSizes;
    /** With a bar chart; with a bar chart and a line chart. */
    readonly withChart: PageSizes;
    readonly withBoth: PageSizes;
    readonly marp: Size;
  };
  readonly versions: { readonly lectern: string; readonly marp: string };
  /** The machine's load average when the run began. */
  readonly load: number;
}

type Program = keyof Round;

const names: Readonly<Record<Program, string>> = {
  node: '`node -e 0`',
  first: 'Lectern, first build ever',
  edited: 'Lectern, one slide edited',
  cached: 'Lectern, same again',
  marp: 'Marp CLI',
};

/** RESULTS.md */
export function writeReport(results: Results): string {
  const { series, versions, load } = results;
  const [{ model = 'unknown' } = {}, ...others] = os.cpus();
  return `# How fast and how small

Written by \`npm ci && npm ci --prefix bench && npm start --prefix bench\` (\`-- --quick\` for a short
look that writes nothing). Needs Linux with bash and GNU time, and nothing else to do meanwhile.

Lectern ${versions.lectern}, Marp CLI ${versions.marp}, Node ${process.version}, ${model},
${others.length + 1} cores, load ${load.toFixed(1)} at the start.

Lectern is the npm package, installed into an empty folder. The decks are generated: lists, code in
three languages, tables, images, quotes, speaker notes; Marp CLI gets the same slides in its own
dialect, and leaves images and fonts outside of its file. Each program runs in a process of its own, one program
after the other in each round. Times are medians, with minimum and maximum in parentheses; factors are
medians of the factors of the rounds. CPU is the time of all processes together; memory is the resident
set size of the largest one.

- **first build ever**: nothing is in Lectern's cache
- **one slide edited**: its text has changed since the last build
- **same again**: nothing has changed since the last build, so the whole page comes from the cache

## Targets

${table(['', 'target', 'measured', ''], targets(results))}

## Time and memory

${series.map(seriesSection).join('\n\n')}

## What is in the file

Twelve slides; in each cell bytes and, compressed by itself, bytes after gzip. The program is the page
without its content and its fonts, compressed as a whole.

${sizesSection(results)}
`;
}

function seriesSection(series: Series): string {
  const { slides, hasChart, rounds } = series;
  const programs = (Object.keys(names) as Program[]).filter((name) => rounds[0]?.[name]);
  const columns = ['', 'time', 'CPU', 'memory', '× `node -e 0`', '× Marp CLI'];
  const rows = programs.map((name) => [
    names[name],
    milliseconds(values(series, name, 'wall')),
    `${Math.round(median(values(series, name, 'cpu')))} ms`,
    `${Math.round(median(values(series, name, 'memory')) / 1e6)} MB`,
    name === 'node' ? '' : factor(ratios(series, name, 'node')),
    name === 'node' || name === 'marp' ? '' : factor(ratios(series, name, 'marp')),
  ]);
  const title = `${slides} slides${hasChart ? ', one with a bar chart' : ''}`;
  return `### ${title}\n\n${rounds.length} rounds.\n\n${table(columns, rows)}`;
}

function sizesSection({ pages: { plain, withChart, marp } }: Results): string {
  const row = (name: string, part: keyof PageSizes) => [
    name,
    both(plain[part]),
    both(withChart[part]),
  ];
  return table(
    ['', 'without a chart', 'with one bar chart'],
    [
      row('page', 'page'),
      row('content', 'content'),
      row('fonts', 'fonts'),
      row('**program**', 'program'),
      row('its scripts', 'scripts'),
      row('its styles', 'styles'),
      ['Marp CLI: page without pictures and fonts', both(marp), ''],
    ],
  );
}

function targets(results: Results): readonly (readonly string[])[] {
  const { pages } = results;
  const [small, , medium, large] = results.series;
  if (!small || !medium || !large) throw new Error('a deck was not measured');
  // What is taken from the cache as a whole does not grow: an edited deck has the work to do.
  const time = (series: Series) => median(values(series, 'edited', 'wall'));
  // The decks are measured one after the other: what else the machine does must not count here.
  const cpu = (series: Series) => median(values(series, 'edited', 'cpu'));
  const perSlide = [
    (cpu(medium) - cpu(small)) / (medium.slides - small.slides),
    (cpu(large) - cpu(medium)) / (large.slides - medium.slides),
  ] as const;
  const more = (time(large) - time(small)) / 1000;
  const memory = Math.max(
    ...(['first', 'edited', 'cached'] as const).map((name) =>
      median(values(large, name, 'memory')),
    ),
  );
  const toNode = median(ratios(small, 'cached', 'node'));
  const toMarp = median(ratios(small, 'cached', 'marp'));
  const editedToNode = median(ratios(small, 'edited', 'node'));
  const firstToNode = median(ratios(small, 'first', 'node'));
  const growth = `${perSlide[0].toFixed(2)} ms CPU a slide up to 100, ${perSlide[1].toFixed(2)} beyond`;
  return [
    target('12 slides, same again', toNode, 2, times, '2 × `node -e 0`'),
    target('12 slides, same again', toMarp, 1 / 4, times, '¼ of Marp CLI'),
    ['12 slides, one edited', 'none set', `${times(editedToNode)} \`node -e 0\``, ''],
    target('12 slides, first build ever', firstToNode, 4, times, '4 × `node -e 0`'),
    target('1,000 slides over 12, edited', more, 1.5, (s) => `${s.toFixed(2)} s`, '1.5 s more'),
    ['growth, edited', 'linear', growth, verdict(perSlide[1] <= 1.5 * perSlide[0])],
    target('1,000 slides, memory', memory / 1e6, 150, (mb) => `${mb.toFixed(0)} MB`, '150 MB'),
    target('program without a chart', pages.plain.program.gzip / 1000, 60, kilobytes, '60 kB gzip'),
    target('with a bar chart', pages.withChart.program.gzip / 1000, 115, kilobytes, '115 kB gzip'),
    ...chartTargets(results),
  ];
}

function chartTargets({ charts, pages }: Results): readonly (readonly string[])[] {
  const first = median(charts.map(({ none, one }) => one.wall - none.wall));
  const further = median(charts.map(({ one, eleven }) => (eleven.wall - one.wall) / 10));
  const live = pages.withBoth.scripts.gzip - pages.plain.scripts.gzip;
  const write = (value: number): string => `${value.toFixed(0)} ms`;
  return [
    target('the first chart, first build ever', first, 250, write, '250 ms more'),
    target('each further chart', further, 15, write, '15 ms more'),
    target(
      'the picture of a chart',
      pages.withChart.picture.gzip / 1000,
      3,
      kilobytes,
      '3 kB gzip',
    ),
    target('live bars and lines', live / 1000, 60, kilobytes, '60 kB gzip'),
  ];
}

function target(
  name: string,
  measured: number,
  limit: number,
  write: (value: number) => string,
  writtenLimit: string,
): readonly string[] {
  return [name, `at most ${writtenLimit}`, write(measured), verdict(measured <= limit)];
}

function verdict(isMet: boolean): string {
  return isMet ? 'met' : '**missed**';
}

function values(
  series: Series,
  name: Program,
  what: keyof Measurement,
): readonly [number, ...number[]] {
  const [first, ...rest] = series.rounds.flatMap((round) => round[name]?.[what] ?? []);
  if (first === undefined) throw new Error(`${name} was not measured`);
  return [first, ...rest];
}

/** How many times as long as another program it took, round by round; none if that one did not run. */
function ratios(series: Series, name: Program, other: Program): readonly number[] {
  return series.rounds.flatMap((round) => {
    const [own, others] = [round[name], round[other]];
    return own && others ? [own.wall / others.wall] : [];
  });
}

function milliseconds(numbers: readonly number[]): string {
  return `${spread(numbers, (value) => value.toFixed(0))} ms`;
}

function factor(numbers: readonly number[]): string {
  return numbers.length === 0 ? '' : spread(numbers, (value) => value.toFixed(2));
}

function times(value: number): string {
  return `${value.toFixed(2)} ×`;
}

function kilobytes(value: number): string {
  return `${value.toFixed(1)} kB`;
}

function both({ bytes, gzip }: Size): string {
  return `${kilobytes(bytes / 1000)} / ${kilobytes(gzip / 1000)}`;
}
