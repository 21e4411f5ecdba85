import { setText } from '../element.ts';
import { fill, inWords, words } from '../words.ts';
import { formatTime } from './format-time.ts';
import { type SpeakerViewKind, speakerMarkup } from './markup.ts';
import { mediaOn } from './media-stills.ts';
import { NotesPane } from './notes-pane.ts';
import { type Pace, type Plan, paceOf, sum } from './pacing.ts';
import { describeNext, type PresentationState } from './presentation-state.ts';
import { SlideFrame } from './slide-frame.ts';
import { addSplitter } from './splitter.ts';
import { type Stopwatch, toggleLabel } from './stopwatch.ts';
import type { PageStorage } from './storage.ts';

/** The data of a speaker view and the actions it can trigger. */
export interface SpeakerContext {
  /** The element that contains the slides. */
  readonly deck: HTMLElement;
  readonly plan: Plan;
  readonly stopwatch: Stopwatch;
  readonly storage: PageStorage;
  /** Shown for a slide without notes. */
  readonly noNotesText: string;
  state(): PresentationState | undefined;
  next(): void;
  back(): void;
  /** Goes to a slide in the presenter window: `#/3`. */
  goTo(hash: string): void;
  /** Saves the run and starts a new one. */
  reset(): void;
  showTimes(dialog: HTMLDialogElement): void;
  /** Replaces the window by a panel, or the panel by a window. */
  swap(kind: SpeakerViewKind): void;
}

/** Milliseconds between updates of the times. */
const tickInterval = 250;

/** The speaker view: slides, notes and times, in a separate window or in a panel. */
export class SpeakerView {
  readonly root: HTMLElement;
  readonly #context: SpeakerContext;
  readonly #view: Window;
  readonly #current: SlideFrame;
  readonly #next: SlideFrame;
  readonly #notes: NotesPane;
  readonly #timer: number;
  #pending = false;
  #state: PresentationState | undefined;
  #second = 0;

  /** @param page the document to whose body it is appended */
  constructor(kind: SpeakerViewKind, page: Document, context: SpeakerContext) {
    this.#context = context;
    this.#view = page.defaultView ?? window;
    this.root = page.createElement(kind === 'window' ? 'main' : 'aside');
    this.root.className = `speaker speaker-${kind}`;
    inWords(this.root);
    this.root.dir = 'ltr';
    this.root.ariaLabel = words().speakerView;
    this.root.innerHTML = speakerMarkup(kind);
    page.body.append(this.root);
    const { deck, storage, goTo } = context;
    this.#current = new SlideFrame(this.#part('current'), deck);
    this.#next = new SlideFrame(this.#part('next'), deck);
    this.#notes = new NotesPane(this.#part('pane'), storage, goTo);
    addSplitter(this.#part('splitter'), this.#part('content'), storage);
    this.#listen(kind);
    this.#timer = this.#view.setInterval(() => this.#tick(), tickInterval);
    this.#show();
  }

  /** Shows the current state once the presenter window has rendered it. */
  update(): void {
    if (this.#pending) return;
    this.#pending = true;
    // Browsers may suspend the timers of a covered presenter window.
    this.#view.setTimeout(() => {
      this.#pending = false;
      this.#show();
    });
  }

  /** Shows an alert, or hides it if the message is empty. */
  showAlert(message: string): void {
    const line = this.#part('alert');
    line.hidden = message === '';
    line.textContent = message;
  }

  remove(): void {
    this.#view.clearInterval(this.#timer);
    this.root.ownerDocument.removeEventListener('keydown', this.#closeLog);
    this.root.remove();
  }

  #listen(kind: SpeakerViewKind): void {
    const { stopwatch, ...actions } = this.#context;
    const presses: Readonly<Record<string, () => void>> = {
      current: () => actions.next(),
      next: () => actions.next(),
      forward: () => actions.next(),
      back: () => actions.back(),
      larger: () => this.#notes.enlarge(),
      smaller: () => this.#notes.reduce(),
      pause: () => (stopwatch.isRunning ? stopwatch.pause() : stopwatch.start()),
      reset: () => actions.reset(),
      times: () => actions.showTimes(this.#part<HTMLDialogElement>('log')),
      swap: () => actions.swap(kind),
    };
    for (const [name, press] of Object.entries(presses)) {
      this.#part(name).addEventListener('click', () => {
        press();
        this.#showTimes();
      });
    }
    this.root.ownerDocument.addEventListener('keydown', this.#closeLog);
  }

