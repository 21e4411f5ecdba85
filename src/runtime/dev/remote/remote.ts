import type { RevealApi } from 'reveal.js';
import type {
  PresenterState,
  RemoteAction,
  RemoteMessage,
} from '../../../dev/protocol/messages.ts';
import { NotesPane } from '../../speaker/notes-pane.ts';
import { nameNext, type Scene, sceneAt } from '../../speaker/presentation-state.ts';
import { SlideFrame } from '../../speaker/slide-frame.ts';
import { Keep } from '../../speaker/storage.ts';
import { Clock } from './clock.ts';
import { listenForKeys, listenForSwipes } from './keys.ts';
import { markup } from './markup.ts';
import css from './remote.css';
import type { LinkState } from './remote-connection.ts';
import { openSlideList } from './slide-list.ts';
import { Words } from './status.ts';
import { canKeepAwake } from './wake-lock.ts';
import { write } from './write.ts';

/** What a speaker holds in the hand: slides, notes, times, and the buttons that lead the stage. */
export class Remote {
  readonly #deck: RevealApi;
  readonly #press: (act: RemoteAction) => boolean;
  readonly #root = document.createElement('main');
  readonly #words: Words;
  readonly #current: SlideFrame;
  readonly #coming: SlideFrame;
  readonly #notes: NotesPane;
  readonly #clock: Clock;
  #state: PresenterState | undefined;
  #scene: Scene | undefined;

  /** @param press sends it; tells whether that can be heard */
  constructor(deck: RevealApi, press: (act: RemoteAction) => boolean) {
    this.#deck = deck;
    this.#press = press;
    this.#root.className = 'desk remote';
    this.#root.lang = 'en';
    this.#root.dir = 'ltr';
    this.#root.innerHTML = markup;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.body.append(this.#root);
    const stage = deck.getRevealElement() as HTMLElement;
    const { width, height } = stage.dataset;
    this.#root.style.setProperty('--slide-ratio', `${Number(width) / Number(height)}`);
    this.#current = new SlideFrame(this.#part('remote-current'), stage);
    this.#coming = new SlideFrame(this.#part('remote-coming'), stage);
    const goTo = (hash: string): void => this.#follow(hash);
    this.#notes = new NotesPane(this.#part('desk-pane'), new Keep('localStorage'), goTo);
    this.#words = new Words(this.#part('remote-says'), this.#root);
    this.#clock = new Clock(this.#root, (act) => this.#do(act));
    this.#listen();
    this.slidesChanged();
  }

  /** Shows the deck in the page as it is now. */
  slidesChanged(): void {
    const slides = this.#deck.getSlides();
    const talk = readSeconds(this.#deck.getRevealElement() as HTMLElement);
    this.#clock.setPlan({ slides: slides.map(readSeconds), talk });
    this.#show();
  }

  tell(message: RemoteMessage): void {
    if (message.type === 'late') this.#words.missed();
    if (message.type !== 'presentation') return;
    const { state, age, presenters } = message;
    this.#state = state;
    this.#words.answered(presenters);
    if (state) this.#clock.take(state, age);
    this.#show();
  }

  setLink(state: LinkState): void {
    this.#words.setLink(state);
  }

  #do(act: RemoteAction): void {
    if (!this.#words.canPress()) return;
    if (this.#press(act)) this.#words.asked();
  }

  #listen(): void {
    const step = (name: 'next' | 'previous'): void => this.#do({ type: name });
    const toggleDark = (): void => this.#do({ type: this.#state?.isBlank ? 'unblank' : 'blank' });
    const presses: Readonly<Record<string, () => void>> = {
      next: () => step('next'),
      previous: () => step('previous'),
      dark: toggleDark,
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
    listenForKeys({ step, toggleDark });
    for (const name of ['remote-slides', 'desk-pane']) listenForSwipes(this.#part(name), step);
  }

  #show(): void {
    const slides = this.#deck.getSlides();
    const scene = this.#state && sceneOf(this.#state, slides);
    this.#scene = scene;
    this.#root.classList.toggle('has-scene', scene !== undefined);
    this.#root.classList.toggle('dark-stage', scene?.isDark === true);
    this.#part('remote-dark').ariaPressed = String(scene?.isDark === true);
    write(this.#part('remote-place'), `${scene ? scene.place + 1 : '–'} / ${slides.length}`);
    this.#current.show(scene?.current);
    this.#coming.show(scene?.next);
    write(this.#part('desk-title'), scene?.title ?? '');
    write(this.#part('remote-told'), scene ? describe(scene) : '');
    write(this.#part('remote-next-name'), scene ? nameComing(scene) : '');
    if (scene) this.#notes.show(scene.current.slide, 'No notes on this slide.');
    this.#clock.show(scene?.place);
  }

  #openList(): void {
    openSlideList(
      this.#part('remote-list'),
      {
        slides: this.#deck.getSlides(),
        place: this.#scene?.place,
        go: (slide) => this.#do({ type: 'go', slide }),
      },
      [...this.#words.aboutStages(), ...(canKeepAwake ? [] : [screenNote])],
    );
  }

  /** A link in the notes leads to its slide, on the stage. */
  #follow(hash: string): void {
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    const [h = Number.NaN, v = 0] = hash.replace(/^#\/?/, '').split('/').map(Number);
    const slide = target?.closest<HTMLElement>('.slide') ?? this.#deck.getSlide(h, v);
    const place = this.#deck.getSlides().indexOf(slide as HTMLElement);
    if (place >= 0) this.#do({ type: 'go', slide: place });
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    return this.#root.querySelector(`.${name}`) as T;
  }
}

const screenNote =
  'Here the browser cannot keep the screen from going dark. Let it stay on in the settings of this device; the remote also comes back by itself.';

/** The time that a slide or the talk is to take, in seconds. */
function readSeconds({ dataset }: HTMLElement): number | undefined {
  return dataset.seconds === undefined ? undefined : Number(dataset.seconds);
}

/**
 * What the stage shows, on this page's own slides. For a moment after an edit they may be others than
 * the stage's: then it is the nearest that there is.
 */
function sceneOf(state: PresenterState, slides: readonly HTMLElement[]): Scene | undefined {
  return sceneAt(slides, Math.min(state.slide, slides.length - 1), state.step, state.isBlank);
}

/** What those hear who do not see it. */
function describe({ current, isDark }: Scene): string {
  return `${isDark ? 'Screen is black. ' : ''}Slide ${current.slide.ariaLabel}`;
}

function nameComing(scene: Scene): string {
  const { stepsLeft } = scene;
  if (stepsLeft === 0) return nameNext(scene);
  return stepsLeft === 1 ? 'Next step, the last here' : `Next step, ${stepsLeft} left`;
}
