import type { WebSocket } from 'ws';
import { readFileState, versionOf } from '../../base/files/edit/edited-file.ts';
import { filesOf } from '../files/deck-files.ts';
import { type Save, saveText } from '../files/save.ts';
import type { Built, EditorMessage, EditRequest } from '../protocol/messages.ts';
import type { Build, LiveDeck } from './live-deck.ts';

/** How long a page may take to reload, in milliseconds. */
const reloadTime = 20_000;

/** The editor of one page. */
interface PageEditor {
  readonly deck: LiveDeck;
  /** The last version of each file that was sent to the page, by the file's name. */
  readonly sentVersions: Map<string, string>;
}

/** Unsaved text of a file in the editor of a page. */
interface Draft {
  readonly page: WebSocket;
  readonly deck: LiveDeck;
  /** Real path. */
  readonly file: string;
  readonly id: string;
  readonly text: string;
  /** The version of the file when the page was closed; absent while it is open. */
  readonly left?: string;
}

/**
 * The editors that are open in pages: sends them the texts of the deck's files, builds decks with the
 * unsaved drafts, and saves. The drafts of a page are discarded when the page is closed.
 */
export class Editing {
  readonly #editors = new Map<WebSocket, PageEditor>();
  /** In the order of typing. If several pages edit the same file, the last draft is shown. */
  #drafts: readonly Draft[] = [];
  /** The drafts with which the last build of each deck started; there may be newer ones. */
  readonly #building = new WeakMap<LiveDeck, readonly Draft[]>();
  /** Serializes saves, so that the second of two sees the result of the first. */
  #saving: Promise<void> = Promise.resolve();

  /** Handles a request of a page with write permission. */
  receive(page: WebSocket, deck: LiveDeck, request: EditRequest): void {
    if (request.type === 'close') {
      this.#editors.delete(page);
      // Includes the drafts that the page left before it was reloaded.
      this.#drop((draft) => draft.page === page || (draft.deck === deck && isLeft(draft)));
      return;
    }
    const files = filesOf(deck);
    const name = request.type === 'edit' ? nameOf(deck, request.of) : request.file;
    const file = files.get(name);
    if (file === undefined) {
      const reason = 'it is not a Markdown file of this deck in its project';
      send(page, { type: 'refused', file: name, reason });
    } else if (request.type === 'edit') this.#open(page, deck, name, file);
    else if (request.type === 'draft') this.#draft(page, deck, file, request);
    else this.#saveNext(page, deck, file, request);
  }

  /** Keeps the drafts of a closed page for a while: after a reload it shows the same deck. */
  leave(page: WebSocket): void {
    this.#editors.delete(page);
    if (!this.#drafts.some((draft) => draft.page === page)) return;
    this.#drafts = this.#drafts.map((draft) =>
      draft.page === page ? { ...draft, left: versionOf(draft.file) } : draft,
    );
    setTimeout(() => this.#drop((draft) => draft.page === page), reloadTime).unref();
  }

  /** Discards these drafts and rebuilds their decks. */
  #drop(isDropped: (draft: Draft) => boolean): void {
    const decks = new Set(this.#drafts.filter(isDropped).map(({ deck }) => deck));
    this.#drafts = this.#drafts.filter((draft) => !isDropped(draft));
    for (const deck of decks) deck.rebuild();
  }

  /** The drafts to build a deck with: texts by the real paths of their files. */
  draftsOf(deck: LiveDeck): ReadonlyMap<string, string> {
    // A file that was changed after its page was closed takes precedence over the draft.
    this.#drafts = this.#drafts.filter(
      ({ file, left }) => left === undefined || left === versionOf(file),
    );
    const own = this.#drafts.filter((draft) => draft.deck === deck);
    this.#building.set(deck, own);
    return new Map(own.map(({ file, text }) => [file, text]));
  }

  /** Notifies the pages that edit a deck of a build, and of files changed by others. */
  notifyBuilt({ deck, drafts, isShown }: Build): void {
    for (const [page, editor] of this.#editors) {
      if (editor.deck === deck) this.#notifyBuilt(page, editor, drafts, isShown);
    }
  }

