import type { WebSocket } from 'ws';
import { filesOf, readFileState, versionOf } from '../files/deck-files.ts';
import { type Save, saveText } from '../files/save.ts';
import type { Built, EditorMessage, EditRequest } from '../protocol/messages.ts';
import type { Build, LiveDeck } from './live-deck.ts';

/** How long a page may take to load anew, in milliseconds. */
const reloadTime = 20_000;

/** What one page has open in its editor. */
interface OpenPane {
  readonly deck: LiveDeck;
  /** The version of each file that the page was told of last, by the file's name. */
  readonly told: Map<string, string>;
}

/** A text that somebody writes in a page and has not saved. */
interface Draft {
  readonly page: WebSocket;
  readonly deck: LiveDeck;
  /** Real path. */
  readonly file: string;
  readonly id: string;
  readonly text: string;
  /** The version that the file had when the page went away. */
  readonly left?: string;
}

/**
 * The editors that are open in pages: gives them the texts of the deck's files, shows decks with what
 * is being written, and saves. Whatever one page has not saved is gone when the page is.
 */
export class Editing {
  readonly #panes = new Map<WebSocket, OpenPane>();
  /** Those typed last come last, and are what is shown where several pages write the same file. */
  #drafts: readonly Draft[] = [];
  /** Those that the last build of each deck began with: more may have been typed since. */
  readonly #building = new WeakMap<LiveDeck, readonly Draft[]>();
  /** One save at a time, so that of two the second one sees the first. */
  #saving: Promise<void> = Promise.resolve();

  /** Does what a page asks for, which has shown the token. */
  receive(page: WebSocket, deck: LiveDeck, request: EditRequest): void {
    if (request.type === 'close') {
      this.#panes.delete(page);
      // So is what the same page has left when it was loaded anew.
      this.#drop((draft) => draft.page === page || (draft.deck === deck && isLeft(draft)));
      return;
    }
    const files = filesOf(deck);
    const name = request.type === 'edit' ? nameOf(deck, request.of) : request.file;
    const file = files.get(name);
    if (file === undefined) {
      const reason = 'it is none of the Markdown files of this deck, below its project';
      send(page, { type: 'refused', file: name, reason });
    } else if (request.type === 'edit') this.#open(page, deck, name, file);
    else if (request.type === 'draft') this.#draft(page, deck, file, request);
    else this.#saveNext(page, deck, file, request);
  }

  /** A page is gone. If it is only loaded anew, it is to find the deck as it was, and shows the same. */
  leave(page: WebSocket): void {
    this.#panes.delete(page);
    if (!this.#drafts.some((draft) => draft.page === page)) return;
    this.#drafts = this.#drafts.map((draft) =>
      draft.page === page ? { ...draft, left: versionOf(draft.file) } : draft,
    );
    setTimeout(() => this.#drop((draft) => draft.page === page), reloadTime).unref();
  }

  /** These drafts are over. */
  #drop(isOver: (draft: Draft) => boolean): void {
    const decks = new Set(this.#drafts.filter(isOver).map(({ deck }) => deck));
    this.#drafts = this.#drafts.filter((draft) => !isOver(draft));
    for (const deck of decks) deck.rebuild();
  }

  /** What stands for the texts of a deck's files. */
  draftsOf(deck: LiveDeck): ReadonlyMap<string, string> {
    // Whoever has left a page and goes on in another editor writes what counts.
    this.#drafts = this.#drafts.filter(
      ({ file, left }) => left === undefined || left === versionOf(file),
    );
    const own = this.#drafts.filter((draft) => draft.deck === deck);
    this.#building.set(deck, own);
    return new Map(own.map(({ file, text }) => [file, text]));
  }

  /** Tells the pages that edit a deck what was built, and which files others have changed. */
  notifyBuilt({ deck, drafts, isShown }: Build): void {
    for (const [page, pane] of this.#panes) {
      if (pane.deck === deck) this.#notifyBuilt(page, pane, drafts, isShown);
    }
  }

  #notifyBuilt(
    page: WebSocket,
    { deck, told }: OpenPane,
    drafts: ReadonlyMap<string, string>,
    isShown: boolean,
  ): void {
    const files = filesOf(deck);
    const texts = [...told.keys()].flatMap((name) => {
      const file = files.get(name);
      if (file === undefined) return [];
      this.#sendText(page, name, file);
      const shown = drafts.get(file);
      if (shown === undefined) return [[name, told.get(name) ?? ''] as const];
      const known = [...(this.#building.get(deck) ?? []), ...this.#drafts];
      const own = known.find((draft) => {
        return draft.page === page && draft.file === file && draft.text === shown;
      });
      return own ? [[name, own.id] as const] : [];
    });
    send(page, { type: 'built', texts, ...placesOf(deck, isShown) });
  }

  /** Says what a file holds, unless the page knows. */
  #sendText(page: WebSocket, name: string, file: string): void {
    const told = this.#panes.get(page)?.told;
    const state = readFileState(file);
    if ('reason' in state || told?.get(name) === state.version) return;
    told?.set(name, state.version);
    send(page, { type: 'text', file: name, text: state.text, version: state.version });
  }

  #open(page: WebSocket, deck: LiveDeck, name: string, file: string): void {
    const state = readFileState(file);
    if ('reason' in state) {
      send(page, { type: 'refused', file: name, reason: state.reason });
      return;
    }
    const pane = this.#panes.get(page) ?? { deck, told: new Map() };
    this.#panes.set(page, pane);
    pane.told.delete(name);
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
    const answer = await saveText(save, file, deck.job.options.cwd);
    const told = this.#panes.get(page)?.told;
    if (answer.type !== 'refused') told?.set(save.file, answer.version);
    if (answer.type === 'saved') {
      const isSaved = (draft: Draft): boolean =>
        draft.page === page && draft.file === file && draft.text === save.text;
      this.#drafts = this.#drafts.filter((draft) => !isSaved(draft));
    }
    send(page, answer);
  }
}

/** Whether the page that it was written in is gone. */
function isLeft({ left }: Draft): boolean {
  return left !== undefined;
}

/** The file that a slide stands in, or the deck's own, or what is named. */
function nameOf(deck: LiveDeck, of: string | number): string {
  if (typeof of === 'string') return of;
  const [own = ''] = filesOf(deck).keys();
  return deck.good?.page.slides[of]?.span.file ?? own;
}

function placesOf({ good }: LiveDeck, isShown: boolean): Pick<Built, 'slideLines'> {
  if (!good || !isShown) return {};
  return { slideLines: good.page.slides.map(({ span: { file, line } }) => ({ file, line })) };
}

function send(page: WebSocket, message: EditorMessage): void {
  page.send(JSON.stringify(message));
}
