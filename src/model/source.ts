import type { SlideFrontMatter } from './deck.ts';
import type { FrontMatter } from './front-matter.ts';

/** A stretch of a source file. Lines and columns count from 1, columns and length in UTF-16 units. */
export interface Span {
  /** The file as messages show it: relative to the working folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** A text file that has been read: valid UTF-8, no byte-order mark, line ends as LF. */
export interface TextFile {
  /** The file as messages show it; see {@link Span.file}. */
  readonly path: string;
  /** Absolute, with links resolved. */
  readonly realPath: string;
  readonly text: string;
}

/** What holds for a whole run of one deck. */
export interface BuildOptions {
  /** The folder that messages name files from. */
  readonly cwd: string;
  /** Real path of the folder that everything a deck names must lie under. */
  readonly root: string;
  /** Leave links to remote images, video and audio in the page, and let its policy load them. */
  readonly allowRemote: boolean;
  /** Leave out what is the speaker's: the notes, and the source. */
  readonly share: boolean;
  /** Shared by consecutive builds of a deck, so that unchanged slides are reused. Does not affect the result. */
  readonly memo?: Memo;
  /** Texts that stand for those of files, by their real paths: what somebody writes and has not saved. */
  readonly drafts?: ReadonlyMap<string, string>;
}

/** Values of pure functions, kept from one build of a deck to the next. */
export interface Memo {
  /**
   * The value that `compute` gives, or the same one as for earlier equal inputs.
   *
   * @param of the pure function whose value it is
   * @param inputs all that the value depends on, the most distinctive one first
   */
  get<T>(
    of: (...args: never[]) => T,
    inputs: readonly [unknown, ...unknown[]],
    compute: () => T,
  ): T;
  /**
   * A value that is computed faster from the one that the last build had for the same key. It must not
   * depend on that one.
   */
  update<T>(
    of: (...args: never[]) => T,
    key: readonly [unknown, ...unknown[]],
    compute: (previous: T | undefined) => T,
  ): T;
}

/** A value and where the author wrote it. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** All that a deck is parsed from. */
export interface DeckSource {
  readonly file: TextFile;
  readonly frontMatter: FrontMatter;
  /** Those of all its files in the order of the deck. */
  readonly slides: readonly SlideSource[];
  readonly files: FileReader;
  /** All text files that were read, its own first. Grows as `files` reads more. */
  readonly texts: readonly TextFile[];
}

/** A slide in one of a deck's files. */
export interface SlideSource {
  readonly slide: OpenedSlide;
  /** The file that contains it. */
  readonly file: TextFile;
  /** The line of the file, from 1, on which its text begins. */
  readonly line: number;
  /** Below the slide before it, not next to it. */
  readonly vertical: boolean;
  /** The link definitions of its file; empty if there are none. */
  readonly definitions: string;
  /** The one to parse it with: errors in its file may have cut its tokens short. */
  readonly memo: Memo;
}

/** The text of a slide with its front matter read. Its spans count lines from the text's first one. */
export interface OpenedSlide {
  /** The slide's text in place of that of its file. */
  readonly file: TextFile;
  /** Those below the front matter. */
  readonly tokens: readonly Token[];
  /** The offset of the tokens in the text. */
  readonly offset: number;
  /** Whether front matter follows its break, be it valid or not. */
  readonly hasFrontMatter: boolean;
  readonly frontMatter: SlideFrontMatter;
  /** The break, or the slide's first line. */
  readonly span: Span;
}

/** What the lexer read: the `raw` of a file's tokens, joined, is its text. */
export interface Token {
  readonly type: string;
  readonly raw: string;
}

/**
 * Reads the text of a file that a deck names (a code sample, a data file), or reports why it cannot be
 * read (at `ref`'s span) and returns `undefined`.
 */
export type FileReader = (ref: AssetRef) => TextFile | undefined;

/** A file that a deck names: the path as written, relative to the folder of the file that names it. */
export interface AssetRef {
  readonly path: string;
  /** The real path of the naming file. */
  readonly from: string;
  readonly span: Span;
}
