import type { SlideFacts } from './rendered.ts';
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
export interface BuiltPage extends Page {
  readonly parts: PageParts;
}

/** What a page consists of besides its title and the source files in it. */
interface PageParts {
  /** Slides next to each other; those of a stack in one list. */
  readonly columns: readonly (readonly BuiltSlide[])[];
  readonly style: string;
  /** The style sheet with the images that are used more than once; empty if there are none. */
  readonly images: string;
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
