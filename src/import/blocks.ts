import type { ChartContent, Inline, LinkTarget, MediaFile, TableContent } from './model.ts';

export interface ListItem {
  readonly bullet: 'dot' | 'number' | 'unchecked' | 'checked';
  readonly inlines: readonly Inline[];
  /** Further paragraphs, and lists inside it. */
  readonly blocks: readonly Block[];
  readonly step?: number;
}

interface BlockBase {
  /** The step at which it appears, from 1. */
  readonly step?: number;
}

export interface ListBlock extends BlockBase {
  readonly kind: 'list';
  /** The number of its first item. */
  readonly start: number;
  readonly items: readonly ListItem[];
}

export interface ImageBlock extends BlockBase {
  readonly kind: 'image';
  readonly file: MediaFile;
  readonly alt: string;
  readonly isDecorative: boolean;
  readonly caption?: readonly Inline[];
  readonly link?: LinkTarget;
  /** Of the room that it is in, in percent. */
  readonly width?: number;
}

export interface ColumnsBlock extends BlockBase {
  readonly kind: 'columns';
  /** @param share of the width, in percent; absent if all are alike */
  readonly columns: readonly { readonly blocks: readonly Block[]; readonly share?: number }[];
}

/** What a slide of the deck consists of. */
export type Block =
  | ({
      readonly kind: 'heading';
      readonly level: number;
      readonly inlines: readonly Inline[];
    } & BlockBase)
  | ({ readonly kind: 'paragraph'; readonly inlines: readonly Inline[] } & BlockBase)
  | ListBlock
  | ({ readonly kind: 'quote'; readonly blocks: readonly Block[] } & BlockBase)
  | ({
      readonly kind: 'callout';
      readonly type: string;
      readonly title?: readonly Inline[];
      readonly blocks: readonly Block[];
    } & BlockBase)
  | ({ readonly kind: 'aside'; readonly blocks: readonly Block[] } & BlockBase)
  | ({
      readonly kind: 'code';
      readonly language: string;
      readonly text: string;
      readonly title?: string;
      /** The number of its first line, if its lines are numbered. */
      readonly firstNumber?: number;
    } & BlockBase)
  | ({ readonly kind: 'math'; readonly tex: string } & BlockBase)
  | ({ readonly kind: 'table'; readonly table: TableContent } & BlockBase)
  | ImageBlock
  /** Images next to each other. */
  | ({ readonly kind: 'row'; readonly images: readonly ImageBlock[] } & BlockBase)
  | ({
      readonly kind: 'media';
      readonly type: 'video' | 'audio';
      readonly file: MediaFile;
      readonly alt: string;
      readonly caption?: readonly Inline[];
    } & BlockBase)
  | ({
      readonly kind: 'chart';
      readonly chart: ChartContent;
      readonly alt: string;
      readonly by?: 'points' | 'series';
    } & BlockBase)
  | ({ readonly kind: 'qr'; readonly text: string; readonly title?: string } & BlockBase)
  | ({ readonly kind: 'footnotes'; readonly notes: readonly Footnote[] } & BlockBase)
  | ColumnsBlock;

export interface Footnote {
  readonly label: string;
  readonly inlines: readonly Inline[];
}

/** A value of a slide's settings. */
export type Setting = string | number | boolean;

/** A slide as it is written. */
export interface DeckSlide {
  readonly number: number;
  readonly part: string;
  readonly settings: ReadonlyMap<string, Setting>;
  /** An image of the background. */
  readonly background?: MediaFile;
  readonly title: readonly Inline[];
  readonly isCover: boolean;
  readonly blocks: readonly Block[];
  /** In place of blocks that are next to each other. */
  readonly slots?: { readonly left: readonly Block[]; readonly right: readonly Block[] };
  readonly notes: readonly Block[];
  readonly comments: readonly string[];
}

/** A deck as it is written. */
export interface Deck {
  readonly frontMatter: ReadonlyMap<string, Setting>;
  readonly logo?: MediaFile;
  readonly slides: readonly DeckSlide[];
}
