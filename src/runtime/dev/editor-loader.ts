import type { RevealApi } from 'reveal.js';
import type { PageMessage, PageSettings, ServerMessage } from '../../dev/protocol/messages.ts';
import { pressedKey } from '../navigation/keyboard.ts';
import { readStored } from './browser-storage.ts';
import type { Connection } from './connection.ts';
import { showDropHint } from './drop-hint.ts';
import type { Editor, ImagePosition } from './editor/main.ts';
import { addEditorShortcuts } from './editor-help.ts';
import { droppedFiles, pastedImages } from './file-transfer.ts';
import { editorStateKey, findAbandonedDrafts } from './kept-drafts.ts';

/** Elements that handle letter keys themselves. */
const textFields = 'input, textarea, select, [contenteditable], [role=slider]';

/**
 * Opens the editor next to the deck: with `E`, when an image is dropped, or if it was open before a
 * reload. The editor's script is loaded only then.
 */
export class EditorLoader {
  readonly #settings: PageSettings;
  readonly #deck: RevealApi | undefined;
  #connection: Connection | undefined;
  #editor: Editor | undefined;
  readonly #onToggle: () => void;
  #tries = 0;

  /** @param onToggle called when the editor was opened or closed */
  constructor(settings: PageSettings, deck: RevealApi | undefined, onToggle: () => void) {
    this.#settings = settings;
    this.#deck = deck;
    this.#onToggle = onToggle;
  }

  get isOpen(): boolean {
    return this.#editor !== undefined;
  }

  /** Starts listening for the key, dropped files and pasted images. */
  listen(connection: Connection): void {
    this.#connection = connection;
    addEditorShortcuts();
    addEventListener('keydown', (event) => {
      if (!isEditorKey(event)) return;
      event.preventDefault();
      void this.#open().then((editor) => editor?.focus());
    });
    addEventListener('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      showDropHint(event);
    });
    addEventListener('dragleave', () => showDropHint());
    addEventListener('drop', (event) => {
      showDropHint();
      const { clientX: x, clientY: y, dataTransfer } = event;
      this.#addImages(droppedFiles(dataTransfer), event, { x, y });
    });
    addEventListener('paste', (event) => {
      this.#addImages(pastedImages(event.clipboardData), event, 'cursor');
    });
    void this.#revive();
  }

  /** Opens the editor if it was open before a reload, or if unsaved text of a closed tab is still there. */
  async #revive(): Promise<void> {
    const { deckId } = this.#settings;
    const isRevived = readStored('sessionStorage', editorStateKey(deckId)) !== null;
    const search = findAbandonedDrafts(deckId, isRevived);
    if (isRevived) await this.#open();
    const kept = await search;
    if (kept.length > 0) (await this.#open())?.offer(kept);
  }

  /** The messages to send when the server is connected. */
  helloMessages(): readonly PageMessage[] {
    return this.#editor?.helloMessages() ?? [];
  }

  receive(message: ServerMessage): void {
    this.#editor?.receive(message);
  }

  /** Prepares a reload of the page. Resolves with `false` if unsaved text would be lost. */
  async prepareReload(): Promise<boolean> {
    return (await this.#editor?.prepareReload()) ?? true;
  }

  /** Adds images; if the editor is not open yet, at the end of the slide. */
  #addImages(files: readonly File[], event: Event, position: ImagePosition): void {
    if (files.length === 0) return;
    event.preventDefault();
    const target = this.isOpen ? position : 'end of the slide';
    void this.#open().then((editor) => editor?.addImages(files, target));
  }

  async #open(): Promise<Editor | undefined> {
    const connection = this.#connection;
    if (this.#editor || !connection) return this.#editor;
    const module = await this.#load();
    if (!module) return undefined;
    const [settings, deck] = [this.#settings, this.#deck];
    const onClose = (): void => {
      this.#editor = undefined;
      this.#onToggle();
    };
    this.#editor ??= module.openEditor({ settings, deck, connection, onClose });
    this.#onToggle();
    return this.#editor;
  }

  /**
   * Loads the editor's script. Browsers cache a failed import by its URL, so each attempt uses
   * another one.
   */
  async #load(): Promise<typeof import('./editor/main.ts') | undefined> {
    const path = `${this.#settings.base}/editor.js`;
    const address = this.#tries === 0 ? path : `${path}?${this.#tries}`;
    try {
      return (await import(address)) as typeof import('./editor/main.ts');
    } catch {
      this.#tries++;
      alert('The editor could not be loaded. Is lectern dev still running?');
      return undefined;
    }
  }
}

/**
 * Whether the key is `E` as a shortcut and nothing else handled it, such as the pen's eraser.
 */
function isEditorKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || pressedKey(event) !== 'e') return false;
  const target = event.composedPath()[0];
  const isText = target instanceof Element && target.closest(textFields) !== null;
  return !isText && !document.querySelector('dialog[open]');
}
