import type { RevealApi } from 'reveal.js';
import type {
  PresenterReport,
  PresenterState,
  RemoteAction,
  TimerState,
} from '../../dev/protocol/messages.ts';
import { stepEvents, timerEvents } from '../feature.ts';
import { countShownSteps } from '../slides/slide-copy.ts';
import { Stopwatch } from '../speaker/stopwatch.ts';
import { PageStorage } from '../speaker/storage.ts';

/** Milliseconds between checks of the timer, which the speaker view controls. */
const pollInterval = 1000;
/** The minimum time between two reports in milliseconds. */
const minReportInterval = 30;
const entry = 'dev-used';

/** Lets remotes control the deck in this page, and reports what it shows. */
export class PresenterWindow {
  readonly #deck: RevealApi;
  readonly #token: string;
  readonly #send: (report: PresenterReport) => boolean;
  readonly #storage = new PageStorage('sessionStorage');
  #usedAt: number;
  #isRemote = false;
  #lastReport = '';
  #timer = 0;
  #reportedAt = 0;

  constructor(deck: RevealApi, token: string, send: (report: PresenterReport) => boolean) {
    this.#deck = deck;
    this.#token = token;
    this.#send = send;
    this.#usedAt = (isReload() && Number(this.#storage.read(entry))) || Date.now();
    this.#storage.write(entry, this.#usedAt);
    for (const event of ['slidechanged', ...stepEvents]) deck.on(event, () => this.#step());
    for (const event of ['paused', 'resumed']) deck.on(event, () => this.#step());
    addEventListener('focus', () => this.#markUsed());
    const update = (): void => this.#update();
    new MutationObserver(update).observe(document.documentElement, { attributeFilter: ['class'] });
    setInterval(update, pollInterval);
  }

  /** The first report to a newly connected server. */
  initialReport(): PresenterReport {
    this.#lastReport = this.#fingerprint();
    return this.#report();
  }

  /** Performs an action of a remote, and reports the state even if it did not change. */
  perform(action: RemoteAction): void {
    this.#remotely(() => performAction(action, this.#deck));
    this.#lastReport = '';
    this.#update();
  }

  /** Applies a change that does not count as use of this window. */
  async change(change: () => Promise<void>): Promise<void> {
    this.#isRemote = true;
    try {
      await change();
    } finally {
      this.#isRemote = false;
    }
    this.#update();
  }

  #remotely(act: () => void): void {
    const before = this.#isRemote;
    this.#isRemote = true;
    act();
    this.#isRemote = before;
  }

  #step(): void {
    if (!this.#isRemote) this.#markUsed();
    // After the speaker view's timer has been updated.
    queueMicrotask(() => this.#update());
  }

  #markUsed(): void {
    this.#usedAt = Date.now();
    this.#storage.write(entry, this.#usedAt);
    this.#lastReport = '';
    queueMicrotask(() => this.#update());
  }

  /** Sends a report if something changed. */
  #update(): void {
    const now = this.#fingerprint();
    if (now === this.#lastReport) return;
    const wait = this.#reportedAt + minReportInterval - performance.now();
    clearTimeout(this.#timer);
    if (wait > 0) {
      this.#timer = setTimeout(() => this.#update(), wait);
      return;
    }
    if (!this.#send(this.#report())) return;
    this.#lastReport = now;
    this.#reportedAt = performance.now();
  }

  /** Identifies the content of a report, without the passing time. */
  #fingerprint(): string {
    const { slide, step, isBlank } = this.#state() ?? {};
    return JSON.stringify([this.#usedAt, slide, step, isBlank, this.#storage.read('watch')]);
  }

  #report(): PresenterReport {
    const state = this.#state();
    return { type: 'presenter', token: this.#token, usedAt: this.#usedAt, ...(state && { state }) };
  }

  #state(): PresenterState | undefined {
    const slide = this.#deck.getCurrentSlide();
    const isPresented = document.documentElement.classList.contains('live');
    if (!slide || !isPresented) return undefined;
    return {
      slide: Math.max(0, this.#deck.getSlides().indexOf(slide)),
      step: countShownSteps(slide),
      isBlank: this.#deck.isPaused(),
      timer: readTimer(this.#storage),
    };
  }
}

function performAction(action: RemoteAction, deck: RevealApi): void {
  if (action.type === 'go') {
    const slide = deck.getSlides()[action.slide];
    const { h, v } = deck.getIndices(slide);
    if (slide) deck.slide(h, v);
  } else if (action.type === 'blank' || action.type === 'unblank') {
    deck.togglePause(action.type === 'blank');
  } else if (action.type === 'start' || action.type === 'pause' || action.type === 'reset') {
    deck.dispatchEvent({ type: timerEvents[action.type] });
  } else if (deck.isPaused()) {
    // Like pressing any key.
    deck.togglePause(false);
  } else if (action.type === 'next') deck.next();
  else deck.prev();
}

/** Whether the page was reloaded, which does not count as use. */
function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'reload';
}

/** The maximum number of slides whose times are reported. */
const maxTimes = 5000;

/** The timer that the speaker view stores for reloads. */
function readTimer(storage: PageStorage): TimerState {
  const stopwatch = new Stopwatch(storage.read('watch'), () => {});
  const slideSeconds = stopwatch.slideSeconds
    .slice(0, maxTimes)
    .map((seconds) => Math.round(seconds * 10) / 10);
  return { hasStarted: stopwatch.startedAt > 0, isRunning: stopwatch.isRunning, slideSeconds };
}
