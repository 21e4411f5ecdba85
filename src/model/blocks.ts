import type { ChartSpec } from './chart.ts';
import type { HtmlPart, Image, Inline, Link, TexFormula, WrittenHtml } from './inline.ts';
import type { AssetRef, Located, Span } from './source.ts';

/** The attribute list of an element: `{#id .class key=value}`. */
export interface Attributes {
  readonly id?: string;
  readonly classes: readonly string[];
  readonly values: ReadonlyMap<string, string>;
}

/** To add a kind, add it here: the compiler then names each place that must know it. */
export type Block =
  | Heading
  | Paragraph
  | ImageParagraph
  | List
  | Definitions
  | Quote
  | Callout
  | Code
  | Formula
  | Table
  | Figure
  | Media
  | Chart
  | Qr
  | Diagram
  | Columns
  | Group
  | Rule
  | RawHtml
  | Pause;

export interface BlockBase {
  readonly span: Span;
  readonly attributes: Attributes;
}

export interface Heading extends BlockBase {
  readonly kind: 'heading';
  /** 1 to 6, as written. */
  readonly level: number;
  readonly content: readonly Inline[];
}

export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
}

/** A paragraph in which images have lines of their own: one row, or rows above, between and below text. */
export interface ImageParagraph extends BlockBase {
  readonly kind: 'images';
  readonly lines: readonly ParagraphLines[];
}

/** Lines of text, or the images of a row. */
export interface ParagraphLines {
  readonly isRow: boolean;
  readonly content: readonly Inline[];
}

export interface List extends BlockBase {
  readonly kind: 'list';
  /** The first number of an ordered list. */
  readonly start?: number;
  /** Whether items contain paragraphs (a loose list) or bare text (a tight one). */
  readonly loose: boolean;
  /** The items appear one by one. */
  readonly incremental: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly span: Span;
  readonly attributes: Attributes;
  /** Present in a task list. */
  readonly checked?: boolean;
  readonly blocks: readonly Block[];
}

/** Terms and their definitions. */
export interface Definitions extends BlockBase {
  readonly kind: 'definitions';
  /** Whether definitions contain paragraphs or bare text. */
  readonly loose: boolean;
  /** The terms appear one by one, with their definitions. */
  readonly incremental: boolean;
  readonly items: readonly {
    readonly terms: readonly (readonly Inline[])[];
    readonly definitions: readonly (readonly Block[])[];
  }[];
}

export interface Quote extends BlockBase {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
}

export const calloutTypes = ['note', 'tip', 'important', 'warning', 'caution'] as const;

export type CalloutType = (typeof calloutTypes)[number];

export interface Callout extends BlockBase {
  readonly kind: 'callout';
  readonly type: CalloutType;
  /** Replaces the name of the type above it. */
  readonly title?: readonly Inline[];
  readonly blocks: readonly Block[];
}

export interface Code extends BlockBase {
  readonly kind: 'code';
  /** As written after the fence, in lower case; empty for plain text. */
  readonly language: string;
  readonly title?: string;
  readonly text: string;
  /** The lines to highlight at each step: 1-based numbers; `all` for the whole block. */
  readonly steps: readonly (readonly number[] | 'all')[];
  /** The number of the first line, where lines are numbered. */
  readonly firstNumber?: number;
  /** Whether long lines are wrapped rather than the font made smaller. */
  readonly wraps: boolean;
  /** Added and removed lines, by their 1-based numbers. */
  readonly changes: ReadonlyMap<number, Change>;
}

export type Change = 'added' | 'removed';

/** A formula on lines of its own. */
export interface Formula extends BlockBase {
  readonly kind: 'formula';
  readonly math: TexFormula;
  /** Replaces its number: `(A)`. Without it, a formula with an id has a number in {@link Deck.equations}. */
  readonly tag?: string;
  /** Each row that has a number of its own; the formula itself has none then. */
  readonly rows?: readonly (NumberedRow | undefined)[];
}

/** A row with a number, in a formula of several rows. */
export interface NumberedRow {
  /** Its key in {@link Deck.equations}. */
  readonly key: string;
  /** Its name for references. */
  readonly id?: string;
  /** Replaces its number. */
  readonly tag?: string;
}

export type Alignment = 'left' | 'center' | 'right' | undefined;

export interface Table extends BlockBase {
  readonly kind: 'table';
  readonly align: readonly Alignment[];
  readonly header: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

/** An image alone in its paragraph; its title is the caption. */
export interface Figure extends BlockBase {
  readonly kind: 'figure';
  readonly image: Image;
  /** The link that the image is, without its content. */
  readonly link?: Link;
}

/** Video or audio, written as an image whose file is one. */
export interface Media extends BlockBase {
  readonly kind: 'media';
  readonly type: 'video' | 'audio';
  readonly source: AssetRef;
  /** The image before it plays, which HTML can name. */
  readonly poster?: AssetRef;
  /** The text alternative. */
  readonly alt: string;
  readonly caption?: string;
  readonly tracks: readonly MediaTrack[];
}

/** What is said or shown in a video or audio, as WebVTT. */
export interface MediaTrack {
  readonly kind: 'captions' | 'descriptions';
  readonly source: AssetRef;
  /** Its language, if it is not that of the deck: a canonical tag. */
  readonly language?: string;
}

export interface Chart extends BlockBase, ChartSpec {
  readonly kind: 'chart';
  /** The source of the data, as shown below the chart. */
  readonly source?: string;
  /** The author's own text alternative. */
  readonly alt?: string;
}

/** A QR code for phones to scan. */
export interface Qr extends BlockBase {
  readonly kind: 'qr';
  /** Rows of modules, true for dark, without the quiet zone around them. */
  readonly modules: readonly (readonly boolean[])[];
  /** What it says. */
  readonly text: string;
  /** The author's own text alternative. */
  readonly alt?: string;
  /** The caption; empty for none. */
  readonly caption: readonly Inline[];
}

export interface Diagram extends BlockBase {
  readonly kind: 'diagram';
  readonly source: DiagramText;
  readonly title?: string;
  /** The author's own text alternative. */
  readonly alt?: string;
}

/** A diagram as its author wrote it. */
export interface DiagramText {
  readonly language: 'mermaid' | 'dot';
  readonly text: string;
  /** The span of each line of its text. */
  readonly lines: readonly Span[];
  /** The line of the diagram. */
  readonly span: Span;
  /** The real path of the file that contains its text, from which it names images. */
  readonly from: string;
  /** How it appears: `nodes`, `edges`, or the last node that is shown at first and after each step. */
  readonly steps?: readonly Located<string>[];
}

export interface Columns extends BlockBase {
  readonly kind: 'columns';
  readonly columns: readonly {
    readonly attributes: Attributes;
    readonly blocks: readonly Block[];
  }[];
}

/** `::: aside`, `::: fragment`, `::: incremental`: blocks that go together. */
interface Group extends BlockBase {
  readonly kind: 'group';
  /** A plain group only carries attributes. */
  readonly name: 'aside' | 'fragment' | 'incremental' | 'plain';
  readonly blocks: readonly Block[];
}

interface Rule extends BlockBase {
  readonly kind: 'rule';
}

export interface RawHtml extends BlockBase {
  readonly kind: 'html';
  readonly content: readonly HtmlPart[];
  /** Absent if Lectern has written it. */
  readonly written?: WrittenHtml;
}

/** `. . .`: what follows on this slide waits for the next step. */
interface Pause extends BlockBase {
  readonly kind: 'pause';
}
