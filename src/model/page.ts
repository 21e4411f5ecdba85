import type { Deck } from './deck.ts';
import type { DiagramShapes } from './diagram/shapes.ts';
import type { TexFormula } from './inline.ts';
import type { RenderedDeck, SlideFacts } from './rendered.ts';
import type { Span } from './source.ts';

/** The finished deck: one HTML file. */
export interface Page {
  readonly html: string;
  readonly title: string;
  /** Its language, as a BCP 47 tag. */
  readonly lang: string;
  readonly author?: string;
  readonly date?: string;
  /** The size of a slide in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly slideCount: number;
  readonly slides: readonly PageSlide[];
  /** The deck's own scripts, in the order in which they run. */
  readonly scripts: readonly PageScript[];
}

export interface PageScript {
  /** The text of its `script` element. */
  readonly text: string;
  /** Where the front matter lists it. */
  readonly span: Span;
}

export interface PageSlide extends SlideFacts {
  /** The HTML of its speaker notes; empty if it has none. */
  readonly notes: string;
}

/** A page that was just built. Its `html` is composed on demand. */
export interface BuiltPage extends BundledPage {
  /** For formats that start from the deck and not from its page. */
  readonly contents: DeckContents;
}

/** A page without the deck that it shows. */
export interface BundledPage extends Page {
  readonly parts: PageParts;
  readonly shown: ShownParts;
}

/** The deck and what its libraries have found. */
export interface DeckContents {
  readonly deck: Deck;
  /** The colored HTML of code blocks, by their language, a NUL and their text. */
  readonly highlighted: ReadonlyMap<string, string>;
  /** The emoji by name. */
  readonly emoji: ReadonlyMap<string, string>;
  /** The icons by name. */
  readonly icons: ReadonlyMap<string, { readonly viewBox: string; readonly body: string }>;
  /** The children of the `math` element of a formula; `undefined` if it has errors. */
  readonly mathml: (formula: TexFormula) => string | undefined;
}

/** What a page shows besides its text. */
export interface ShownParts {
  readonly rendered: RenderedDeck;
  /** By the indexes of assets; `undefined` for those that are not in the page. */
  readonly files: readonly (ShownFile | undefined)[];
  /** SVG by the indexes of charts and diagrams, in the colors and fonts of `css`. */
  readonly charts: readonly string[];
  readonly diagrams: readonly string[];
  /** By the indexes of diagrams; `undefined` for those that are only images. */
  readonly diagramShapes: readonly (DiagramShapes | undefined)[];
  /** All style sheets, without fonts. */
  readonly css: string;
  /** The tones of slides whose colors depend on the theme, by the numbers of the slides. */
  readonly tones: ReadonlyMap<number, SlideTone>;
}

/** A file as the page shows it. */
export interface ShownFile {
  readonly bytes: Uint8Array;
  /** As in `image/png`. */
  readonly mime: string;
  /** The size of an image in pixels, if it has one. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** The replacements for the `colorMarks` of a slide. */
export interface SlideTone {
  /** Class names. */
  readonly tone: string;
  readonly style: string;
  readonly opacity: string;
}

/** What a page consists of besides its title and the source files in it. */
interface PageParts {
  /** Slides next to each other; those of a stack in one list. */
  readonly columns: readonly (readonly BuiltSlide[])[];
  readonly style: string;
  /** The style sheet with the images that are used more than once; empty if there are none. */
  readonly images: string;
  /** The scripts of a long deck, which are between its slides; empty if they are after them. */
  readonly program: string;
  /** The page around these. */
  readonly frame: string;
}

export interface BuiltSlide {
  readonly html: string;
  /** The same with marks in place of what depends on other slides: its number, the slide count, its time. */
  readonly content: string;
  /** Its planned time. */
  readonly seconds?: number;
}

/**
 * The files that a page was built from, as embedded in it. A file that the page shows unchanged is
 * embedded once: its digest then says which `data:` URL contains it.
 */
export interface CarriedSource {
  /** The deck, among `files`. */
  readonly entry: string;
  readonly files: readonly CarriedFile[];
}

/** `path` is relative to the folder that contains all files, with forward slashes. */
export type CarriedFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly base64: string }
  | { readonly path: string; readonly sha256: string };

/** The type of the `script` element that contains them as JSON. */
export const carriedSourceType = 'application/vnd.lectern.source+json';