  /** Closes the log on `Escape`, wherever the focus is. */
  readonly #closeLog = (event: KeyboardEvent): void => {
    const log = this.#part<HTMLDialogElement>('log');
    if (event.key !== 'Escape' || !log.open) return;
    event.preventDefault();
    log.close();
  };

  #show(): void {
    const state = this.#context.state();
    this.#state = state;
    if (!state) return;
    this.#current.show(state.current);
    this.#next.show(state.next);
    this.#notes.show(state.current.slide, this.#context.noNotesText);
    setText(this.#part('position'), `${state.index + 1} / ${state.total}`);
    setText(this.#part('title'), state.title);
    setText(this.#part('next-name'), describeNext(state));
    this.root.classList.toggle('screen-blank', state.isBlank);
    this.#showTimes();
  }

  #tick(): void {
    this.#showTimes();
    const second = Math.floor(Date.now() / 1000);
    if (second === this.#second) return;
    this.#second = second;
    this.#current.updateMedia();
  }

  #showTimes(): void {
    const { stopwatch, plan } = this.#context;
    const index = this.#state?.index ?? 0;
    const spent = stopwatch.slideSeconds;
    const elapsed = sum(spent);
    setText(this.#part('elapsed'), formatTime(elapsed));
    setText(this.#part('pause'), toggleLabel(stopwatch));
    this.root.classList.toggle('timer-paused', stopwatch.startedAt > 0 && !stopwatch.isRunning);
    this.#showPace(paceOf(plan, index, spent));
    const planned = plan.slides[index];
    const here = formatTime(spent[index] ?? 0);
    this.#figure('slide-time', planned === undefined ? here : `${here} / ${formatTime(planned)}`);
    const left = plan.talk === undefined ? undefined : plan.talk - elapsed;
    this.#figure('left', left === undefined ? '' : formatLeft(left));
    const now = new Date();
    this.#figure('clock', `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`);
    setText(this.#part('steps'), this.#describeStatus());
  }

  #showPace(pace: Pace | undefined): void {
    const line = this.#part('pace');
    const bar = this.#part('timeline');
    line.hidden = bar.hidden = pace === undefined;
    this.root.dataset.tone = pace?.tone ?? 'calm';
    setText(line, pace?.label ?? '');
    bar.style.setProperty('--done', `${pace?.done ?? 0}`);
    bar.style.setProperty('--elapsed', `${pace?.elapsed ?? 0}`);
  }

  /** The remaining steps, a playing video, a black screen. */
  #describeStatus(): string {
    const { stepsLeft = 0, isBlank, current } = this.#state ?? {};
    const steps = fill(words().stepsLeft, stepsLeft);
    const player = current && mediaOn(current.slide).find((media) => !media.paused);
    const media =
      player && `${player.tagName === 'VIDEO' ? words().video : words().audio} ${timesOf(player)}`;
    return [isBlank && words().screenBlack, media, stepsLeft > 0 && steps]
      .filter(Boolean)
      .join(' · ');
  }

  #figure(name: string, text: string): void {
    const figure = this.#part(name);
    figure.hidden = text === '';
    setText(figure.firstElementChild as Element, text);
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    return this.root.querySelector(`.speaker-${name}`) as T;
  }
}

function formatLeft(seconds: number): string {
  return seconds < 0 ? fill(words().over, formatTime(-seconds)) : formatTime(Math.ceil(seconds));
}

function timesOf({ currentTime, duration }: HTMLMediaElement): string {
  const whole = Number.isFinite(duration) ? ` / ${formatTime(duration)}` : '';
  return `${formatTime(currentTime)}${whole}`;
}
