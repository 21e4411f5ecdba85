import path from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isDeck } from '../../1-load/is-deck.ts';
import { isInside } from '../../base/files/locate-file.ts';
import { plainText } from '../../base/files/plain-text.ts';
import { findRoot } from '../../base/files/project-root.ts';
import { pathOfUri, uriOfPath } from '../text/positions.ts';
import { type ScannedText, scanText } from '../text/scan.ts';
import { MarkdownFiles } from './markdown-files.ts';
import { type DeckContents, OpenDeck } from './open-deck.ts';

/** The characters of a text above which it is only built: reading it would keep the editor waiting. */
const maxLength = 1_000_000;

/** A text that an editor has open. */
export interface OpenText {
  readonly uri: string;
  /** Its real path, or for one that is not saved, the path that it has for its deck. */
  readonly file: string;
  readonly document: TextDocument;
  readonly isMarkdown: boolean;
}

/** A place in a text that belongs to a deck. */
export interface DeckText extends OpenText {
  readonly deck: OpenDeck;
  readonly contents: DeckContents;
  readonly scanned: ScannedText;
}

/** The texts that an editor has open, and the decks to which they belong. */
export class Workspace {
  readonly files = new MarkdownFiles();
  allowRemote = false;
  #folders: readonly string[] = [];
  readonly #texts = new Map<string, OpenText>();
  readonly #decks = new Map<string, OpenDeck>();
  readonly #scanned = new WeakMap<TextDocument, { version: number; scanned: ScannedText }>();
  #drafts: ReadonlyMap<string, string> | undefined;
  /** The decks that include files; looked for again once files or the texts that are open have changed. */
  readonly #including = new Map<string, OpenDeck | undefined>();
  /** Counts changes of texts and files. */
  #version = 0;

  get folders(): readonly string[] {
    return this.#folders;
  }

  set folders(folders: readonly string[]) {
    this.#folders = folders;
    this.filesChanged();
  }

  get texts(): Iterable<OpenText> {
    return this.#texts.values();
  }

  open(document: TextDocument): OpenText {
    const { uri, languageId } = document;
    const file = pathOfUri(uri, this.#folders[0] ?? process.cwd());
    const isMarkdown = /^(?:markdown|quarto|rmd|marp|slidev|lectern)/i.test(languageId);
    const text = { uri, file, document, isMarkdown };
    this.#texts.set(uri, text);
    this.#including.clear();
    this.change();
    return text;
  }

  close(uri: string): void {
    this.#texts.delete(uri);
    this.#including.clear();
    this.change();
  }

  /** Notes that a text or a file has changed. */
  change(): void {
    this.#version++;
    this.#drafts = undefined;
  }

  /** Notes that files were added, changed or removed on disk. */
  filesChanged(): void {
    this.files.forget();
    this.#including.clear();
    this.change();
  }

  text(uri: string): OpenText | undefined {
    return this.#texts.get(uri);
  }

  scan({ document }: OpenText): ScannedText {
    const known = this.#scanned.get(document);
    if (known?.version === document.version) return known.scanned;
    const scanned = scanText(document.getText());
    this.#scanned.set(document, { version: document.version, scanned });
    return scanned;
  }

  /** The unsaved texts, by their real paths. */
  get drafts(): ReadonlyMap<string, string> {
    this.#drafts ??= new Map(
      [...this.#texts.values()].map(({ file, document }) => [file, plainText(document.getText())]),
    );
    return this.#drafts;
  }

  /** The address of a file, as the editor writes it if it is open. */
  uriOf(file: string): string {
    const open = [...this.#texts.values()].find((text) => text.file === file);
    return open?.uri ?? uriOfPath(file);
  }

  /** The deck to which a text belongs: the one that includes it, or itself. */
  async deckOf(text: OpenText): Promise<OpenDeck | undefined> {
    if (!text.isMarkdown) return this.#userOf(text.file);
    const including = await this.#includingDeck(text.file);
    if (including) return including;
    const root = this.rootOf(text.file);
    return isDeck(text.file, text.document.getText(), root) ? this.deck(text.file) : undefined;
  }

  /** Whether nothing can be asked about a text. */
  isTooLong({ document }: OpenText): boolean {
    return document.getText().length > maxLength;
  }

  /** Whether a deck, or a text that belongs to it, is too long. */
  isDeckTooLong({ file, last }: OpenDeck): boolean {
    return [...this.drafts].some(
      ([name, text]) => text.length > maxLength && (name === file || last?.files.has(name)),
    );
  }

  /** A text with its deck as it is now; `undefined` if it belongs to none, or is too long. */
  async read(uri: string): Promise<DeckText | undefined> {
    const text = this.text(uri);
    if (!text || this.isTooLong(text)) return undefined;
    const deck = await this.deckOf(text);
    const contents = deck && (await this.contentsOf(deck));
    return contents && { ...text, deck, contents, scanned: this.scan(text) };
  }

  contentsOf(deck: OpenDeck): Promise<DeckContents | undefined> {
    return deck.read(this.#version);
  }

  /** @param file real path */
  deck(file: string): OpenDeck {
    const known = this.#decks.get(file);
    if (known) return known;
    const root = this.rootOf(file);
    const options = { cwd: root, root, allowRemote: this.allowRemote };
    const deck = new OpenDeck(file, options, () => this.drafts);
    this.#decks.set(file, deck);
    return deck;
  }

  /** The project folder of a file. */
  rootOf(file: string): string {
    const folder = this.#folders.find((each) => isInside(file, each)) ?? path.dirname(file);
    return findRoot(file, folder);
  }

  /** A deck of an open text that uses a file which is no Markdown. */
  #userOf(file: string): OpenDeck | undefined {
    return [...this.#decks.values()].find(({ last }) =>
      last?.source.texts.some(({ realPath }) => realPath === file),
    );
  }

  async #includingDeck(file: string): Promise<OpenDeck | undefined> {
    for (const deck of this.#decks.values()) {
      if (deck.file !== file && deck.last?.files.has(file)) return deck;
    }
    if (!this.#including.has(file)) this.#including.set(file, await this.#findIncluding(file));
    return this.#including.get(file);
  }

  /** The first deck that includes a file, of those that name it. */
  async #findIncluding(file: string): Promise<OpenDeck | undefined> {
    const name = path.basename(file);
    const pattern = /^[ \t]*(?:<!--[ \t]*)?src[ \t]*:/m;
    for (const other of this.files.in(this.#folders)) {
      const text = other === file ? '' : (this.drafts.get(other) ?? this.files.textOf(other));
      if (!text.includes(name) || !pattern.test(text)) continue;
      const deck = this.deck(other);
      const contents = await this.contentsOf(deck);
      if (contents?.files.has(file)) return deck;
    }
    return undefined;
  }
}
