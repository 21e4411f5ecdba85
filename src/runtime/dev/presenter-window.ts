import type { RevealApi } from 'reveal.js';
import type {
  PresenterReport,
  PresenterState,
  RemoteAction,
  TimerState,
} from '../../dev/protocol/messages.ts';
import { stepEvents, timeEvents } from '../feature.ts';
import { countTaken } from '../slides/slide-copy.ts';
import { Stopwatch } from '../speaker/stopwatch.ts';
import { Keep } from '../speaker/storage.ts';

/** How often the time is looked at: the speaker view starts and stops it, in milliseconds. */
const beat = 1000;
/** Between two reports, in milliseconds: a key that is held goes faster than anyone looks. */
const pause = 30;
const entry = 'dev-used';

/** Lets remotes lead the deck in this page, and tells them what it shows. */
export class Stage {
  readonly #deck: RevealApi;
  readonly #token: string;
  readonly #send: (report: PresenterReport) => boolean;
  readonly #visit = new Keep('sessionStorage');
  #used: number;
  #isQuiet = false;
  #told = '';
  #timer = 0;
  #toldAt = 0;

  constructor(deck: RevealApi, token: string, send: (report: PresenterReport) => boolean) {
    this.#deck = deck;
    this.#token = token;
    this.#send = send;
    this.#used = (isLoadedAnew() && Number(this.#visit.read(entry))) || Date.now();
    this.#visit.write(entry, this.#used);
    for (const event of ['slidechanged', ...stepEvents]) deck.on(event, () => this.#step());
    for (const event of ['paused', 'resumed']) deck.on(event, () => this.#step());
    addEventListener('focus', () => this.#use());
    const update = (): void => this.#update();
    new MutationObserver(update).observe(document.documentElement, { attributeFilter: ['class'] });
    setInterval(update, beat);
  }

  /** What to say of the stage to a server that knows nothing of it yet. */
  greet(): PresenterReport {
    this.#told = this.#describe();
    return this.#report();
  }

  /** Does what was pressed on a remote, and says in any case what is shown then. */
  act(act: RemoteAction): void {
    this.#quietly(() => perform(act, this.#deck));
    this.#told = '';
    this.#update();
  }

  /** Lets the deck change without anybody having used it. */
  async change(change: () => Promise<void>): Promise<void> {
    this.#isQuiet = true;
    try {
      await change();
    } finally {
      this.#isQuiet = false;
    }
    this.#update();
  }

  #quietly(act: () => void): void {
    const before = this.#isQuiet;
    this.#isQuiet = true;
    act();
    this.#isQuiet = before;
  }

  #step(): void {
    if (!this.#isQuiet) this.#use();
    // Once the speaker view's own clock has taken note of it.
    queueMicrotask(() => this.#update());
  }

  #use(): void {
    this.#used = Date.now();
    this.#visit.write(entry, this.#used);
    this.#told = '';
    queueMicrotask(() => this.#update());
  }

  /** Reports what is new. */
  #update(): void {
    const now = this.#describe();
    if (now === this.#told) return;
    const wait = this.#toldAt + pause - performance.now();
    clearTimeout(this.#timer);
    if (wait > 0) {
      this.#timer = setTimeout(() => this.#update(), wait);
      return;
    }
    if (!this.#send(this.#report())) return;
    this.#told = now;
    this.#toldAt = performance.now();
  }

  /** All that makes a report differ from another one, but for the time that goes by. */
  #describe(): string {
    const { slide, step, isBlank } = this.#state() ?? {};
    return JSON.stringify([this.#used, slide, step, isBlank, this.#visit.read('watch')]);
  }

  #report(): PresenterReport {
    const state = this.#state();
    return { type: 'presenter', token: this.#token, usedAt: this.#used, ...(state && { state }) };
  }

  #state(): PresenterState | undefined {
    const slide = this.#deck.getCurrentSlide();
    const isPresented = document.documentElement.classList.contains('live');
    if (!slide || !isPresented) return undefined;
    return {
      slide: Math.max(0, this.#deck.getSlides().indexOf(slide)),
      step: countTaken(slide),
      isBlank: this.#deck.isPaused(),
      timer: readClock(this.#visit),
    };
  }
}

function perform(act: RemoteAction, deck: RevealApi): void {
  if (act.type === 'go') {
    const slide = deck.getSlides()[act.slide];
    const { h, v } = deck.getIndices(slide);
    if (slide) deck.slide(h, v);
  } else if (act.type === 'blank' || act.type === 'unblank') {
    deck.togglePause(act.type === 'blank');
  } else if (act.type === 'start' || act.type === 'pause' || act.type === 'reset') {
    deck.dispatchEvent({ type: timeEvents[act.type] });
  } else if (deck.isPaused()) {
    // As with any key.
    deck.togglePause(false);
  } else if (act.type === 'next') deck.next();
  else deck.prev();
}

/** Whether that is what brought the page here: nobody uses a page that the server loads anew. */
function isLoadedAnew(): boolean {
  const [way] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return way?.type === 'reload';
}

/** As many slides have their times told. */
const maxTimes = 5000;

/** The time that the speaker view keeps where a reload of the page finds it. */
function readClock(visit: Keep): TimerState {
  const watch = new Stopwatch(visit.read('watch'), () => {});
  const slideSeconds = watch.spent
    .slice(0, maxTimes)
    .map((seconds) => Math.round(seconds * 10) / 10);
  return { hasStarted: watch.begun > 0, isRunning: watch.runs, slideSeconds };
}
