import type { RevealApi } from 'reveal.js';
import type { PageDiagnostic } from '../../dev/protocol/messages.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host { all: initial; position: fixed; inset: 0; z-index: 2147482000; pointer-events: none; }
div { position: absolute; box-sizing: border-box; border: 2px solid #d9480f; border-radius: 3px; box-shadow: 0 0 0 1px #fff; }
div.error { border-color: #c92a2a; }
span { position: absolute; inset: auto auto 100% -2px; max-width: 32em; padding: 1px 6px; overflow: hidden; border-radius: 3px; background: #7a2a08; color: #fff; font: 12px/1.5 system-ui, sans-serif; white-space: nowrap; text-overflow: ellipsis; }
.top span { inset: 0 auto auto 0; }
@media print { :host { display: none; } }
`);

/** Frames on the slide that is shown, around what checks have found. */
export class CheckFrames {
  readonly #deck: RevealApi;
  readonly #host = document.createElement('aside');
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  #diagnostics: readonly PageDiagnostic[] = [];

  constructor(deck: RevealApi) {
    this.#deck = deck;
    this.#root.adoptedStyleSheets = [sheet];
    this.#host.className = 'lectern-check-frames';
    // The list below the slides says the same.
    this.#host.ariaHidden = 'true';
    deck.on('slidechanged', () => this.#draw());
    addEventListener('resize', () => this.#draw());
  }

  show(diagnostics: readonly PageDiagnostic[]): void {
    this.#diagnostics = diagnostics;
    this.#draw();
  }

  #draw(): void {
    const slide = this.#deck.getCurrentSlide();
    const index = slide ? this.#deck.getSlides().indexOf(slide) : -1;
    const found = this.#diagnostics.filter((each) => each.box && each.slide === index);
    if (!slide || found.length === 0) {
      this.#host.remove();
      return;
    }
    const rect = slide.getBoundingClientRect();
    const scale = rect.width / slide.offsetWidth;
    this.#root.replaceChildren(...found.map((each) => createFrame(each, rect, scale)));
    document.body.append(this.#host);
  }
}

function createFrame(
  { box, severity, message }: PageDiagnostic,
  slide: DOMRect,
  scale: number,
): HTMLElement {
  const frame = document.createElement('div');
  const label = document.createElement('span');
  label.textContent = message;
  frame.append(label);
  if (!box) return frame;
  const top = slide.top + box.y * scale;
  frame.className = severity;
  frame.classList.toggle('top', top < 24);
  const sizes = {
    left: slide.left + box.x * scale,
    top,
    width: box.width * scale,
    height: box.height * scale,
  };
  for (const [name, size] of Object.entries(sizes)) frame.style.setProperty(name, `${size}px`);
  return frame;
}
