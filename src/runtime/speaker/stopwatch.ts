import { words } from '../words.ts';

/** The state of a stopwatch, stored to continue after a reload. Times are in milliseconds. */
interface StopwatchState {
  /** When the talk started, as returned by `Date.now()`; 0 before that. */
  readonly startedAt: number;
  /** When it was last started; 0 while it is paused. */
  readonly runningSince: number;
  /** The time spent on each slide before `runningSince`. */
  readonly spent: readonly number[];
  /** The index of the slide on which time has been spent since then. */
  readonly slide: number;
}

const initial: StopwatchState = { startedAt: 0, runningSince: 0, spent: [], slide: 0 };

/** Measures the time spent on each slide of a talk. */
export class Stopwatch {
  #state: StopwatchState;
  readonly #store: (state: StopwatchState) => void;

  /** @param store called with every change of the state */
  constructor(stored: unknown, store: (state: StopwatchState) => void) {
    this.#state = isStopwatchState(stored) ? stored : initial;
    this.#store = store;
  }

  get startedAt(): number {
    return this.#state.startedAt;
  }

  get isRunning(): boolean {
    return this.#state.runningSince > 0;
  }

  /** The seconds spent on each slide so far. */
  get slideSeconds(): readonly number[] {
    return Array.from(this.#now(), (time) => (time ?? 0) / 1000);
  }

  /** Counts the time for another slide from now on. @param slide its index */
  enter(slide: number): void {
    this.#set(this.isRunning, slide);
  }

  start(): void {
    if (!this.isRunning) this.#set(true);
  }

  pause(): void {
    this.#set(false);
  }

  reset(): void {
    this.#state = { ...initial, slide: this.#state.slide };
    this.#store(this.#state);
  }

  #set(runs: boolean, slide = this.#state.slide): void {
    const now = Date.now();
    const startedAt = this.#state.startedAt || (runs ? now : 0);
    this.#state = { startedAt, runningSince: runs ? now : 0, spent: this.#now(), slide };
    this.#store(this.#state);
  }

  #now(): readonly number[] {
    const { runningSince, spent, slide } = this.#state;
    if (runningSince === 0) return spent;
    const all = [...spent];
    // The system clock may be set back.
    all[slide] = (all[slide] ?? 0) + Math.max(0, Date.now() - runningSince);
    return all;
  }
}

/** The label of the button that starts and pauses the timer. */
export function toggleLabel({ isRunning, startedAt }: Stopwatch): string {
  if (isRunning) return words().pause;
  return startedAt > 0 ? words().resume : words().startTimer;
}

function isStopwatchState(value: unknown): value is StopwatchState {
  const { spent, ...numbers } = (value ?? {}) as Partial<Record<keyof StopwatchState, unknown>>;
  const { startedAt, runningSince, slide } = numbers;
  const areNumbers = [startedAt, runningSince, slide].every((number) => typeof number === 'number');
  return areNumbers && Array.isArray(spent);
}
