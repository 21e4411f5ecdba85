import type { RevealApi } from 'reveal.js';
import { type BrowserFeature, drawingChangedEvent, stepEvents, timerEvents } from '../feature.ts';
import { listenForKeys } from '../navigation/keyboard.ts';
import { parsed } from '../parsed.ts';
import { titleOf } from '../slides/slide-tile.ts';
import { inWords, words } from '../words.ts';
import { showBlockedDialog } from './blocked-dialog.ts';
import type { SpeakerViewKind } from './markup.ts';
import type { Plan } from './pacing.ts';
import { readState } from './presentation-state.ts';
import { type LoggedSlide, saveRun } from './rehearsals.ts';
import { SpeakerWindow } from './second-window.ts';
import { type SpeakerContext, SpeakerView } from './speaker-view.ts';
import { Stopwatch } from './stopwatch.ts';
import { PageStorage } from './storage.ts';
import { openTimes } from './times-log.ts';

let speakerView: SpeakerController | undefined;

/**
 * Shows the speaker slides, notes and times, in a second window or in a panel next to the slides.
 */
export const speaker: BrowserFeature = {
  present(deck) {
    deck.on('ready', async () => {
      await parsed;
      speakerView = new SpeakerController(deck);
    });
  },
  shortcuts: () => [
    {
      keys: ['s'],
      name: 'speakerView',
      group: 'speakerView',
      press: () => speakerView?.openWindow(),
    },
    {
      keys: ['Shift+s'],
      name: 'speakerPanel',
      group: 'speakerView',
      press: () => speakerView?.togglePanel(),
    },
  ],
};

class SpeakerController {
  readonly #deck: RevealApi;
  readonly #sessionStorage = new PageStorage('sessionStorage');
  readonly #localStorage = new PageStorage('localStorage');
  readonly #stopwatch: Stopwatch;
  readonly #slides: readonly LoggedSlide[];
  readonly #speakerWindow: SpeakerWindow;
  readonly #context: SpeakerContext;
  #window: SpeakerView | undefined;
  #panel: SpeakerView | undefined;

