import { words } from '../words.ts';
import { formatTime } from './format-time.ts';
import { sum } from './pacing.ts';
import type { PageStorage } from './storage.ts';

/** One run of the talk, a rehearsal or a presentation. */
interface Run {
  /** As returned by `Date.now()`. */
  readonly startedAt: number;
  /**
   * The seconds on each slide by the slide's name, as slides may be inserted before the next run.
   */
  readonly slides: Readonly<Record<string, number>>;
}

/** A slide in the log. */
export interface LoggedSlide {
  readonly number: number;
  readonly title: string;
  /** Its title, with a number if an earlier slide has the same title. */
  readonly name: string;
  readonly planned: number | undefined;
}

const maxRuns = 5;
const entry = 'rehearsals';

/** The last runs, oldest first. They are stored in this browser only. */
export function readRuns(storage: PageStorage): readonly Run[] {
  const runs = storage.read(entry);
  return Array.isArray(runs) ? runs.filter(isRun).slice(-maxRuns) : [];
}

/** Stores a run, or updates a stored one. */
export function saveRun(run: Run, storage: PageStorage): void {
  const others = readRuns(storage).filter(({ startedAt }) => startedAt !== run.startedAt);
  storage.write(entry, [...others, run].slice(-maxRuns));
}

export function clearRuns(storage: PageStorage): void {
  storage.write(entry, []);
}

/** The runs as a table for display: one row per slide, one column per run. */
export function tableOf(
  slides: readonly LoggedSlide[],
  runs: readonly Run[],
  lang: string,
): readonly (readonly string[])[] {
  const time = (seconds: number | undefined): string =>
    seconds === undefined ? '–' : formatTime(seconds);
  const planned = slides.flatMap((slide) => slide.planned ?? []);
  return [
    [
      words().slideColumn,
      words().planned,
      ...runs.map(({ startedAt }) => formatDate(startedAt, lang)),
    ],
    ...slides.map((slide) => [
      `${slide.number} ${slide.title}`,
      time(slide.planned),
      ...runs.map((run) => time(run.slides[slide.name])),
    ]),
    [
      words().total,
      time(planned.length > 0 ? sum(planned) : undefined),
      ...runs.map((run) => time(sum(Object.values(run.slides)))),
    ],
  ];
}

/** The runs as CSV (RFC 4180), with times in seconds. */
export function writeCsv(slides: readonly LoggedSlide[], runs: readonly Run[]): string {
  const seconds = (time: number | undefined): string =>
    time === undefined ? '' : String(Math.round(time));
  const rows = [
    [
      'number',
      'slide',
      'planned',
      ...runs.map(({ startedAt }) => new Date(startedAt).toISOString()),
    ],
    ...slides.map((slide) => [
      String(slide.number),
      slide.title,
      seconds(slide.planned),
      ...runs.map((run) => seconds(run.slides[slide.name])),
    ]),
  ];
  return rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('');
}

/**
 * Quotes a cell. An apostrophe keeps spreadsheets from computing titles that look like formulas.
 */
function quote(text: string): string {
  const safe = text.replace(/^[=+\-@\t]/, `'$&`);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function formatDate(startedAt: number, lang: string): string {
  const options = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return new Date(startedAt).toLocaleString(lang, { ...options, hourCycle: 'h23' });
}

function isRun(value: unknown): value is Run {
  const { startedAt, slides } = (value ?? {}) as Partial<Record<keyof Run, unknown>>;
  if (typeof startedAt !== 'number' || typeof slides !== 'object' || slides === null) return false;
  return Object.values(slides).every((seconds) => typeof seconds === 'number');
}
