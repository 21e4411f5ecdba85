import type { Page } from '../model/page.ts';
import type { Tab } from './browser/tab.ts';

/** Takes one format out of a finished page. */
export interface Exporter {
  /** As `--to` names it. */
  readonly name: string;
  /** What it makes, in a line. */
  readonly summary: string;
  /** What stands in the names of its files between the deck's and the ending: `-notes`. */
  readonly suffix: string;
  /** The endings of files by whose names `--out` asks for it: `.pdf`. */
  readonly extensions: readonly string[];
  /** Whether it asks for a browser, which then is started while the page is made. */
  readonly usesBrowser: boolean;
  /**
   * @throws {ExportError} where the deck has not what is wanted of it
   * @throws {BrowserError}
   */
  export(request: ExportRequest): Promise<readonly ExportedFile[]>;
}

export interface ExportRequest {
  readonly page: Page;
  readonly options: ExportOptions;
  /** Shows the page in a browser, for as long as the work takes. Once an export. */
  readonly show: <T>(work: (tab: Tab) => Promise<T>) => Promise<T>;
  /** Says how many of the deck's slides are done. */
  readonly onProgress: (slides: number) => void;
}

/** What a user may want of the formats; each takes what concerns it. */
export interface ExportOptions {
  /** The slides that are wanted, by their numbers, from 1 on; all, if absent. */
  readonly slides?: readonly SlideRange[];
  /** A page or a picture for each step. */
  readonly steps: boolean;
  /** The speaker notes below each slide. */
  readonly notes: boolean;
  /** Of pictures, in pixels. */
  readonly width?: number;
  /** Pictures without the ground of their slides. */
  readonly isTransparent: boolean;
  /** What a handout is printed on. */
  readonly paper: Paper;
  /** Of a handout; a slide alone has its notes below it. */
  readonly slidesPerPage: SlidesPerPage;
  /** Seconds since 1970 that a file says it was made at, or nothing. */
  readonly madeAt?: number;
}

export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

export const slidesPerPage = [1, 2, 3, 4, 6] as const;
export type SlidesPerPage = (typeof slidesPerPage)[number];

/** From one slide to another, both included. */
export interface SlideRange {
  readonly from: number;
  readonly to: number;
  /** As written: `3-7`. */
  readonly text: string;
}

export interface ExportedFile {
  /** What follows the deck's name and the suffix: `.pdf`, `-01.png`. */
  readonly ending: string;
  readonly content: Buffer | string;
  /** How many slides are in it; all, if absent. */
  readonly slides?: number;
}

/** What is wrong with what a user wants of this deck, and in its hint what to do. */
export class ExportError extends Error {
  readonly code = 'slides-range';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
