import type { RevealApi } from 'reveal.js';
import type { FindingsMessage, PageSettings } from '../../dev/protocol/messages.ts';
import type { PageFinding } from '../../model/check.ts';

/** Milliseconds after a change, a step or a key before slides are checked. */
const restTime = 1200;

type CheckScript = typeof import('../check/live-page.ts');

/** Checks the slides of a page while nobody types: the one that is shown first, then the others one by one. */
export class SlideChecks {
  readonly #settings: PageSettings;
  readonly #deck: RevealApi;
  readonly #send: (message: FindingsMessage) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #script: Promise<CheckScript> | undefined;
  /** The version of the deck that is shown. */
  #version: string;
  /** What was found in the slides of this version that were checked. */
  #found = new Map<HTMLElement, readonly PageFinding[]>();

  constructor(settings: PageSettings, deck: RevealApi, send: (message: FindingsMessage) => void) {
    this.#settings = settings;
    this.#deck = deck;
    this.#send = send;
    this.#version = settings.version;
    addEventListener('keydown', () => this.#rest());
    deck.on('slidechanged', () => this.#rest());
    this.#rest();
  }

  /** Checks all slides again. */
  restart(version: string): void {
    this.#version = version;
    this.#found = new Map();
    this.#rest();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    if (this.#found.size === this.#deck.getSlides().length) return;
    this.#timer = setTimeout(() => void this.#run(), restTime);
  }

  async #run(): Promise<void> {
    this.#script ??= import(`${this.#settings.base}/check.js`);
    const script = await this.#script.catch(() => undefined);
    if (!script) {
      this.#script = undefined;
      return;
    }
    // In the reading view, slides are not laid out as on stage.
    if (!document.documentElement.classList.contains('live')) return;
    const version = this.#version;
    await this.#check(this.#deck.getCurrentSlide(), script);
    this.#report();
    this.#continue(script, version);
  }

  /** Checks the next slide when the browser has nothing else to do. */
  #continue(script: CheckScript, version: string): void {
    const slide = this.#deck.getSlides().find((each) => !this.#found.has(each));
    if (!slide) {
      this.#report();
      return;
    }
    whenIdle(async () => {
      if (version !== this.#version) return;
      await this.#check(slide, script);
      this.#continue(script, version);
    });
  }

  async #check(slide: HTMLElement, script: CheckScript): Promise<void> {
    if (this.#found.has(slide)) return;
    const found = this.#found;
    found.set(slide, await script.checkOnStage(slide));
  }

  #report(): void {
    const { token } = this.#settings;
    const findings = [...this.#found.values()].flat();
    this.#send({ type: 'findings', token, version: this.#version, findings });
  }
}

/** Not all browsers can say when they are idle. */
function whenIdle(work: () => Promise<void>): void {
  if ('requestIdleCallback' in window) requestIdleCallback(() => void work());
  else setTimeout(work, 50);
}
