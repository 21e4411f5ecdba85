/**
 * Runs first in the frame: its document has no address of its own, so that a browser refuses to change it, and a deck
 * expects no error there.
 */
const history = `<script>for (const name of ['pushState', 'replaceState']) {
  const change = history[name];
  history[name] = (...values) => { try { change.apply(history, values); } catch {} };
}</script>`;

/** The deck in a sandboxed frame. The next version loads in a second frame, so that nothing flashes. */
export class Preview {
  readonly #container: HTMLElement;
  #shown: HTMLIFrameElement | undefined;
  #next: HTMLIFrameElement | undefined;
  #url = '';
  #slide = 1;

  constructor(container: HTMLElement) {
    this.#container = container;
  }

  /** @param slide its number, from 1 */
  show(html: string, slide: number): void {
    this.#next?.remove();
    const old = this.#url;
    this.#url = URL.createObjectURL(new Blob([prepared(html)], { type: 'text/html' }));
    this.#slide = slide;
    const frame = document.createElement('iframe');
    frame.title = 'Deck';
    frame.sandbox.add('allow-scripts', 'allow-popups', 'allow-modals', 'allow-downloads');
    frame.allow = 'fullscreen';
    frame.className = 'loading';
    frame.src = this.#address;
    frame.addEventListener('load', () => {
      if (frame !== this.#next) return;
      frame.className = '';
      this.#shown?.remove();
      this.#shown = frame;
      this.#next = undefined;
      if (old) URL.revokeObjectURL(old);
    });
    this.#next = frame;
    this.#container.append(frame);
  }

  goTo(slide: number): void {
    if (slide === this.#slide) return;
    this.#slide = slide;
    const frame = this.#next ?? this.#shown;
    if (frame) frame.src = this.#address;
  }

  get #address(): string {
    return `${this.#url}#/${this.#slide}`;
  }
}

/** Before the policy of the deck, which allows only scripts of its own. */
function prepared(html: string): string {
  return html.replace('<meta http-equiv=', () => `${history}<meta http-equiv=`);
}
