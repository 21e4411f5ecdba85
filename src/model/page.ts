import type { SlideFacts } from './rendered.ts';

/** The finished deck: one HTML file. */
export interface Page {
  readonly html: string;
  readonly title: string;
  readonly author?: string;
  readonly date?: string;
  /** The size of a slide in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly slideCount: number;
  readonly slides: readonly PageSlide[];
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
  /** The page around these. */
  readonly frame: string;
}

export interface BuiltSlide {
  readonly html: string;
  /** The same with marks for what follows from other slides: its number, the count of slides, its time. */
  readonly content: string;
  /** Its planned time. */
  readonly seconds?: number;
}

/**
 * The files that a page was built from, as it carries them. A file that the page shows as it is stands
 * in it once: its digest then says which `data:` URL holds it.
 */
export interface CarriedSource {
  /** The deck, among `files`. */
  readonly entry: string;
  readonly files: readonly CarriedFile[];
}

/** `path` has forward slashes, and leads down from the folder that holds them all. */
export type CarriedFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly base64: string }
  | { readonly path: string; readonly sha256: string };

/** The type of the `script` element that holds them as JSON. */
export const carriedSourceType = 'application/vnd.lectern.source+json';
