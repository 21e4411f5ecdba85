import { fill, words } from '../words.ts';
import { formatTime } from './format-time.ts';

/** The planned times of a deck, in seconds. */
export interface Plan {
  /** For each slide, in order. */
  readonly slides: readonly (number | undefined)[];
  /** For the whole talk, if the front matter sets it. */
  readonly talk: number | undefined;
}

/** The progress of a talk compared to its plan. */
export interface Pace {
  /** The urgency. The label expresses it too. */
  readonly tone: 'calm' | 'late' | 'over';
  readonly label: string;
  /**
   * The share of the plan that is done, and the share of its time that has elapsed: from 0 to 1.
   */
  readonly done: number;
  readonly elapsed: number;
}

/** Deviations below this number of seconds count as on time. */
const tolerance = 15;
/** A delay that cannot be caught up: in seconds, or as a share of the talk. */
const overtime = { seconds: 60, part: 0.05 };

/**
 * Compares the elapsed time with the planned time. The talk is on time while the current slide is within
 * its planned time. A slide without a planned time counts with the time spent on it.
 *
 * @param index the index of the current slide
 * @param spent the seconds spent on each slide so far
 */
export function paceOf(plan: Plan, index: number, spent: readonly number[]): Pace | undefined {
  if (plan.slides.every((seconds) => seconds === undefined)) return undefined;
  const planned = plan.slides.map((seconds, i) => seconds ?? spent[i] ?? 0);
  const begin = sum(planned.slice(0, index));
  const now = planned[index] ?? 0;
  const elapsed = sum(spent);
  const late = Math.max(0, elapsed - begin - now);
  const early = Math.max(0, begin - elapsed);
  const talk = Math.max(1, plan.talk ?? sum(planned));
  const limit = Math.max(overtime.seconds, talk * overtime.part);
  return {
    tone: late >= limit ? 'over' : late >= tolerance ? 'late' : 'calm',
    label: labelFor(late, early),
    done: Math.min(1, (begin + Math.min(now, Math.max(0, elapsed - begin))) / talk),
    elapsed: Math.min(1, elapsed / talk),
  };
}

function labelFor(late: number, early: number): string {
  if (late >= tolerance) return fill(words().behind, formatTime(late));
  if (early >= tolerance) return fill(words().ahead, formatTime(early));
  return words().onTime;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
