import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadDeck } from '../../1-load/load.ts';
import { parseDeck } from '../../2-parse/parse.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { realPathOf } from '../../base/files/file-stats.ts';
import { plainText } from '../../base/files/plain-text.ts';
import { Inputs } from '../../base/inputs.ts';
import { BuildMemo } from '../../base/memo/memo.ts';
import { lineStarts } from '../../base/span.ts';
import type { Deck } from '../../model/deck.ts';
import type { BuildOptions, DeckSource, Span, TextFile } from '../../model/source.ts';
import type { DeckToBuild } from '../builds/messages.ts';

/** A deck as it is written now. */
export interface DeckContents {
  readonly source: DeckSource;
  readonly deck: Deck;
  /** Real paths of the Markdown files that it consists of. */
  readonly files: ReadonlySet<string>;
}

/** A deck that is read again after each change, of which unchanged slides are reused. */
export class OpenDeck {
  /** Its real path. */
  readonly file: string;
  readonly memo = new BuildMemo();
  readonly #options: Pick<BuildOptions, 'cwd' | 'root' | 'allowRemote'>;
  readonly #drafts: () => ReadonlyMap<string, string>;
  #version = -1;
  #reading: Promise<DeckContents | undefined> = Promise.resolve(undefined);
  /** The contents that were read last, which may be older than the text. */
  last: DeckContents | undefined;

  constructor(
    file: string,
    options: Pick<BuildOptions, 'cwd' | 'root' | 'allowRemote'>,
    drafts: () => ReadonlyMap<string, string>,
  ) {
    this.file = file;
    this.#options = options;
    this.#drafts = drafts;
  }

  /** The deck with its unsaved texts. */
  get toBuild(): DeckToBuild {
    return { file: this.file, options: this.#options, drafts: this.#drafts() };
  }

  /** @param version of all texts: the deck is read once for each */
  read(version: number): Promise<DeckContents | undefined> {
    if (version !== this.#version) {
      this.#version = version;
      this.#reading = this.#read();
    }
    return this.#reading;
  }

  async #read(): Promise<DeckContents | undefined> {
    const report = new Report();
    const { memo } = this;
    memo.nextBuild();
    const drafts = this.#drafts();
    const options = { ...this.#options, share: false, isPreview: true, drafts, memo };
    const source = await loadDeck(this.file, options, new Inputs(), report);
    if (!source) return undefined;
    const deck = parseDeck(source, report);
    const own = source.texts[0]?.realPath ?? this.file;
    const files = new Set([own, ...source.slides.map(({ file }) => file.realPath)]);
    this.last = { source, deck, files };
    return this.last;
  }

  /** The absolute real path of a file as spans name it. */
  pathOf({ file }: Pick<Span, 'file'>): string {
    const texts = this.last?.source.texts ?? [];
    const known = texts.find(({ path: name }) => name === file);
    return known?.realPath ?? realPathOf(path.resolve(this.#options.cwd, file));
  }

  /** The line of the author's text in which a span begins. */
  lineOf(span: Span): string {
    const file = this.textOf(this.pathOf(span));
    const start = lineStarts(file)[span.line - 1];
    if (start === undefined) return '';
    const end = file.text.indexOf('\n', start);
    return file.text.slice(start, end < 0 ? undefined : end);
  }

  /** The text of a file that the deck names by its path. */
  textBeside(name: string): string {
    return this.textOf(realPathOf(path.resolve(path.dirname(this.file), name))).text;
  }

  /** The author's text of a file. */
  textOf(file: string): TextFile {
    const known = this.last?.source.texts.find(({ realPath }) => realPath === file);
    if (known) return known;
    const draft = this.#drafts().get(file);
    return { path: file, realPath: file, text: draft ?? readText(file) };
  }
}

function readText(file: string): string {
  try {
    return plainText(readFileSync(file, 'utf8'));
  } catch {
    return '';
  }
}
