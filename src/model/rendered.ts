import type { ChartSpec, ChartType } from './chart.ts';
import type { PropertyUse } from './custom-properties.ts';
import type { DiagramSpec } from './diagram/diagram.ts';
import type { FrontMatter } from './front-matter.ts';
import type { AssetRef, Located, Span, TextFile } from './source.ts';

/** The deck as HTML, before files and drawings are inserted. */
export interface RenderedDeck {
  /** The deck's own file: absolute, with links resolved. */
  readonly file: string;
  /** All text files that it was made of, its own first. */
  readonly texts: readonly TextFile[];
  readonly frontMatter: FrontMatter;
  readonly title: string;
  /** The columns of slides; a vertical stack is one list. */
  readonly stacks: readonly (readonly RenderedSlide[])[];
  /** The files that slides show; see {@link SlideNumbers}. */
  readonly assets: readonly AssetRef[];
  /** The charts to be drawn. */
  readonly charts: readonly ChartImage[];
  /** The diagrams to be drawn. */
  readonly diagrams: readonly DiagramImage[];
  /** The features that the runtime must support. */
  readonly features: ReadonlySet<Feature>;
  /** The custom properties of CSS in the author's HTML and the settings of slides. */
  readonly properties: readonly PropertyUse[];
  /** The rules of single slides, each text once. */
  readonly slideStyles: readonly SlideStyle[];
}

/** Rules of CSS that apply to the slides with this value of {@link styleAttribute}. */
export interface SlideStyle {
  readonly scope: string;
  readonly css: Located<string>;
}

/** The attribute of a slide that has rules of its own. */
export const styleAttribute = 'data-css';

/** `chart-…`: parts of Chart.js. */
export type Feature =
  | 'auto-animate'
  | 'backdrop'
  | 'code-steps'
  | 'gif'
  | 'shared-media'
  | 'math'
  | 'steps'
  | 'video'
  | `chart-${ChartType | 'log' | 'time' | 'rtl'}`;

/** A slide with all that later stages need to know about it. */
export interface RenderedSlide extends SlideFacts {
  /** In consecutive builds the same object if it is equal. */
  readonly content: SlideContent;
  readonly numbers: SlideNumbers;
  readonly colors?: SlideColors;
  /** What was removed from the author's HTML, as browsers would run it or load something: `<meta>`, `onclick`. */
  readonly removed?: readonly string[];
}

/** The attribute of an element with its place in the source: `talk.md:12:3:20`, the last one the length. */
export const sourceAttribute = 'data-lectern-source';

/** Maps the indexes in a slide's marks to indexes in the lists of its deck. */
export interface SlideNumbers {
  readonly assets: readonly number[];
  readonly charts: readonly number[];
  readonly diagrams: readonly number[];
  /** The number of its first icon with ids of its own. */
  readonly firstIcon: number;
}

/** What identifies a slide, and what depends on the other slides of its deck. */
export interface SlideFacts {
  /** From 1. */
  readonly number: number;
  /** The plain text of its heading; empty if it has none. */
  readonly title: string;
  /** Its planned time. */
  readonly seconds?: number;
  /** Where it begins. */
  readonly span: Span;
}

/**
 * The colors of a slide whose text is readable or not depending on the theme: with a text color or a tone by
 * its author, a background that is translucent or uses tokens, or an image with an opacity.
 */
export interface SlideColors {
  /** The classes of the slide, without `slide` itself. */
  readonly classes: readonly string[];
  readonly background?:
    | { readonly kind: 'color'; readonly css: string }
    /** An image or a video; without an opacity, it is under a scrim. No color changes over one that is as written. */
    | { readonly kind: 'media'; readonly opacity?: number; readonly isWritten?: true };
  readonly color?: Located<string>;
  readonly hasText: boolean;
  /** Whether the author leaves the text color to the theme. */
  readonly mayAdjust: boolean;
  /** Where the slide begins. */
  readonly span: Span;
}

/** The content of a slide, independent of its position in the deck. */
export interface SlideContent {
  /** The `<section>` element, with marks: see {@link assetMark} and {@link numberMarks}. */
  readonly html: string;
  /** The HTML of its speaker notes, with marks; empty if it has none. */
  readonly notes: string;
  /** The text of the slide and of its notes. */
  readonly text: readonly TextRun[];
  /** The places of charts and diagrams. */
  readonly drawn: readonly DrawnPlace[];
  readonly effects: SlideEffects;
}

/** The tag name of an element and its classes: `['h1', '.large']`. */
export type ElementNames = readonly string[];

/** Characters, each once, within elements of the same names. */
export interface TextRun {
  /** The elements around the text, from the outermost on. */
  readonly path: readonly ElementNames[];
  /** The path as one text, `>h1 .large>em`. */
  readonly key: string;
  readonly characters: string;
  /** Glyphs of formulas, which have their own font. */
  readonly isMath: boolean;
}

/** The place of a chart or a diagram in a slide. */
export interface DrawnPlace {
  readonly kind: 'chart' | 'diagram';
  readonly index: number;
  /** The elements around it, as in a {@link TextRun}. */
  readonly path: readonly ElementNames[];
}

