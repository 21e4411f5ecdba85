import type { Chart } from '../../../model/blocks.ts';
import type { DiagramShapes } from '../../../model/diagram/shapes.ts';
import type { ShownFile } from '../../../model/page.ts';
import type { LinkTarget, Paragraph, Run } from '../text/paragraph.ts';

/** What a slot shows, from top to bottom. */
export type Item =
  | TextItem
  | TableItem
  | CodeItem
  | PictureItem
  | PictureRow
  | MediaItem
  | ChartItem
  | DiagramItem
  | QrItem
  | RuleItem
  | ColumnsItem;

interface ItemBase {
  /** The step at which it appears. */
  readonly step?: number;
}

export interface TextItem extends ItemBase {
  readonly kind: 'text';
  readonly look: 'plain' | 'aside' | 'quote' | 'callout';
  /** The color of a callout. */
  readonly color?: string;
  readonly paragraphs: readonly Paragraph[];
  /** The text alternative of a formula. */
  readonly alt?: string;
}

export interface TableItem extends ItemBase {
  readonly kind: 'table';
  /** Whether the first row is a header. */
  readonly hasHeader: boolean;
  /** Whether the cells of the first column are headers of their rows. */
  readonly hasRowHeaders?: boolean;
  readonly rows: readonly (readonly (readonly Run[])[])[];
  readonly align: readonly ('left' | 'center' | 'right' | undefined)[];
}

export interface CodeItem extends ItemBase {
  readonly kind: 'code';
  readonly title?: string;
  readonly lines: readonly CodeLine[];
  /** The columns of its longest line. */
  readonly columns: number;
  readonly language: string;
}

export interface CodeLine {
  readonly runs: readonly Run[];
  /** The token of its background. */
  readonly background?: string;
}

export interface PictureItem extends ItemBase {
  readonly kind: 'picture';
  readonly picture: Picture;
}

/** An image. */
export interface Picture {
  readonly file: ShownFile;
  /** Empty for a decoration. */
  readonly alt: string;
  readonly caption?: readonly Run[];
  readonly link?: LinkTarget;
  /** In slide pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** The size that its author has set: a share of the room, or slide pixels. */
  readonly asked?: AskedSize;
  /** Whether it fills its box. */
  readonly fills: boolean;
  /** Whether it is in the middle of its box's width, also between texts, as diagrams are. */
  readonly isCentered?: true;
}

export interface AskedSize {
  readonly width?: number;
  readonly height?: number;
  /** The width, as a share of the room. */
  readonly share?: number;
}

/** Images next to each other. */
export interface PictureRow extends ItemBase {
  readonly kind: 'row';
  readonly pictures: readonly Picture[];
}

export interface MediaItem extends ItemBase {
  readonly kind: 'media';
  readonly type: 'video' | 'audio';
  readonly file: ShownFile;
  /** The image that the author shows before it plays. */
  readonly poster?: ShownFile;
  readonly alt: string;
  readonly caption?: string;
}

export interface ChartItem extends ItemBase {
  readonly kind: 'chart';
  readonly chart: Chart;
  readonly alt: string;
  /** The numbers of its steps. */
  readonly steps: readonly number[];
}

/** A diagram as shapes, with the numbers of its steps. */
export interface DiagramItem extends ItemBase {
  readonly kind: 'diagram';
  readonly shapes: DiagramShapes;
  readonly alt: string;
}

export interface QrItem extends ItemBase {
  readonly kind: 'qr';
  readonly modules: readonly (readonly boolean[])[];
  readonly alt: string;
  readonly caption: readonly Run[];
}

export interface RuleItem extends ItemBase {
  readonly kind: 'rule';
}

export interface ColumnsItem extends ItemBase {
  readonly kind: 'columns';
  readonly columns: readonly {
    readonly items: readonly Item[];
    /** Of the width, relative to the others. */
    readonly share: number;
  }[];
}
