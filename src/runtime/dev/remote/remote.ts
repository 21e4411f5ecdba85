import type { RevealApi } from 'reveal.js';
import type {
  PresenterState,
  RemoteAction,
  RemoteMessage,
} from '../../../dev/protocol/messages.ts';
import { createElement, setText } from '../../element.ts';
import { titleOf } from '../../slides/slide-tile.ts';
import { NotesPane } from '../../speaker/notes-pane.ts';
import { describeNext, type PresentationState, stateAt } from '../../speaker/presentation-state.ts';
import { SlideFrame } from '../../speaker/slide-frame.ts';
import { PageStorage } from '../../speaker/storage.ts';
import { Clock } from './clock.ts';
import { listenForKeys, listenForSwipes } from './keys.ts';
import { markup } from './markup.ts';
import css from './remote.css';
import type { ConnectionState } from './remote-connection.ts';
import { openSlideList, showListNotes } from './slide-list.ts';
import { RemoteStatus } from './status.ts';
import { hasWakeLock } from './wake-lock.ts';

/** The remote: slides, notes, times, and the buttons that control the presenter window. */
export class Remote {
  readonly #deck: RevealApi;
  readonly #send: (action: RemoteAction) => boolean;
  readonly #root = document.createElement('main');
  readonly #status: RemoteStatus;
  readonly #current: SlideFrame;
  readonly #next: SlideFrame;
  readonly #notes: NotesPane;
  readonly #clock: Clock;
  #state: PresenterState | undefined;
  #presentation: PresentationState | undefined;

  /** @param send sends an action; returns whether it was sent */
  constructor(deck: RevealApi, send: (action: RemoteAction) => boolean) {
    this.#deck = deck;
    this.#send = send;
    this.#root.className = 'speaker remote';
    this.#root.lang = 'en';
    this.#root.dir = 'ltr';
    this.#root.innerHTML = markup;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.body.append(this.#root);
    const root = deck.getRevealElement() as HTMLElement;
    const { width, height } = root.dataset;
    this.#root.style.setProperty('--slide-ratio', `${Number(width) / Number(height)}`);
    this.#current = new SlideFrame(this.#part('remote-current'), root);
    this.#next = new SlideFrame(this.#part('remote-upcoming'), root);
    const goTo = (hash: string): void => this.#follow(hash);
    this.#notes = new NotesPane(this.#part('speaker-pane'), new PageStorage('localStorage'), goTo);
    this.#status = new RemoteStatus(this.#part('remote-status'), this.#root);
    this.#clock = new Clock(this.#root, (action) => this.#request(action));
    this.#listen();
    this.slidesChanged();
  }

