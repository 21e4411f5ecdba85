import { formatTime } from './format-time.ts';
import { type DeskKind, writeMarkup } from './markup.ts';
import { playersOn } from './media-stills.ts';
import { NotesPane } from './notes-pane.ts';
import { type Pace, type Plan, paceOf, sum } from './pacing.ts';
import { nameNext, type Scene } from './presentation-state.ts';
import { SlideFrame } from './slide-frame.ts';
import { makeSplit } from './splitter.ts';
import { nameToggle, type Stopwatch } from './stopwatch.ts';
import type { Keep } from './storage.ts';

/** What a desk knows, and what it can ask for. */
export interface DeskContext {
  /** The element whose slides are shown. */
  readonly deck: HTMLElement;
  readonly plan: Plan;
  readonly watch: Stopwatch;
  readonly keep: Keep;
  /** What is said of a slide without notes. */
  readonly absent: string;
  scene(): Scene | undefined;
  next(): void;
  back(): void;
  /** Shows a place of the deck on the stage: `#/3`. */
  goTo(hash: string): void;
  /** Begins a new run. */
  reset(): void;
  showTimes(dialog: HTMLDialogElement): void;
  /** Takes the window's place with a panel, or the other way round. */
  swap(kind: DeskKind): void;
}

/** How often the times are written again, in milliseconds. */
const beat = 250;

/** The speaker view: slides, notes and times, in a window of its own or docked in the stage's. */
export class Desk {
  readonly root: HTMLElement;
  readonly #context: DeskContext;
  readonly #view: Window;
  readonly #current: SlideFrame;
  readonly #next: SlideFrame;
  readonly #notes: NotesPane;
  readonly #timer: number;
  #pending = false;
  #scene: Scene | undefined;
  #second = 0;

  /** @param page where it is put, at the end of the body */
  constructor(kind: DeskKind, page: Document, context: DeskContext) {
    this.#context = context;
    this.#view = page.defaultView ?? window;
    this.root = page.createElement(kind === 'window' ? 'main' : 'aside');
    this.root.className = `desk desk-${kind}`;
    this.root.lang = 'en';
    this.root.dir = 'ltr';
    this.root.ariaLabel = 'Speaker view';
    this.root.innerHTML = writeMarkup(kind);
    page.body.append(this.root);
    const { deck, keep, goTo } = context;
    this.#current = new SlideFrame(this.#part('current'), deck);
    this.#next = new SlideFrame(this.#part('next'), deck);
    this.#notes = new NotesPane(this.#part('pane'), keep, goTo);
    makeSplit(this.#part('split'), this.#part('area'), keep);
    this.#listen(kind);
    this.#timer = this.#view.setInterval(() => this.#beat(), beat);
    this.#show();
  }

  /** Shows what the stage shows, as soon as that itself is shown. */
  update(): void {
    if (this.#pending) return;
    this.#pending = true;
    // Timers of the stage's own window may rest while it is covered.
    this.#view.setTimeout(() => {
      this.#pending = false;
      this.#show();
    });
  }

  /** Says that nothing here goes on, or takes that back. */
  say(message: string): void {
    const line = this.#part('lost');
    line.hidden = message === '';
    line.textContent = message;
  }

  remove(): void {
    this.#view.clearInterval(this.#timer);
    this.root.ownerDocument.removeEventListener('keydown', this.#closeLog);
    this.root.remove();
  }

  #listen(kind: DeskKind): void {
    const { watch, ...actions } = this.#context;
    const presses: Readonly<Record<string, () => void>> = {
      current: () => actions.next(),
      next: () => actions.next(),
      go: () => actions.next(),
      back: () => actions.back(),
      larger: () => this.#notes.enlarge(),
      smaller: () => this.#notes.reduce(),
      pause: () => (watch.runs ? watch.pause() : watch.start()),
      reset: () => actions.reset(),
      times: () => actions.showTimes(this.#part<HTMLDialogElement>('log')),
      swap: () => actions.swap(kind),
    };
    for (const [name, press] of Object.entries(presses)) {
      this.#part(name).addEventListener('click', () => {
        press();
        this.#tellTime();
      });
    }
    this.root.ownerDocument.addEventListener('keydown', this.#closeLog);
  }