  #notifyBuilt(
    page: WebSocket,
    { deck, sentVersions }: PageEditor,
    drafts: ReadonlyMap<string, string>,
    isShown: boolean,
  ): void {
    const files = filesOf(deck);
    const texts = [...sentVersions.keys()].flatMap((name) => {
      const file = files.get(name);
      if (file === undefined) return [];
      this.#sendText(page, name, file);
      const shown = drafts.get(file);
      if (shown === undefined) return [[name, sentVersions.get(name) ?? ''] as const];
      const known = [...(this.#building.get(deck) ?? []), ...this.#drafts];
      const own = known.find((draft) => {
        return draft.page === page && draft.file === file && draft.text === shown;
      });
      return own ? [[name, own.id] as const] : [];
    });
    send(page, { type: 'built', texts, ...placesOf(deck, isShown) });
  }

  /** Sends the content of a file, unless the page has this version already. */
  #sendText(page: WebSocket, name: string, file: string): void {
    const sentVersions = this.#editors.get(page)?.sentVersions;
    const state = readFileState(file);
    if ('reason' in state || sentVersions?.get(name) === state.version) return;
    sentVersions?.set(name, state.version);
    send(page, { type: 'text', file: name, text: state.text, version: state.version });
  }

  #open(page: WebSocket, deck: LiveDeck, name: string, file: string): void {
    const state = readFileState(file);
    if ('reason' in state) {
      send(page, { type: 'refused', file: name, reason: state.reason });
      return;
    }
    const editor = this.#editors.get(page) ?? { deck, sentVersions: new Map() };
    this.#editors.set(page, editor);
    editor.sentVersions.delete(name);
    this.#sendText(page, name, file);
    const texts = [[name, state.version] as const];
    send(page, { type: 'built', texts, ...placesOf(deck, true) });
  }

  #draft(
    page: WebSocket,
    deck: LiveDeck,
    file: string,
    { id, text }: Extract<EditRequest, { readonly type: 'draft' }>,
  ): void {
    const isThis = (draft: Draft): boolean => draft.page === page && draft.file === file;
    const known = this.#drafts.find(isThis);
    if (known?.text === text && known?.id === id) return;
    const others = this.#drafts.filter(
      (draft) => !isThis(draft) && !(draft.file === file && isLeft(draft)),
    );
    this.#drafts = text === undefined ? others : [...others, { page, deck, file, id, text }];
    deck.rebuild();
  }

  #saveNext(page: WebSocket, deck: LiveDeck, file: string, save: Save): void {
    const refuse = ({ message }: Error): void =>
      send(page, { type: 'refused', file: save.file, reason: message });
    this.#saving = this.#saving.then(() => this.#save(page, deck, file, save)).catch(refuse);
  }

  async #save(page: WebSocket, deck: LiveDeck, file: string, save: Save): Promise<void> {
    const response = await saveText(save, file, deck.job.options.cwd);
    const sentVersions = this.#editors.get(page)?.sentVersions;
    if (response.type !== 'refused') sentVersions?.set(save.file, response.version);
    if (response.type === 'saved') {
      const isSaved = (draft: Draft): boolean =>
        draft.page === page && draft.file === file && draft.text === save.text;
      this.#drafts = this.#drafts.filter((draft) => !isSaved(draft));
    }
    send(page, response);
  }
}

/** Whether the page of the draft was closed. */
function isLeft({ left }: Draft): boolean {
  return left !== undefined;
}

/** The name of a file, given by its name or by the index of a slide; the deck's own file by default. */
function nameOf(deck: LiveDeck, of: string | number): string {
  if (typeof of === 'string') return of;
  const [own = ''] = filesOf(deck).keys();
  return deck.shown?.page.slides[of]?.span.file ?? own;
}

function placesOf({ shown }: LiveDeck, isShown: boolean): Pick<Built, 'slideLines'> {
  if (!shown || !isShown) return {};
  return { slideLines: shown.page.slides.map(({ span: { file, line } }) => ({ file, line })) };
}

function send(page: WebSocket, message: EditorMessage): void {
  page.send(JSON.stringify(message));
}
