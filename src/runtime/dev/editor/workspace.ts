import { EditorView } from '@codemirror/view';
import type { Hooks } from './pane/setup.ts';
import { Buffer, type Version } from './text/file-buffer.ts';
import { keep, takeKept } from './text/storage.ts';

/** From the last letter to when it is kept for a reload, in milliseconds. */
const keepPause = 500;
/** From the last letter to when the author may be looking up, in milliseconds. */
const typingPause = 600;

/** The files that are open, each in a buffer, and the view that shows one of them. */
export class Desk {
  readonly view: EditorView;
  readonly #deck: string;
  readonly #hooks: Hooks;
  readonly #buffers = new Map<string, Buffer>();
  #shown: Buffer | undefined;
  #typed = 0;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  /** Called once there is a text, and where its slides stand is known. */
  readonly isReady: () => void;
  readonly ready: Promise<void>;

  /** @param deck the name under which the buffers are kept over a reload */
  constructor(parent: HTMLElement, root: ShadowRoot, deck: string, hooks: Hooks) {
    this.#deck = deck;
    this.#hooks = hooks;
    // There is nothing to write in yet.
    this.view = new EditorView({ parent, root, extensions: EditorView.editable.of(false) });
    let isReady = (): void => {};
    this.ready = new Promise((resolve) => {
      isReady = resolve;
    });
    this.isReady = isReady;
  }

  /** Opens what was kept. @returns whether something was */
  revive(): boolean {
    const kept = takeKept(this.#deck);
    for (const old of kept?.buffers ?? []) {
      this.#buffers.set(old.file, Buffer.revive(old, this.#hooks));
    }
    const shown = kept && this.#buffers.get(kept.shown);
    if (shown) this.show(shown);
    if (kept?.hasFocus) this.focus();
    return shown !== undefined;
  }

  get shown(): Buffer | undefined {
    return this.#shown;
  }

  get buffers(): readonly Buffer[] {
    return [...this.#buffers.values()];
  }

  /** What is not saved. */
  get dirty(): readonly Buffer[] {
    return this.buffers.filter(({ isDirty }) => isDirty);
  }

  find(file: string): Buffer | undefined {
    return this.#buffers.get(file);
  }

  open(file: string, text: Version): void {
    const buffer = new Buffer(file, text, this.#hooks);
    this.#buffers.set(file, buffer);
    buffer.begin(text);
    this.show(buffer);
  }

  show(buffer: Buffer): void {
    if (buffer === this.#shown) return;
    const hasFocus = this.view.hasFocus;
    this.#shown?.hide();
    this.#shown = buffer;
    buffer.showIn(this.view);
    if (hasFocus) this.view.focus();
    this.keepSoon();
  }

  focus(): void {
    void this.ready.then(() => this.view.focus());
  }

  /** @returns whether nothing would be lost by a reload */
  readonly keepNow = (): boolean => {
    if (!this.#shown) return this.dirty.length === 0;
    const { root, contentDOM } = this.view;
    const hasFocus = root.activeElement === contentDOM;
    return keep(this.#deck, { shown: this.#shown.file, hasFocus }, this.buffers);
  };

  keepSoon(): void {
    this.#typed = Date.now();
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(this.keepNow, keepPause);
  }

  /** Resolves when nothing was typed for a moment: what is typed while a page loads is lost. */
  async pause(): Promise<void> {
    const left = (): number => this.#typed + typingPause - Date.now();
    while (left() > 0) await new Promise((resolve) => setTimeout(resolve, left()));
  }

  close(): void {
    clearTimeout(this.#keeping);
    this.view.destroy();
  }
}
