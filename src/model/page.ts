import type { Span } from './source.ts';

/** The finished deck: one HTML file. */
export interface Page {
  readonly html: string;
  readonly title: string;
  readonly slideCount: number;
  /** Where each slide begins in the author's files, in their order. */
  readonly places: readonly Span[];
}

/** A page as it was just built. Its `html` is put together when somebody asks for it. */
export interface BuiltPage extends Page {
  readonly parts: PageParts;
}

/** What a page consists of beside its title and the files that it carries. */
export interface PageParts {
  /** The HTML of slides beside each other; of those of a stack in one list. */
  readonly columns: readonly (readonly string[])[];
  readonly style: string;
  /** The page around these. */
  readonly frame: string;
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
