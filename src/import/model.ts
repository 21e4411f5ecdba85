import type { Crop } from '../5-bundle/reduce/worker/job.ts';

/** A rectangle in slide pixels: the shorter side of a slide has 720. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type LinkTarget =
  | { readonly kind: 'web'; readonly href: string; readonly title?: string }
  /** The path of a slide's part. */
  | { readonly kind: 'slide'; readonly part: string };

/** How a piece of text is marked up. Fonts, sizes and colors are a matter of the theme. */
export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly place?: 'sub' | 'super';
  readonly code?: boolean;
  readonly highlight?: boolean;
  readonly link?: LinkTarget;
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly style: Style }
  | { readonly kind: 'break' }
  | { readonly kind: 'footnote'; readonly label: string }
  /** TeX. */
  | { readonly kind: 'math'; readonly tex: string; readonly isDisplay: boolean };

export type Bullet =
  | { readonly kind: 'dot' }
  | { readonly kind: 'number'; readonly start: number }
  | { readonly kind: 'box'; readonly isChecked: boolean };

export interface Paragraph {
  readonly inlines: readonly Inline[];
  /** From 0. */
  readonly level: number;
  readonly bullet?: Bullet;
  /** Whether it is indented as text that belongs to an item of a list. */
  readonly isIndented: boolean;
  /** Whether all of it is in the font of headings, as Lectern writes headings in a text. */
  readonly isHeading?: boolean;
  /** The size of its type in points, if it is known. */
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** The step at which it appears, from 1. */
  readonly step?: number;
}

/** A part of the file that is written next to the deck, such as an image. */
export interface MediaFile {
  readonly part: string;
  /** What the file calls it, for messages. */
  readonly name: string;
  /** What is cut off at each side of an image, from 0 to 1. */
  readonly crop?: Crop;
}

interface ShapeBase {
  readonly id: number;
  readonly name: string;
  /** The text alternative; empty if there is none. */
  readonly alt: string;
  readonly isDecorative: boolean;
  readonly box: Box;
  /** The type and the index of the placeholder that it fills. */
  readonly placeholder?: { readonly type: string; readonly index: string };
  readonly link?: LinkTarget;
  /** The step at which it appears, from 1. */
  readonly step?: number;
}

export interface TextShape extends ShapeBase {
  readonly kind: 'text';
  readonly paragraphs: readonly Paragraph[];
}

export interface PictureShape extends ShapeBase {
  readonly kind: 'picture';
  readonly file: MediaFile;
}

export interface MediaShape extends ShapeBase {
  readonly kind: 'media';
  readonly type: 'video' | 'audio';
  readonly file: MediaFile;
}

export interface TableShape extends ShapeBase {
  readonly kind: 'table';
  readonly table: TableContent;
}

export interface TableContent {
  readonly rows: readonly (readonly (readonly Inline[])[])[];
  readonly hasHeader: boolean;
  readonly align: readonly Paragraph['align'][];
}

export interface ChartShape extends ShapeBase {
  readonly kind: 'chart';
  readonly chart: ChartContent;
  /** What appears with each step, if it is animated. */
  readonly by?: 'points' | 'series';
}

export type Shape = TextShape | PictureShape | MediaShape | TableShape | ChartShape;

export type ChartType =
  | 'bar'
  | 'line'
  | 'area'
  | 'pie'
  | 'doughnut'
  | 'scatter'
  | 'bubble'
  | 'radar';

/** A value in YAML. */
export type KeyValue = string | boolean | readonly string[] | Readonly<Record<string, string>>;

/** A chart in the terms of Lectern's own. */
export interface ChartContent {
  readonly type: ChartType;
  readonly title: string;
  readonly unit?: string;
  readonly source?: string;
  /** Keys and their values, in the order in which they are written. */
  readonly keys: ReadonlyMap<string, KeyValue>;
  /** Annotations, as they are written. */
  readonly marks: readonly string[];
  /** The first row has the names of columns. */
  readonly rows: readonly (readonly string[])[];
}

export type Background =
  | { readonly kind: 'color'; readonly css: string }
  | { readonly kind: 'image'; readonly file: MediaFile };

/** A slide as it is in the file. */
export interface ReadSlide {
  /** From 1, hidden ones included. */
  readonly number: number;
  readonly part: string;
  readonly isHidden: boolean;
  /** The type and the name of its layout. */
  readonly layout: { readonly type: string; readonly name: string };
  readonly background?: Background;
  readonly transition?: string;
  readonly shapes: readonly Shape[];
  readonly notes: readonly Paragraph[];
  /** Comments of reviewers, as text. */
  readonly comments: readonly string[];
  /** The name of the section that begins here. */
  readonly section?: string;
}

/** A presentation as it is in the file. */
export interface ReadPresentation {
  readonly title: string;
  readonly author: string;
  readonly description: string;
  readonly keywords: string;
  readonly lang: string;
  readonly isRightToLeft: boolean;
  /** In slide pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** The name of the theme. */
  readonly theme: string;
  /** Whether Lectern has written it, so that names of shapes say what they are. */
  readonly isOwn: boolean;
  readonly slides: readonly ReadSlide[];
}
