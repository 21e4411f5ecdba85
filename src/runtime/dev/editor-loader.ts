import type { RevealApi } from 'reveal.js';
import type { PageMessage, PageSettings, ServerMessage } from '../../dev/protocol/messages.ts';
import type { Connection } from './connection.ts';
import { showDropHint } from './drop-hint.ts';
import type { Editor, PicturePlace } from './editor/main.ts';
import { nameEditorKeys } from './editor-help.ts';
import { filesIn, picturesIn } from './file-transfer.ts';
import { keptKey } from './storage-key.ts';

/** What already answers to a letter. */
const writes = 'input, textarea, select, [contenteditable], [role=slider]';
const script = '/editor.js';

/**
 * Opens the editor beside the deck: by `E`, by a picture that is dropped, or because it was open when
 * the page was loaded anew. Only then is the editor's script loaded.
 */
export class EditorDoor {
  readonly #settings: PageSettings;
  readonly #deck: RevealApi | undefined;
  #connection: Connection | undefined;
  #editor: Editor | undefined;
  readonly #moved: () => void;
  #tries = 0;

  /** @param moved called when the editor was opened or closed */
  constructor(settings: PageSettings, deck: RevealApi | undefined, moved: () => void) {
    this.#settings = settings;
    this.#deck = deck;
    this.#moved = moved;
  }

  get isOpen(): boolean {
    return this.#editor !== undefined;
  }

  /** From now on keys and pictures open it. */
  listen(connection: Connection): void {
    this.#connection = connection;
    nameEditorKeys();
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
      this.#take(filesIn(dataTransfer), event, { x, y });
    });
    addEventListener('paste', (event) => {
      this.#take(picturesIn(event.clipboardData), event, 'cursor');
    });
    if (sessionStorage.getItem(keptKey(this.#settings.deck)) !== null) void this.#open();
  }

  /** What to tell a server that has just been reached. */
  greetings(): readonly PageMessage[] {
    return this.#editor?.greetings() ?? [];
  }

  receive(message: ServerMessage): void {
    this.#editor?.receive(message);
  }

  /** Asks before the page is loaded anew: `false` where words would be lost by that. */
  async mayReload(): Promise<boolean> {
    return (await this.#editor?.mayReload()) ?? true;
  }

  /** Takes pictures; where the editor is not open yet, they go to the end of the slide. */
  #take(files: readonly File[], event: Event, place: PicturePlace): void {
    if (files.length === 0) return;
    event.preventDefault();
    const where = this.isOpen ? place : 'end of the slide';
    void this.#open().then((editor) => editor?.addPictures(files, where));
  }

  async #open(): Promise<Editor | undefined> {
    const connection = this.#connection;
    if (this.#editor || !connection) return this.#editor;
    const module = await this.#load();
    if (!module) return undefined;
    const [settings, deck] = [this.#settings, this.#deck];
    const whenClosed = (): void => {
      this.#editor = undefined;
      this.#moved();
    };
    this.#editor ??= module.openEditor({ settings, deck, connection, whenClosed });
    this.#moved();
    return this.#editor;
  }

  /** A module that did not come is remembered by its address, and would never come. */
  async #load(): Promise<typeof import('./editor/main.ts') | undefined> {
    const address = this.#tries === 0 ? script : `${script}?${this.#tries}`;
    try {
      return (await import(address)) as typeof import('./editor/main.ts');
    } catch {
      this.#tries++;
      alert('The editor could not be loaded. Is lectern dev still running?');
      return undefined;
    }
  }
}

/** `E` by itself, where nothing else wants it: the pen's eraser comes first. */
function isEditorKey(event: KeyboardEvent): boolean {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event;
  if (defaultPrevented || event.isComposing || ctrlKey || metaKey || altKey || shiftKey)
    return false;
  // On keyboards without Latin letters the key is known by its place.
  const isKey = key.toLowerCase() === 'e' || (key > '\x7f' && code === 'KeyE');
  const target = event.composedPath()[0];
  const isText = target instanceof Element && target.closest(writes) !== null;
  return isKey && !isText && !document.querySelector('dialog[open]');
}
