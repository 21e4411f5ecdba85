import type { PresenterState, RemoteAction } from '../../../dev/protocol/messages.ts';
import { formatTime } from '../../speaker/format-time.ts';
import { type Pace, type Plan, paceOf, sum } from '../../speaker/pacing.ts';
import { nameToggle, Stopwatch } from '../../speaker/stopwatch.ts';
import { write } from './write.ts';

/** How often the times are written again, in milliseconds. */
const beat = 250;

/** The time of the talk, as the stage has it, and its pace; and a sheet with the buttons that lead it. */
export class Clock {
  readonly #root: HTMLElement;
  #watch = new Stopwatch(null, () => {});
  #plan: Plan = { slides: [], talk: undefined };
  #place: number | undefined;

  /** @param press lets the stage do something */
  constructor(root: HTMLElement, press: (act: RemoteAction) => void) {
    this.#root = root;
    const sheet = this.#part<HTMLDialogElement>('remote-time');
    this.#part('remote-clock').addEventListener('click', () => sheet.showModal());
    const acts: Readonly<Record<string, () => RemoteAction>> = {
      toggle: () => ({ type: this.#watch.runs ? 'pause' : 'start' }),
      reset: () => ({ type: 'reset' }),
    };
    for (const [name, act] of Object.entries(acts)) {
      this.#part(`remote-${name}`).addEventListener('click', () => {
        sheet.close();
        press(act());
      });
    }
    setInterval(() => this.#tell(), beat);
  }

  setPlan(plan: Plan): void {
    this.#plan = plan;
  }

  /** @param age how long ago the stage was like that, in milliseconds */
  take(state: PresenterState, age: number): void {
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
    for (const name of ['desk-elapsed', 'remote-elapsed']) {
      write(this.#part(name), formatTime(elapsed));
    }
    write(this.#part('remote-toggle'), nameToggle(this.#watch));
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

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    return this.#root.querySelector(`.${name}`) as T;
  }
}

/** A watch that goes on as the stage's, by this machine's own clock. */
function watchOf({ timer, slide }: PresenterState, age: number): Stopwatch {
  const spent = timer.slideSeconds.map((seconds) => seconds * 1000);
  const since = timer.isRunning ? Date.now() - age : 0;
  return new Stopwatch({ begun: timer.hasStarted ? 1 : 0, since, spent, place: slide }, () => {});
}

function nameLeft(seconds: number): string {
  return seconds < 0 ? `+${formatTime(-seconds)} over` : `${formatTime(Math.ceil(seconds))} left`;
}
