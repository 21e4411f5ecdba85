import type { Report } from '../base/diagnostics/report.ts';
import type { BuiltPage, Page } from '../model/page.ts';
import type { Tab } from './browser/tab.ts';

/** Exports a finished page to one format. */
export interface Exporter {
  /** Its name in `--to`. */
  readonly name: string;
  /** One line for `lectern help export`. */
  readonly summary: string;
  /** Follows the name of the deck in file names: `-notes`. */
  readonly suffix: string;
  /** File extensions in `--out` that select this format: `.pdf`. */
  readonly extensions: readonly string[];
  /** Whether it needs a browser, which then starts while the page is being built. */
  readonly usesBrowser: boolean;
  /** Whether it starts from the deck and not from its page. */
  readonly usesDeck?: true;
  /**
   * @throws {ExportError} if the options do not fit the deck
   * @throws {BrowserError}
   */
  export(request: ExportRequest): Promise<readonly ExportedFile[]>;
}

export interface ExportRequest {
  readonly page: Page;
  /** The same with its deck, if the exporter uses it. */
  readonly built?: BuiltPage;
  readonly options: ExportOptions;
  /** The name of the output file, without its extension; that of the deck if absent. */
  readonly stem?: string;
  /** Opens the page in a browser for the duration of `work`. Call it at most once per export. */
  readonly show: <T>(work: (tab: Tab) => Promise<T>) => Promise<T>;
  /** Shows another page in a browser, if the exporter does not use one for its own. */
  readonly open: <T>(html: string, work: (tab: Tab) => Promise<T>) => Promise<T>;
  /** Collects what the format cannot contain. */
  readonly report: Report;
  /** Reports how many slides of the deck are done. */
  readonly onProgress: (slides: number) => void;
}

/** The options of all formats; each uses those that concern it. */
export interface ExportOptions {
  /** The slides to export, numbered from 1; all if absent. */
  readonly slides?: readonly SlideRange[];
  /** A page or an image per step. */
  readonly steps: boolean;
  /** Write the speaker notes below each slide. */
  readonly notes: boolean;
  /** Width of images in pixels. */
  readonly width?: number;
  /** Omit the background of slides in images. */
  readonly isTransparent: boolean;
  /** Paper size of a handout. */
  readonly paper: Paper;
  /** Slides per page of a handout; with 1, the notes are below the slide. */
  readonly slidesPerPage: SlidesPerPage;
  /** Creation time to write into files, in seconds since 1970. */
  readonly madeAt?: number;
}

export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

export const slidesPerPage = [1, 2, 3, 4, 6] as const;
export type SlidesPerPage = (typeof slidesPerPage)[number];

/** A range of slides, both ends included. */
export interface SlideRange {
  readonly from: number;
  readonly to: number;
  /** As written: `3-7`. */
  readonly text: string;
}

export interface ExportedFile {
  /** The end of the file name, after the deck and the suffix: `.pdf`, `-01.png`. */
  readonly ending: string;
  readonly content: Buffer | string;
  /** How many slides it contains; all if absent. */
  readonly slides?: number;
}

/** The options do not fit the deck. The hint says what to do. */
export class ExportError extends Error {
  readonly code = 'slides-range';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
