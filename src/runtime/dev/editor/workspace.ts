import { EditorView } from '@codemirror/view';
import { claimDrafts, keepDrafts, ownDraftsKey } from '../kept-drafts.ts';
import type { EditorHooks } from './pane/setup.ts';
import { FileBuffer, type FileVersion } from './text/file-buffer.ts';
import { readStoredEditor, storeEditor } from './text/storage.ts';

/** Milliseconds between the last edit and storing it for a reload. */
const storeDelay = 500;
/** Milliseconds without typing after which the page may be reloaded. */
const idleTime = 600;

/** The open files, each in a buffer, and the view that shows one of them. */
export class Workspace {
  readonly view: EditorView;
  readonly #deck: string;
  /** Under which unsaved texts are kept for the case that this tab is closed. */
  readonly #draftsKey: string;
  readonly #endClaim: () => void;
  readonly #hooks: EditorHooks;
  readonly #buffers = new Map<string, FileBuffer>();
  #shown: FileBuffer | undefined;
  #lastTyped = 0;
  #storeTimer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the unsaved texts outlive this tab. */
  areDraftsKept = true;
  /** Called when that changes. */
  onKeptChange = (): void => {};
  /** Called once a text and the lines of its slides are known. */
  readonly markReady: () => void;
  readonly ready: Promise<void>;

  /** @param deck its id, under which the buffers are stored */
  constructor(parent: HTMLElement, root: ShadowRoot, deck: string, hooks: EditorHooks) {
    this.#deck = deck;
    this.#draftsKey = ownDraftsKey(deck);
    this.#endClaim = claimDrafts(this.#draftsKey);
    this.#hooks = hooks;
    // There is no text to edit yet.
    this.view = new EditorView({ parent, root, extensions: EditorView.editable.of(false) });
    let isReady = (): void => {};
    this.ready = new Promise((resolve) => {
      isReady = resolve;
    });
    this.markReady = isReady;
  }

  /** Restores the stored buffers. @returns whether there were any */
  restore(): boolean {
    const stored = readStoredEditor(this.#deck);
    for (const old of stored?.buffers ?? []) {
      this.#buffers.set(old.file, FileBuffer.restore(old, this.#hooks));
    }
    const shown = stored && this.#buffers.get(stored.shown);
    if (shown) this.show(shown);
    if (stored?.hasFocus) this.focus();
    return shown !== undefined;
  }

  get shown(): FileBuffer | undefined {
    return this.#shown;
  }

  get buffers(): readonly FileBuffer[] {
    return [...this.#buffers.values()];
  }

  /** The buffers with unsaved changes. */
  get dirty(): readonly FileBuffer[] {
    return this.buffers.filter(({ isDirty }) => isDirty);
  }

  find(file: string): FileBuffer | undefined {
    return this.#buffers.get(file);
  }

  open(file: string, text: FileVersion): void {
    const buffer = new FileBuffer(file, text, this.#hooks);
    this.#buffers.set(file, buffer);
    buffer.rebase(text);
    this.show(buffer);
  }

  show(buffer: FileBuffer): void {
    if (buffer === this.#shown) return;
    const hasFocus = this.view.hasFocus;
    this.#shown?.hide();
    this.#shown = buffer;
    buffer.showIn(this.view);
    if (hasFocus) this.view.focus();
    this.scheduleStore();
  }

  focus(): void {
    void this.ready.then(() => this.view.focus());
  }

  /** Stores the texts for a reload, and the unsaved ones for longer. @returns whether a reload loses nothing */
  readonly store = (): boolean => {
    this.keepDrafts();
    if (!this.#shown) return this.dirty.length === 0;
    const { root, contentDOM } = this.view;
    const hasFocus = root.activeElement === contentDOM;
    return storeEditor(this.#deck, { shown: this.#shown.file, hasFocus }, this.buffers);
  };

  keepDrafts(): void {
    const before = this.areDraftsKept;
    this.areDraftsKept = keepDrafts(
      this.#draftsKey,
      this.dirty.map((buffer) => buffer.toDraft()),
    );
    if (this.areDraftsKept !== before) this.onKeptChange();
  }

  scheduleStore(): void {
    this.#lastTyped = Date.now();
    clearTimeout(this.#storeTimer);
    this.#storeTimer = setTimeout(this.store, storeDelay);
  }

  /** Resolves when the user pauses typing: text typed during a reload would be lost. */
  async whenIdle(): Promise<void> {
    const left = (): number => this.#lastTyped + idleTime - Date.now();
    while (left() > 0) await new Promise((resolve) => setTimeout(resolve, left()));
  }

  close(): void {
    clearTimeout(this.#storeTimer);
    this.#endClaim();
    keepDrafts(this.#draftsKey, []);
    this.view.destroy();
  }
}