  /** Updates the remote after the slides in this page have changed. */
  slidesChanged(): void {
    const slides = this.#deck.getSlides();
    const talk = readSeconds(this.#deck.getRevealElement() as HTMLElement);
    this.#clock.setPlan({ slides: slides.map(readSeconds), talk });
    this.#show();
  }

  receive(message: RemoteMessage): void {
    if (message.type === 'late') this.#status.requestDropped();
    if (message.type !== 'presentation') return;
    const { state, age, presenters } = message;
    this.#state = state;
    this.#status.responseReceived(presenters);
    showListNotes(this.#part('remote-list'), this.#listNotes);
    if (state) this.#clock.setState(state, age);
    this.#show();
  }

  setConnectionState(state: ConnectionState): void {
    this.#status.setConnectionState(state);
  }

  #request(action: RemoteAction): void {
    if (!this.#status.canSend()) return;
    if (this.#send(action)) this.#status.requestSent();
  }

  #listen(): void {
    const step = (name: 'next' | 'previous'): void => this.#request({ type: name });
    const toggleBlank = (): void =>
      this.#request({ type: this.#state?.isBlank ? 'unblank' : 'blank' });
    const presses: Readonly<Record<string, () => void>> = {
      next: () => step('next'),
      previous: () => step('previous'),
      'toggle-blank': toggleBlank,
      open: () => this.#openList(),
      larger: () => this.#notes.enlarge(),
      smaller: () => this.#notes.reduce(),
    };
    for (const [name, press] of Object.entries(presses)) {
      this.#part(`remote-${name}`).addEventListener('click', press);
    }
    for (const button of this.#root.querySelectorAll('.remote-close')) {
      button.addEventListener('click', () => button.closest('dialog')?.close());
    }
    listenForKeys({ step, toggleBlank });
    for (const name of ['remote-slides', 'speaker-pane']) listenForSwipes(this.#part(name), step);
  }

  #show(): void {
    const slides = this.#deck.getSlides();
    const presentation = this.#state && presentationOf(this.#state, slides);
    this.#presentation = presentation;
    this.#root.classList.toggle('has-presentation', presentation !== undefined);
    this.#root.classList.toggle('screen-blank', presentation?.isBlank === true);
    this.#part('remote-toggle-blank').ariaPressed = String(presentation?.isBlank === true);
    setText(
      this.#part('remote-position'),
      `${presentation ? presentation.index + 1 : '–'} / ${slides.length}`,
    );
    this.#current.show(presentation?.current);
    this.#next.show(presentation?.next);
    setText(this.#part('speaker-title'), presentation?.title ?? '');
    this.#part('speaker-title').lang = languageOf(presentation?.current.slide);
    setSentence(this.#part('remote-announcer'), presentation ? describeSlide(presentation) : []);
    setSentence(this.#part('remote-next-name'), presentation ? describeNextStep(presentation) : []);
    if (presentation) this.#notes.show(presentation.current.slide, 'No notes on this slide.');
    this.#clock.show(presentation?.index);
  }

  #openList(): void {
    openSlideList(
      this.#part('remote-list'),
      {
        slides: this.#deck.getSlides(),
        current: this.#presentation?.index,
        go: (slide) => this.#request({ type: 'go', slide }),
      },
      this.#listNotes,
    );
  }

  get #listNotes(): readonly string[] {
    return [...this.#status.presenterNotes(), ...(hasWakeLock ? [] : [wakeLockNote])];
  }

  /** Follows a link in the notes in the presenter window. */
  #follow(hash: string): void {
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    const slides = this.#deck.getSlides();
    const slide = target?.closest<HTMLElement>('.slide');
    const index = slide ? slides.indexOf(slide) : Number(hash.replace(/^#\/?/, '')) - 1;
    if (slides[index]) this.#request({ type: 'go', slide: index });
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    return this.#root.querySelector(`.${name}`) as T;
  }
}

const wakeLockNote =
  'This browser cannot keep the screen on. Change the display timeout in the settings of this device.';

/** The planned time of a slide or the talk, in seconds. */
function readSeconds({ dataset }: HTMLElement): number | undefined {
  return dataset.seconds === undefined ? undefined : Number(dataset.seconds);
}

/**
 * The presenter window's state, applied to this page's slides. Shortly after an edit these may differ:
 * then the nearest slide is used.
 */
function presentationOf(
  state: PresenterState,
  slides: readonly HTMLElement[],
): PresentationState | undefined {
  return stateAt(slides, Math.min(state.slide, slides.length - 1), state.step, state.isBlank);
}

/** The announcement for screen readers. */
/** A text of the remote, and one of the deck that follows it, in the language of its slide. */
type Sentence = readonly [own?: string, title?: string | null, slide?: HTMLElement];

function setSentence(element: Element, [own = '', title, slide]: Sentence): void {
  if (element.textContent === own + (title ?? '')) return;
  element.textContent = own;
  if (!title) return;
  const part = createElement('span', '', title);
  part.lang = languageOf(slide);
  part.dir = 'auto';
  element.append(part);
}

function languageOf(slide: HTMLElement | undefined): string {
  return slide?.lang || document.documentElement.lang;
}

function describeSlide({ current: { slide }, isBlank }: PresentationState): Sentence {
  return [`${isBlank ? 'Screen is black. ' : ''}Slide `, slide.ariaLabel, slide];
}

function describeNextStep(presentation: PresentationState): Sentence {
  const { current, next, index, stepsLeft } = presentation;
  if (stepsLeft === 1) return ['Next step, the last on this slide'];
  if (stepsLeft > 1) return [`Next step, ${stepsLeft} left`];
  if (!next || next.slide === current.slide) return [describeNext(presentation)];
  return ['Next: ', `${index + 2} ${titleOf(next.slide)}`, next.slide];
}
