import type { DataReader } from './data.ts';
import type { SlideFrontMatter } from './deck.ts';
import type { FrontMatter } from './front-matter.ts';
import type { RemoteFiles } from './remote.ts';

/** A stretch of a source file. Lines and columns count from 1, columns and length in UTF-16 units. */
export interface Span {
  /** The file as messages show it: relative to the working folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** The cell of a workbook that line and column stand for: `Sheet1!B7`. */
  readonly cell?: string;
}

/** A text file that has been read: valid UTF-8, no byte-order mark, line ends as LF. */
export interface TextFile {
  /** The file as messages show it; see {@link Span.file}. */
  readonly path: string;
  /** Absolute, with links resolved. */
  readonly realPath: string;
  readonly text: string;
  /** Where its text comes from, if it was translated from another tool's Markdown. */
  readonly origins?: Origins;
}

/**
 * Maps a translated text to the author's text, in segments: each begins at an offset of the translated text and
 * comes from an offset of the author's. Offsets ascend in the translated text only.
 */
export interface Origins {
  readonly author: TextFile;
  /** Where each segment begins in the translated text. */
  readonly offsets: readonly number[];
  /** Where it begins in the author's text. */
  readonly sources: readonly number[];
}

/** The tools whose Markdown Lectern reads, its own first. */
export const dialects = ['lectern', 'marp', 'slidev', 'reveal', 'quarto', 'pandoc'] as const;

export type Dialect = (typeof dialects)[number];

/** Options of one build. */
export interface BuildOptions {
  /** The folder that paths in messages are relative to. */
  readonly cwd: string;
  /** Real path of the folder that everything a deck names must lie under. */
  readonly root: string;
  /** Keep links to remote images, video and audio, and allow them in the CSP. */
  readonly allowRemote: boolean;
  /** Fetches remote images, video and audio, which are then embedded; comes before `allowRemote`. */
  readonly remote?: RemoteFiles;
  /** Omit speaker notes, hidden elements, comments, metadata of images and media, and the embedded source. */
  readonly share: boolean;
  /** Omit the metadata of images and media, as for a file that is printed from the page. */
  readonly stripMetadata?: boolean;
  /** Write into the HTML where each block is in the source, for checks; see `sourceAttribute`. */
  readonly marksSource?: boolean;
  /** Build the whole page also if the deck has errors, to show it to its author. */
  readonly isPreview?: boolean;
  /** Shared by consecutive builds of a deck, so that unchanged slides are reused. Does not affect the result. */
  readonly memo?: Memo;
  /** Unsaved texts by real path, used instead of the files. */
  readonly drafts?: ReadonlyMap<string, string>;
  /** The tool for which the deck was written; found by its text if absent. */
  readonly dialect?: Dialect;
  /** A presentation in whose look the deck is built, in place of its theme. */
  readonly template?: TemplateFile;
  /** Whether the caller opens the template that the deck names for PowerPoint files, and says what is wrong with it. */
  readonly opensTemplate?: boolean;
  /** Whether hidden slides are kept, after all others, for formats that can hide them. */
  readonly keepsHidden?: boolean;
  /** Ends the build between two stages: it throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A presentation that someone has named as a template. */
export interface TemplateFile {
  /** As written. */
  readonly name: string;
  /** Its absolute path. */
  readonly file: string;
  /** Absent if it was named on the command line. */
  readonly span?: Span;
}

/** Caches the results of pure functions from one build of a deck to the next. */
export interface Memo {
  /**
   * The result of `compute`, or the cached one for equal inputs.
   *
   * @param of the pure function whose result it is
   * @param inputs everything that the result depends on, the most distinctive input first
   */
  get<T>(
    of: (...args: never[]) => T,
    inputs: readonly [unknown, ...unknown[]],
    compute: () => T,
  ): T;
  /**
   * A value that is computed faster from the previous build's value for the same key. It must not
   * depend on that value.
   */
  update<T>(
    of: (...args: never[]) => T,
    key: readonly [unknown, ...unknown[]],
    compute: (previous: T | undefined) => T,
  ): T;
}

/** A value and its place in the source. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** Everything that a deck is parsed from. */
export interface DeckSource {
  /** As Lectern's Markdown; the author's file is the first of `texts`. */
  readonly file: TextFile;
  readonly dialect: Dialect;
  readonly frontMatter: FrontMatter;
  /** The slides of all its files, in the order of the deck. */
  readonly slides: readonly SlideSource[];
  /** The TeX commands of each file, by its path in spans. */
  readonly macros: ReadonlyMap<string, FrontMatter['macros']>;
  readonly files: FileReader;
  readonly data: DataReader;
  /** All text files that were read, the deck's own first. Grows as `files` reads more. */
  readonly texts: readonly TextFile[];
}

/** A slide in one of a deck's files. */
export interface SlideSource {
  readonly slide: OpenedSlide;
  /** The file that contains it. */
  readonly file: TextFile;
  /** The line of the file, from 1, on which its text begins. */
  readonly line: number;
  /** Whether it is below the previous slide, not next to it. */
  readonly vertical: boolean;
  /** The link definitions of its file; empty if there are none. */
  readonly definitions: string;
  /** The variables of an included file, which come before those of the deck. */
  readonly vars: ReadonlyMap<string, string>;
  /** `false` for a slide that only defines footnotes for others. */
  readonly isShown?: false;
  /** The memo to parse it with; `noMemo` if errors in its file may have cut its tokens short. */
  readonly memo: Memo;
}

/** The text of a slide, its front matter read. Spans count lines from the first line of the text. */
export interface OpenedSlide {
  /** The text of the slide as a file of its own. */
  readonly file: TextFile;
  /** The tokens below the front matter. */
  readonly tokens: readonly Token[];
  /** The offset of the tokens in the text. */
  readonly offset: number;
  /** Whether front matter follows its break, valid or not. */
  readonly hasFrontMatter: boolean;
  readonly frontMatter: SlideFrontMatter;
  /** The break, or the slide's first line. */
  readonly span: Span;
}

/** A token of the lexer. The `raw` of all tokens of a file, joined, is its text. */
export interface Token {
  readonly type: string;
  readonly raw: string;
}

/**
 * Reads the text of a file that a deck names (such as a code sample), or reports why it cannot be
 * read (at `ref`'s span) and returns `undefined`.
 */
export type FileReader = (ref: AssetRef) => TextFile | undefined;

/** A reference to a file: the path as written, relative to the folder of the file that contains the reference. */
export interface AssetRef {
  readonly path: string;
  /** The real path of the file that contains the reference. */
  readonly from: string;
  readonly span: Span;
  /** Whether it names the captions of a video or audio. */
  readonly isCaptions?: true;
  /** Whether the element that shows it plays video or audio, whatever its name says. */
  readonly holdsMedia?: true;
  /** How to write a path with spaces that HTML ends at the first one. */
  readonly spaced?: string;
}
