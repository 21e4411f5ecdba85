import type { PresenterState, RemoteAction } from '../../../dev/protocol/messages.ts';
import { setText } from '../../element.ts';
import { formatTime } from '../../speaker/format-time.ts';
import { type Pace, type Plan, paceOf, sum } from '../../speaker/pacing.ts';
import { Stopwatch, toggleLabel } from '../../speaker/stopwatch.ts';

/** Milliseconds between updates of the times. */
const tickInterval = 250;

/** The timer and the pace of the talk, and a dialog with the timer's buttons. */
export class Clock {
  readonly #root: HTMLElement;
  #stopwatch = new Stopwatch(null, () => {});
  #plan: Plan = { slides: [], talk: undefined };
  #slide: number | undefined;

  /** @param send sends an action to the presenter window */
  constructor(root: HTMLElement, send: (action: RemoteAction) => void) {
    this.#root = root;
    const dialog = this.#part<HTMLDialogElement>('remote-time');
    this.#part('remote-clock').addEventListener('click', () => dialog.showModal());
    const actions: Readonly<Record<string, () => RemoteAction>> = {
      toggle: () => ({ type: this.#stopwatch.isRunning ? 'pause' : 'start' }),
      reset: () => ({ type: 'reset' }),
    };
    for (const [name, createAction] of Object.entries(actions)) {
      this.#part(`remote-${name}`).addEventListener('click', () => {
        dialog.close();
        send(createAction());
      });
    }
    setInterval(() => this.#showTimes(), tickInterval);
  }

  setPlan(plan: Plan): void {
    this.#plan = plan;
  }

  /** @param age the age of the state in milliseconds */
  setState(state: PresenterState, age: number): void {
    this.#stopwatch = stopwatchOf(state, age);
  }

  /** @param slide the index of the current slide */
  show(slide: number | undefined): void {
    this.#slide = slide;
    this.#showTimes();
  }

  #showTimes(): void {
    const { slideSeconds } = this.#stopwatch;
    const elapsed = sum(slideSeconds);
    for (const name of ['speaker-elapsed', 'remote-elapsed']) {
      setText(this.#part(name), formatTime(elapsed));
    }
    setText(this.#part('remote-toggle'), toggleLabel(this.#stopwatch));
    const isPaused = this.#stopwatch.startedAt > 0 && !this.#stopwatch.isRunning;
    this.#root.classList.toggle('timer-paused', isPaused);
    this.#showPace(
      this.#slide === undefined ? undefined : paceOf(this.#plan, this.#slide, slideSeconds),
    );
    const left = this.#plan.talk === undefined ? undefined : this.#plan.talk - elapsed;
    const line = this.#part('remote-left');
    line.hidden = left === undefined;
    setText(line, left === undefined ? '' : formatRemaining(left));
  }

  #showPace(pace: Pace | undefined): void {
    const [label, bar] = [this.#part('speaker-pace'), this.#part('speaker-timeline')];
    label.hidden = bar.hidden = pace === undefined;
    this.#root.dataset.tone = pace?.tone ?? 'calm';
    setText(label, pace?.label ?? '');
    bar.style.setProperty('--done', `${pace?.done ?? 0}`);
    bar.style.setProperty('--elapsed', `${pace?.elapsed ?? 0}`);
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    return this.#root.querySelector(`.${name}`) as T;
  }
}

/** A stopwatch that continues the presenter window's timer by this device's clock. */
function stopwatchOf({ timer, slide }: PresenterState, age: number): Stopwatch {
  const spent = timer.slideSeconds.map((seconds) => seconds * 1000);
  const runningSince = timer.isRunning ? Date.now() - age : 0;
  return new Stopwatch(
    { startedAt: timer.hasStarted ? 1 : 0, runningSince, spent, slide },
    () => {},
  );
}

function formatRemaining(seconds: number): string {
  return seconds < 0 ? `+${formatTime(-seconds)} over` : `${formatTime(Math.ceil(seconds))} left`;
}
