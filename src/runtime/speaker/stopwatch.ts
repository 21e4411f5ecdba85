/** What a stopwatch knows, to go on after a reload. Times are in milliseconds. */
export interface WatchState {
  /** When the talk began, as `Date.now()` says it; 0 before it has. */
  readonly begun: number;
  /** Since when it runs; 0 while it stands. */
  readonly since: number;
  /** On each slide, before `since`. */
  readonly spent: readonly number[];
  /** The slide, from 0, on which time is spent since then. */
  readonly place: number;
}

const unused: WatchState = { begun: 0, since: 0, spent: [], place: 0 };

/** Measures how long a talk takes, slide by slide. */
export class Stopwatch {
  #state: WatchState;
  readonly #keep: (state: WatchState) => void;

  /** @param keep called with each change that a reload must not lose */
  constructor(kept: unknown, keep: (state: WatchState) => void) {
    this.#state = isWatchState(kept) ? kept : unused;
    this.#keep = keep;
  }

  get begun(): number {
    return this.#state.begun;
  }

  get runs(): boolean {
    return this.#state.since > 0;
  }

  /** The seconds on each slide so far. */
  get spent(): readonly number[] {
    return Array.from(this.#now(), (time) => (time ?? 0) / 1000);
  }

  /** From now on the time is another slide's. @param place of the slide, from 0 */
  enter(place: number): void {
    this.#set(this.runs, place);
  }

  start(): void {
    if (!this.runs) this.#set(true);
  }

  pause(): void {
    this.#set(false);
  }

  reset(): void {
    this.#state = { ...unused, place: this.#state.place };
    this.#keep(this.#state);
  }

  #set(runs: boolean, place = this.#state.place): void {
    const now = Date.now();
    const begun = this.#state.begun || (runs ? now : 0);
    this.#state = { begun, since: runs ? now : 0, spent: this.#now(), place };
    this.#keep(this.#state);
  }

  #now(): readonly number[] {
    const { since, spent, place } = this.#state;
    if (since === 0) return spent;
    const all = [...spent];
    // A clock that is set back takes nothing away.
    all[place] = (all[place] ?? 0) + Math.max(0, Date.now() - since);
    return all;
  }
}

/** What the button says that lets the time go and halts it. */
export function nameToggle({ runs, begun }: Stopwatch): string {
  if (runs) return 'Pause';
  return begun > 0 ? 'Go on' : 'Start';
}

function isWatchState(value: unknown): value is WatchState {
  const { spent, ...numbers } = (value ?? {}) as Partial<Record<keyof WatchState, unknown>>;
  const { begun, since, place } = numbers;
  const areNumbers = [begun, since, place].every((number) => typeof number === 'number');
  return areNumbers && Array.isArray(spent);
}