  constructor(deck: RevealApi) {
    this.#deck = deck;
    this.#stopwatch = new Stopwatch(this.#sessionStorage.read('watch'), (state) =>
      this.#sessionStorage.write('watch', state),
    );
    this.#stopwatch.enter(deck.getSlidePastCount());
    this.#slides = listSlides(deck.getSlides());
    this.#context = this.#createContext();
    this.#speakerWindow = new SpeakerWindow(
      this.#sessionStorage,
      (view) => this.#render(view),
      () => {
        this.#record();
        this.#window = undefined;
      },
    );
    for (const event of ['slidechanged', ...stepEvents]) deck.on(event, () => this.#step());
    deck.on('slidechanged', () => setTimeout(() => this.#record()));
    for (const event of ['paused', 'resumed', drawingChangedEvent])
      deck.on(event, () => this.#update());
    this.#listenForTime();
    addEventListener('pagehide', () => {
      this.#record();
      this.#window?.showAlert(words().deckClosed);
    });
    this.#speakerWindow.restore();
    if (this.#sessionStorage.read('panel') === true) this.togglePanel();
  }

  openWindow(): void {
    if (this.#speakerWindow.isOpen) this.#speakerWindow.focus();
    else if (!this.#speakerWindow.open())
      showBlockedDialog(() => this.#panel ?? this.togglePanel());
  }

  togglePanel(): void {
    if (this.#panel) this.#panel.remove();
    this.#panel = this.#panel ? undefined : new SpeakerView('panel', document, this.#context);
    this.#sessionStorage.write('panel', this.#panel !== undefined);
    document.documentElement.classList.toggle('has-speaker-panel', this.#panel !== undefined);
    this.#deck.layout();
  }

  #render(view: Window & typeof globalThis): void {
    const build = (): void => {
      this.#window?.remove();
      preparePage(view);
      this.#window = new SpeakerView('window', view.document, this.#context);
    };
    build();
    view.addEventListener('keydown', (event) => {
      // The window has no URL that a reload could load.
      if (event.key !== 'F5' && !(event.key === 'r' && (event.ctrlKey || event.metaKey))) return;
      event.preventDefault();
      build();
    });
    listenForKeys(view);
  }

  #step(): void {
    this.#stopwatch.enter(this.#deck.getSlidePastCount());
    if (this.#stopwatch.startedAt === 0) this.#stopwatch.start();
    this.#update();
  }

  #reset(): void {
    this.#record();
    this.#stopwatch.reset();
  }

  #listenForTime(): void {
    const acts = {
      [timerEvents.start]: () => this.#stopwatch.start(),
      [timerEvents.pause]: () => this.#stopwatch.pause(),
      [timerEvents.reset]: () => this.#reset(),
    };
    for (const [event, act] of Object.entries(acts)) {
      this.#deck.on(event, () => {
        act();
        this.#update();
      });
    }
  }

  #update(): void {
    this.#window?.update();
    this.#panel?.update();
  }

  /** Stores the run, unless the speaker view is closed. */
  #record(): void {
    const { startedAt, slideSeconds } = this.#stopwatch;
    if (startedAt === 0 || !(this.#window || this.#panel)) return;
    const times = this.#slides.flatMap(({ name }, i) =>
      slideSeconds[i] ? [[name, Math.round(slideSeconds[i] * 10) / 10] as const] : [],
    );
    if (times.length > 1)
      saveRun({ startedAt, slides: Object.fromEntries(times) }, this.#localStorage);
  }

  #createContext(): SpeakerContext {
    const [deck, root] = [this.#deck, this.#deck.getRevealElement() as HTMLElement];
    const hasNotes = root.querySelector('.slide > .notes') !== null;
    return {
      deck: root,
      plan: readPlan(root, this.#slides),
      stopwatch: this.#stopwatch,
      storage: this.#localStorage,
      noNotesText: hasNotes ? words().noNotesHere : words().noNotes,
      state: () => readState(deck),
      next: () => deck.next(),
      back: () => deck.prev(),
      goTo: (hash) => {
        location.hash = hash;
      },
      reset: () => this.#reset(),
      showTimes: (dialog) => {
        this.#record();
        openTimes(dialog, this.#slides, this.#localStorage, document.title);
      },
      swap: (kind) => this.#swap(kind),
    };
  }

  #swap(kind: SpeakerViewKind): void {
    if (kind === 'window') {
      this.#speakerWindow.close();
      this.#window = undefined;
      if (!this.#panel) this.togglePanel();
    } else {
      this.openWindow();
      if (this.#speakerWindow.isOpen) this.togglePanel();
    }
  }
}

/** Prepares the document of the second window: title, language and the deck's styles. */
function preparePage(view: Window & typeof globalThis): void {
  const page = view.document;
  const { documentElement: root } = page;
  page.title = `${words().speakerView}: ${document.title}`;
  inWords(root);
  // The deck's styles depend on the state of its scripts.
  root.className = 'live reveal-full-page';
  root.dataset.ready = '';
  const styles = new view.CSSStyleSheet();
  styles.replaceSync(Array.from(document.querySelectorAll('style'), textOf).join('\n'));
  page.adoptedStyleSheets = [styles];
  page.body.replaceChildren();
}

function textOf({ textContent }: Element): string {
  return textContent;
}

function listSlides(slides: readonly HTMLElement[]): readonly LoggedSlide[] {
  const counts = new Map<string, number>();
  return slides.map((slide, i) => {
    const title = titleOf(slide);
    const before = counts.get(title) ?? 0;
    counts.set(title, before + 1);
    const name = before === 0 ? title : `${title} #${before + 1}`;
    return { number: i + 1, title, name, planned: readSeconds(slide) };
  });
}

function readPlan(root: HTMLElement, slides: readonly LoggedSlide[]): Plan {
  return { slides: slides.map(({ planned }) => planned), talk: readSeconds(root) };
}

function readSeconds({ dataset }: HTMLElement): number | undefined {
  return dataset.seconds === undefined ? undefined : Number(dataset.seconds);
}
