import { formatTime } from './format-time.ts';
import { sum } from './pacing.ts';
import type { Keep } from './storage.ts';

/** One time that the talk was given, or practised. */
export interface Run {
  /** As `Date.now()` says it. */
  readonly begun: number;
  /** The seconds on each slide, by the slide's name: slides may be put in before the next run. */
  readonly slides: Readonly<Record<string, number>>;
}

/** A slide as the log knows it. */
export interface LoggedSlide {
  readonly number: number;
  readonly title: string;
  /** Its title; where several have one title, with how many of them came before. */
  readonly name: string;
  readonly planned: number | undefined;
}

const kept = 5;
const entry = 'rehearsals';

/** The last runs, oldest first. They stay in this browser. */
export function readRuns(keep: Keep): readonly Run[] {
  const runs = keep.read(entry);
  return Array.isArray(runs) ? runs.filter(isRun).slice(-kept) : [];
}

/** Takes a run up, or what is new of it. */
export function keepRun(run: Run, keep: Keep): void {
  const others = readRuns(keep).filter(({ begun }) => begun !== run.begun);
  keep.write(entry, [...others, run].slice(-kept));
}

export function clearRuns(keep: Keep): void {
  keep.write(entry, []);
}

/** The runs as a table for the eye: a row a slide, a column a run. */
export function tabulate(
  slides: readonly LoggedSlide[],
  runs: readonly Run[],
): readonly (readonly string[])[] {
  const time = (seconds: number | undefined): string =>
    seconds === undefined ? '–' : formatTime(seconds);
  const planned = slides.flatMap((slide) => slide.planned ?? []);
  return [
    ['Slide', 'Planned', ...runs.map(({ begun }) => nameDate(begun))],
    ...slides.map((slide) => [
      `${slide.number} ${slide.title}`,
      time(slide.planned),
      ...runs.map((run) => time(run.slides[slide.name])),
    ]),
    [
      'Together',
      time(planned.length > 0 ? sum(planned) : undefined),
      ...runs.map((run) => time(sum(Object.values(run.slides)))),
    ],
  ];
}

/** The runs as a file for a spreadsheet, times in seconds (RFC 4180). */
export function writeCsv(slides: readonly LoggedSlide[], runs: readonly Run[]): string {
  const seconds = (time: number | undefined): string =>
    time === undefined ? '' : String(Math.round(time));
  const rows = [
    ['number', 'slide', 'planned', ...runs.map(({ begun }) => new Date(begun).toISOString())],
    ...slides.map((slide) => [
      String(slide.number),
      slide.title,
      seconds(slide.planned),
      ...runs.map((run) => seconds(run.slides[slide.name])),
    ]),
  ];
  return rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('');
}

/** A spreadsheet would compute a title that begins like a formula. */
function quote(text: string): string {
  const safe = text.replace(/^[=+\-@\t]/, `'$&`);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function nameDate(begun: number): string {
  const options = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return new Date(begun).toLocaleString('en', { ...options, hourCycle: 'h23' });
}

function isRun(value: unknown): value is Run {
  const { begun, slides } = (value ?? {}) as Partial<Record<keyof Run, unknown>>;
  if (typeof begun !== 'number' || typeof slides !== 'object' || slides === null) return false;
  return Object.values(slides).every((seconds) => typeof seconds === 'number');
}