  /** `Escape` closes it, wherever the focus is, and does nothing more. */
  readonly #closeLog = (event: KeyboardEvent): void => {
    const log = this.#part<HTMLDialogElement>('log');
    if (event.key !== 'Escape' || !log.open) return;
    event.preventDefault();
    log.close();
  };

  #show(): void {
    const scene = this.#context.scene();
    this.#scene = scene;
    if (!scene) return;
    this.#current.show(scene.current);
    this.#next.show(scene.next);
    this.#notes.show(scene.current.slide, this.#context.absent);
    write(this.#part('place'), `${scene.place + 1} / ${scene.total}`);
    write(this.#part('title'), scene.title);
    write(this.#part('next-name'), nameNext(scene));
    this.root.classList.toggle('dark-stage', scene.isDark);
    this.#tellTime();
  }

  #beat(): void {
    this.#tellTime();
    const second = Math.floor(Date.now() / 1000);
    if (second === this.#second) return;
    this.#second = second;
    this.#current.follow();
  }

  #tellTime(): void {
    const { watch, plan } = this.#context;
    const place = this.#scene?.place ?? 0;
    const spent = watch.spent;
    const elapsed = sum(spent);
    write(this.#part('elapsed'), formatTime(elapsed));
    write(this.#part('pause'), nameToggle(watch));
    this.root.classList.toggle('standing', watch.begun > 0 && !watch.runs);
    this.#showPace(paceOf(plan, place, spent));
    const planned = plan.slides[place];
    const here = formatTime(spent[place] ?? 0);
    this.#figure('slide-time', planned === undefined ? here : `${here} / ${formatTime(planned)}`);
    const left = plan.talk === undefined ? undefined : plan.talk - elapsed;
    this.#figure('left', left === undefined ? '' : formatLeft(left));
    const now = new Date();
    this.#figure('clock', `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`);
    write(this.#part('steps'), this.#describe());
  }

  #showPace(pace: Pace | undefined): void {
    const line = this.#part('pace');
    const bar = this.#part('plan');
    line.hidden = bar.hidden = pace === undefined;
    this.root.dataset.tone = pace?.tone ?? 'calm';
    write(line, pace?.words ?? '');
    bar.style.setProperty('--done', `${pace?.done ?? 0}`);
    bar.style.setProperty('--gone', `${pace?.gone ?? 0}`);
  }

  /** Steps that are left, a video that plays, a black screen. */
  #describe(): string {
    const { stepsLeft = 0, isDark, current } = this.#scene ?? {};
    const steps = stepsLeft === 1 ? '1 step left' : `${stepsLeft} steps left`;
    const player = current && playersOn(current.slide).find((media) => !media.paused);
    const media = player && `${player.tagName === 'VIDEO' ? 'Video' : 'Sound'} ${timesOf(player)}`;
    return [isDark && 'Screen is black', media, stepsLeft > 0 && steps].filter(Boolean).join(' · ');
  }

  #figure(name: string, text: string): void {
    const figure = this.#part(name);
    figure.hidden = text === '';
    write(figure.firstElementChild as Element, text);
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    return this.root.querySelector(`.desk-${name}`) as T;
  }
}

/** Writes a text where another one stands: what listens and what paints has to do with changes only. */
function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function formatLeft(seconds: number): string {
  return seconds < 0 ? `+${formatTime(-seconds)} over` : formatTime(Math.ceil(seconds));
}

function timesOf({ currentTime, duration }: HTMLMediaElement): string {
  const whole = Number.isFinite(duration) ? ` / ${formatTime(duration)}` : '';
  return `${formatTime(currentTime)}${whole}`;
}
