import type { StageState } from '../../../dev/messages.ts';
import { formatTime } from '../../speaker/format-time.ts';
import { type Pace, type Plan, paceOf, sum } from '../../speaker/pacing.ts';
import { Stopwatch } from '../../speaker/stopwatch.ts';
import { write } from './write.ts';

/** How often the times are written again, in milliseconds. */
const beat = 250;

/** The time of the talk, as the stage has it, and its pace. */
export class Clock {
  readonly #root: HTMLElement;
  #watch = new Stopwatch(null, () => {});
  #plan: Plan = { slides: [], talk: undefined };
  #place: number | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    setInterval(() => this.#tell(), beat);
  }

  setPlan(plan: Plan): void {
    this.#plan = plan;
  }

  /** @param age how long ago the stage was like that, in milliseconds */
  take(state: StageState, age: number): void {
    this.#watch = watchOf(state, age);
  }

  /** @param place of the slide that is shown, from 0 */
  show(place: number | undefined): void {
    this.#place = place;
    this.#tell();
  }

  #tell(): void {
    const { spent } = this.#watch;
    const elapsed = sum(spent);
    write(this.#part('desk-elapsed'), formatTime(elapsed));
    const isStanding = this.#watch.begun > 0 && !this.#watch.runs;
    this.#root.classList.toggle('standing', isStanding);
    this.#showPace(this.#place === undefined ? undefined : paceOf(this.#plan, this.#place, spent));
    const left = this.#plan.talk === undefined ? undefined : this.#plan.talk - elapsed;
    const line = this.#part('remote-left');
    line.hidden = left === undefined;
    write(line, left === undefined ? '' : nameLeft(left));
  }

  #showPace(pace: Pace | undefined): void {
    const [words, bar] = [this.#part('desk-pace'), this.#part('desk-plan')];
    words.hidden = bar.hidden = pace === undefined;
    this.#root.dataset.tone = pace?.tone ?? 'calm';
    write(words, pace?.words ?? '');
    bar.style.setProperty('--done', `${pace?.done ?? 0}`);
    bar.style.setProperty('--gone', `${pace?.gone ?? 0}`);
  }

  #part(name: string): HTMLElement {
    return this.#root.querySelector(`.${name}`) as HTMLElement;
  }
}

/** A watch that goes on as the stage's, by this machine's own clock. */
function watchOf({ clock, slide }: StageState, age: number): Stopwatch {
  const spent = clock.spent.map((seconds) => seconds * 1000);
  const since = clock.runs ? Date.now() - age : 0;
  return new Stopwatch({ begun: clock.hasBegun ? 1 : 0, since, spent, place: slide }, () => {});
}

function nameLeft(seconds: number): string {
  return seconds < 0 ? `+${formatTime(-seconds)} over` : `${formatTime(Math.ceil(seconds))} left`;
}
