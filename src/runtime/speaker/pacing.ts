import { formatTime } from './format-time.ts';

/** What the deck says of its time, in seconds. */
export interface Plan {
  /** One for each slide, in their order. */
  readonly slides: readonly (number | undefined)[];
  /** Of the whole talk, where the deck's head names it. */
  readonly talk: number | undefined;
}

/** How a talk goes, against its plan. */
export interface Pace {
  /** How much it matters. The words say it too. */
  readonly tone: 'calm' | 'late' | 'over';
  readonly words: string;
  /** How much of the plan is behind the speaker, and how much of its time is gone: from 0 to 1. */
  readonly done: number;
  readonly gone: number;
}

/** Nobody speaks to the second. */
const tolerance = 15;
/** Later than this, in seconds or as a part of the talk, something must be left out. */
const muchTooLate = { seconds: 60, part: 0.05 };

/**
 * Compares the time that is gone with the slides that are. Whoever is on a slide within its own time
 * is on time. A slide without a plan takes what it takes.
 *
 * @param place of the slide that is shown, from 0
 * @param spent the seconds on each slide so far
 */
export function paceOf(plan: Plan, place: number, spent: readonly number[]): Pace | undefined {
  if (plan.slides.every((seconds) => seconds === undefined)) return undefined;
  const planned = plan.slides.map((seconds, i) => seconds ?? spent[i] ?? 0);
  const begin = sum(planned.slice(0, place));
  const now = planned[place] ?? 0;
  const elapsed = sum(spent);
  const late = Math.max(0, elapsed - begin - now);
  const early = Math.max(0, begin - elapsed);
  const talk = Math.max(1, plan.talk ?? sum(planned));
  const limit = Math.max(muchTooLate.seconds, talk * muchTooLate.part);
  return {
    tone: late >= limit ? 'over' : late >= tolerance ? 'late' : 'calm',
    words: wordsFor(late, early),
    done: Math.min(1, (begin + Math.min(now, Math.max(0, elapsed - begin))) / talk),
    gone: Math.min(1, elapsed / talk),
  };
}

function wordsFor(late: number, early: number): string {
  if (late >= tolerance) return `${formatTime(late)} behind`;
  if (early >= tolerance) return `${formatTime(early)} ahead`;
  return 'On time';
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