/** The effects of reveal.js that a slide uses. */
export interface SlideEffects {
  /** The words of its transition, as in `slide-in fade-out`. */
  readonly transitions: readonly string[];
  /** The classes of its fragments, such as `fade-up`. */
  readonly fragmentClasses: readonly string[];
}

/** Placeholders in a slide's HTML for its number, the slide count, and the attribute with its seconds. */
export const numberMarks = {
  number: '\0number\0',
  total: '\0total\0',
  seconds: '\0seconds\0',
} as const;

/** Placeholders in a slide's HTML for what depends on the colors of the theme; see {@link SlideColors}. */
export const colorMarks = {
  /** A class for the text color; the space before it is removed with it. */
  tone: '\0tone\0',
  /** The declarations of the background. */
  style: '\0style\0',
  opacity: '\0opacity\0',
} as const;

/** A chart to be drawn in place of its {@link chartMark}. */
export interface ChartImage {
  readonly spec: ChartSpec;
  /** The line of the chart, for diagnostics. */
  readonly span: Span;
  /** Of its slide. */
  readonly lang: string;
  readonly dir: FrontMatter['dir'];
  /** The text alternative. */
  readonly alt: string;
  /** Its language, if it is not that of the slide. */
  readonly altLang?: string;
  /** The size to draw at, about that of its box, in pixels at which the shorter side of a slide is 720. */
  readonly width: number;
  readonly height: number;
}

/** The index of the step at which each part of a diagram appears; `null` for what is there from the start. */
export interface ImageSteps {
  /** Nodes, or the participants of a sequence diagram. */
  readonly nodes: readonly (number | null)[];
  /** Groups, the boxes of participants, or the subgraphs of a `dot` diagram. */
  readonly groups: readonly (number | null)[];
  /** Edges, or the events of a sequence diagram as `eventsIn` lists them. */
  readonly edges: readonly (number | null)[];
}

/** An icon, a formula or an image in a diagram, without what the theme decides on. Plain JSON. */
export type DiagramFigure =
  | {
      readonly kind: 'icon';
      readonly viewBox: string;
      /** The content of an `svg` element. */
      readonly body: string;
    }
  | { readonly kind: 'formula'; readonly mathml: string }
  | {
      readonly kind: 'image';
      /** As in its {@link AssetRef}. */
      readonly path: string;
      readonly from: string;
      /** The index in its mark; see {@link assetMark}. */
      readonly index: number;
    };

/** A diagram to be drawn, in place of its {@link diagramMark}. */
export interface DiagramImage {
  /** When its parts appear. */
  readonly steps?: ImageSteps;
  readonly spec: DiagramSpec;
  /** What marks in its texts stand for, and what its nodes show, by index; `null` for what is missing. */
  readonly figures?: readonly (DiagramFigure | null)[];
  /** The line of the diagram, for diagnostics. */
  readonly span: Span;
  /** The text alternative. */
  readonly alt: string;
  /** Its language, if it is not that of the slide. */
  readonly altLang?: string;
  /** The size of its box, as in {@link ChartImage}. */
  readonly width: number;
  readonly height: number;
}

/**
 * The placeholder in a slide's HTML for the `data:` URL of its asset `index`.
 * Text cannot contain a mark: files with a NUL are refused.
 */
export function assetMark(index: number): string {
  return `\0asset ${index}\0`;
}

/** The placeholder for an image as a value in a `style` attribute, by the index of its asset. */
export function imageMark(index: number): string {
  return `\0image ${index}\0`;
}

/** The placeholder for the ratio of width to height of an image, by the index of its asset. */
export function ratioMark(index: number): string {
  return `\0ratio ${index}\0`;
}

/** The placeholder for the width of an image in pixels, by the index of its asset; a large number for vector images. */
export function pixelsMark(index: number): string {
  return `\0pixels ${index}\0`;
}

/**
 * The placeholder for the class `cover` of an image in a box that it may fill: it is cropped only if
 * little of it is lost.
 *
 * @param index of its asset
 * @param ratio of width to height of the box
 */
export function coverMark(index: number, ratio: number): string {
  return `\0cover ${index} ${ratio.toFixed(3)}\0`;
}

/** The placeholder for the value of an attribute that an image has only if it is as small as an icon. */
export function iconSizeMark(index: number): string {
  return `\0icon-size ${index}\0`;
}

/**
 * The placeholder for the greatest height of each of the images above each other, a length.
 *
 * @param free their height together, in slide pixels
 * @param rows the indexes of the assets in each row; none if its images take all the height there is
 */
export function roomMark(free: number, rows: readonly (readonly number[])[]): string {
  return `\0room ${free}${rows.map((row) => ` ${row.join(',') || '-'}`).join('')}\0`;
}

/** The placeholder in a slide's HTML for the image of its chart `index`. */
export function chartMark(index: number): string {
  return `\0chart ${index}\0`;
}

/** The placeholder in a slide's HTML for the image of its diagram `index`. */
export function diagramMark(index: number): string {
  return `\0diagram ${index}\0`;
}

/** The placeholder in ids in a slide's HTML for the number of its icon `index`. */
export function iconMark(index: number): string {
  return `\0icon ${index}\0`;
}
