import type { ChartSpec, ChartType } from './chart.ts';
import type { DiagramSpec } from './diagram.ts';
import type { FrontMatter } from './front-matter.ts';
import type { AssetRef, Span, TextFile } from './source.ts';

/** The deck as HTML, before files and drawings are put in. */
export interface RenderedDeck {
  /** The deck's own file: absolute, with links resolved. */
  readonly file: string;
  /** All text files that it was made of, its own first. */
  readonly texts: readonly TextFile[];
  readonly frontMatter: FrontMatter;
  readonly title: string;
  /** Slides next to each other; those of a stack in one list. */
  readonly stacks: readonly (readonly RenderedSlide[])[];
  /** The files that slides show; see {@link SlideNumbers}. */
  readonly assets: readonly AssetRef[];
  /** The charts to be drawn. */
  readonly charts: readonly ChartImage[];
  /** The diagrams to be drawn. */
  readonly diagrams: readonly DiagramImage[];
  /** What the browser must be able to do. */
  readonly features: ReadonlySet<Feature>;
}

/** `chart-…` names what must be had of Chart.js. */
export type Feature =
  | 'auto-animate'
  | 'code-steps'
  | 'math'
  | 'video'
  | `chart-${ChartType | 'log' | 'time' | 'rtl'}`;

/** A slide and what later stages ask about it. */
export interface RenderedSlide extends SlideFacts {
  /** In consecutive builds the same object as long as it is equal. */
  readonly content: SlideContent;
  readonly numbers: SlideNumbers;
}

/** Leads from the marks in a slide's HTML to the lists of its deck, by the slide's own indexes. */
export interface SlideNumbers {
  readonly assets: readonly number[];
  readonly charts: readonly number[];
  readonly diagrams: readonly number[];
  /** The number of its first icon with ids of its own. */
  readonly firstIcon: number;
}

/** What identifies a slide, and what follows from the other slides of its deck. */
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

/** What a slide shows, without its place in the deck. */
export interface SlideContent {
  /** The `<section>` element, with marks: see {@link assetMark} and {@link numberMarks}. */
  readonly html: string;
  /** The HTML of its speaker notes, with marks; empty if it has none. */
  readonly notes: string;
  /** Its text and that of its notes. */
  readonly text: readonly TextRun[];
  /** Where charts and diagrams are. */
  readonly drawn: readonly DrawnPlace[];
  readonly effects: SlideEffects;
}

/** The name of an element and its classes: `['h1', '.large']`. */
export type ElementNames = readonly string[];

/** Characters, each once, in elements of the same names. */
export interface TextRun {
  /** The elements around the text, from the outermost on. */
  readonly path: readonly ElementNames[];
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

/** Class names and words by which reveal.js shows effects. */
export interface SlideEffects {
  /** Of its transition, as in `slide-in fade-out`. */
  readonly transitions: readonly string[];
  /** All classes of its fragments, such as `fade-up`. */
  readonly fragmentClasses: readonly string[];
}

/** Stand in a slide's HTML for its number, the count of slides, and the attribute with its seconds. */
export const numberMarks = {
  number: '\0number\0',
  total: '\0total\0',
  seconds: '\0seconds\0',
} as const;

/** A chart to be drawn as a picture, in place of its {@link chartMark}. */
export interface ChartImage {
  readonly spec: ChartSpec;
  /** The chart's own line, to blame where something does not fit. */
  readonly span: Span;
  /** What the picture says, in words. */
  readonly alt: string;
  /** The size to draw at, about that of its box: in pixels of which a slide's shorter side has 720. */
  readonly width: number;
  readonly height: number;
}

/** A diagram to be drawn, in place of its {@link diagramMark}. */
export interface DiagramImage {
  readonly spec: DiagramSpec;
  /** The diagram's own line, to blame where it does not fit. */
  readonly span: Span;
  /** What the picture says, in words. */
  readonly alt: string;
  /** The size of its box, as in {@link ChartImage}. */
  readonly width: number;
  readonly height: number;
}

/**
 * In a slide's HTML in place of the `data:` URL of its asset `index`.
 * Text cannot forge a mark: a file with a NUL in it is refused when it is read.
 */
export function assetMark(index: number): string {
  return `\0asset ${index}\0`;
}

/** In a slide's HTML in place of the image of its chart `index`. */
export function chartMark(index: number): string {
  return `\0chart ${index}\0`;
}

/** In a slide's HTML in place of the image of its diagram `index`. */
export function diagramMark(index: number): string {
  return `\0diagram ${index}\0`;
}

/** In a slide's HTML in place of the number of its icon `index`, in ids. */
export function iconMark(index: number): string {
  return `\0icon ${index}\0`;
}
