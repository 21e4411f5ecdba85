import type { RevealApi } from 'reveal.js';
import { drawnEvent, type Part, stepEvents, timeEvents } from '../feature.ts';
import { listenForKeys } from '../navigation/keyboard.ts';
import { titleOf } from '../slides/slide-tile.ts';
import { sayBlocked } from './blocked-dialog.ts';
import type { DeskKind } from './markup.ts';
import type { Plan } from './pacing.ts';
import { readScene } from './presentation-state.ts';
import { keepRun, type LoggedSlide } from './rehearsals.ts';
import { SecondWindow } from './second-window.ts';
import { Desk, type DeskContext } from './speaker-view.ts';
import { Stopwatch } from './stopwatch.ts';
import { Keep } from './storage.ts';
import { openTimes } from './times-log.ts';

let speakerView: SpeakerView | undefined;

/** Shows the speaker slides, notes and times, in a second window or in a panel beside the stage. */
export const speaker: Part = {
  present(deck) {
    deck.on('ready', () => {
      speakerView = new SpeakerView(deck);
    });
  },
  shortcuts: () => [
    {
      keys: ['s'],
      name: 'Speaker view',
      group: 'Speak',
      press: () => speakerView?.openWindow(),
    },
    {
      keys: ['Shift+s'],
      name: 'Speaker view as a panel',
      group: 'Speak',
      press: () => speakerView?.togglePanel(),
    },
  ],
};

class SpeakerView {
  readonly #deck: RevealApi;
  readonly #visit = new Keep('sessionStorage');
  readonly #keep = new Keep('localStorage');
  readonly #watch: Stopwatch;
  readonly #slides: readonly LoggedSlide[];
  readonly #second: SecondWindow;
  readonly #context: DeskContext;
  #window: Desk | undefined;
  #panel: Desk | undefined;

  constructor(deck: RevealApi) {
    this.#deck = deck;
    this.#watch = new Stopwatch(this.#visit.read('watch'), (state) =>
      this.#visit.write('watch', state),
    );
    this.#watch.enter(deck.getSlidePastCount());
    this.#slides = listSlides(deck.getSlides());
    this.#context = this.#makeContext();
    this.#second = new SecondWindow(
      this.#visit,
      (view) => this.#furnish(view),
      () => {
        this.#record();
        this.#window = undefined;
      },
    );
    for (const event of ['slidechanged', ...stepEvents]) deck.on(event, () => this.#step());
    deck.on('slidechanged', () => setTimeout(() => this.#record()));
    for (const event of ['paused', 'resumed', drawnEvent]) deck.on(event, () => this.#update());
    this.#listenForTime();
    addEventListener('pagehide', () => {
      this.#record();
      this.#window?.say('The deck was closed, or is loading again.');
    });
    this.#second.find();
    if (this.#visit.read('panel') === true) this.togglePanel();
  }

  openWindow(): void {
    if (this.#second.isOpen) this.#second.focus();
    else if (!this.#second.open()) sayBlocked(() => this.#panel ?? this.togglePanel());
  }

  togglePanel(): void {
    if (this.#panel) this.#panel.remove();
    this.#panel = this.#panel ? undefined : new Desk('panel', document, this.#context);
    this.#visit.write('panel', this.#panel !== undefined);
    document.documentElement.classList.toggle('has-desk', this.#panel !== undefined);
    this.#deck.layout();
  }

  #furnish(view: Window & typeof globalThis): void {
    const build = (): void => {
      this.#window?.remove();
      furnishPage(view);
      this.#window = new Desk('window', view.document, this.#context);
    };
    build();
    view.addEventListener('keydown', (event) => {
      // A reload would leave nothing in the window that somebody could build it from.
      if (event.key !== 'F5' && !(event.key === 'r' && (event.ctrlKey || event.metaKey))) return;
      event.preventDefault();
      build();
    });
    listenForKeys(view);
  }

  #step(): void {
    this.#watch.enter(this.#deck.getSlidePastCount());
    if (this.#watch.begun === 0) this.#watch.start();
    this.#update();
  }

  #reset(): void {
    this.#record();
    this.#watch.reset();
  }

  #listenForTime(): void {
    const acts = {
      [timeEvents.start]: () => this.#watch.start(),
      [timeEvents.pause]: () => this.#watch.pause(),
      [timeEvents.reset]: () => this.#reset(),
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

  /** Only those who have the speaker view before them rehearse. */
  #record(): void {
    const { begun, spent } = this.#watch;
    if (begun === 0 || !(this.#window || this.#panel)) return;
    const times = this.#slides.flatMap(({ name }, i) =>
      spent[i] ? [[name, Math.round(spent[i] * 10) / 10] as const] : [],
    );
    if (times.length > 1) keepRun({ begun, slides: Object.fromEntries(times) }, this.#keep);
  }

  #makeContext(): DeskContext {
    const [deck, root] = [this.#deck, this.#deck.getRevealElement() as HTMLElement];
    const hasNotes = root.querySelector('.slide > .notes') !== null;
    return {
      deck: root,
      plan: readPlan(root, this.#slides),
      watch: this.#watch,
      keep: this.#keep,
      absent: hasNotes ? 'No notes on this slide.' : 'No notes in this deck.',
      scene: () => readScene(deck),
      next: () => deck.next(),
      back: () => deck.prev(),
      goTo: (hash) => {
        location.hash = hash;
      },
      reset: () => this.#reset(),
      showTimes: (dialog) => {
        this.#record();
        openTimes(dialog, this.#slides, this.#keep, document.title);
      },
      swap: (kind) => this.#swap(kind),
    };
  }

  #swap(kind: DeskKind): void {
    if (kind === 'window') {
      this.#second.close();
      this.#window = undefined;
      if (!this.#panel) this.togglePanel();
    } else {
      this.openWindow();
      if (this.#second.isOpen) this.togglePanel();
    }
  }
}

/** Gives a window that is built the deck's styles, and what makes it a page. */
function furnishPage(view: Window & typeof globalThis): void {
  const page = view.document;
  const { documentElement: root } = page;
  page.title = `Speaker view: ${document.title}`;
  root.lang = 'en';
  // To the deck's styles it is a page whose scripts run, and have run.
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
