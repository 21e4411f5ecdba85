import type { Report } from '../base/diagnostics/report.ts';

const messages = {
  drawing: 'shapes without text are left out',
  limit: 'the slides from this one on are left out: a deck has at most 5000',
  'smart art': 'a SmartArt graphic is a list of its texts',
  object: 'an embedded object is shown as its preview image',
  'object lost': 'an embedded object without an image is left out',
  'chart type': 'this chart is shown as another type, or as a table',
  'chart data': 'a chart without values in the file is left out',
  animation: 'animations other than appearing have no counterpart',
  effect: 'appearing with an effect is plain appearing',
  crop: 'a cropped image of this type is shown whole',
  'merged cells': 'merged cells of a table are single cells',
  'link target': 'this link leads to nowhere, or does something that is not for a page',
  'external media': 'a file that is not in the presentation is only linked',
  'image type': 'browsers do not show images of this type: the file is there, but not on the slide',
  'unsafe image': 'what runs or loads something is left out of a vector image',
  'media type': 'browsers do not play files of this type: the file is there, but not on the slide',
  formula: 'a part of a formula has no counterpart and is text',
  ink: 'handwriting and 3D models are left out, or an image',
  'picture fill': 'an image that fills a shape is an image of its own',
  large: 'a chart or table with more than 100,000 cells is left out',
  repeated: 'a part of the file that several slides share is only on the first of them',
  missing: 'what this slide refers to is missing in the file',
  section: 'a section begins here without a slide for its name; a comment says so',
  comments: 'comments of reviewers are comments in the Markdown',
  direction: 'characters that turn the direction of left-to-right text around are left out',
  date: 'the date in the footer is left out',
} as const;

/** What a deck in Markdown cannot contain, or shows in another way. */
export type LossKind = keyof typeof messages;

/** Warnings, as content is missing; the others are notes. */
const severe: ReadonlySet<LossKind> = new Set([
  'object lost',
  'chart data',
  'link target',
  'external media',
  'image type',
  'unsafe image',
  'media type',
  'missing',
  'large',
  'repeated',
  'limit',
]);

/** Collects what is lost on the slides of a presentation. */
export class Losses {
  readonly #report: Report;
  readonly #file: string;
  #slide = 0;

  /** @param file the name of the presentation, as messages show it */
  constructor(report: Report, file: string) {
    this.#report = report;
    this.#file = file;
  }

  /** Sets the slide of the following losses. */
  startSlide(number: number): void {
    this.#slide = number;
  }

  /** @param detail its name in the file, or more about it */
  add(kind: LossKind, detail = ''): void {
    const span = {
      file: this.#file,
      line: this.#slide,
      column: 1,
      length: 1,
      cell: `slide ${this.#slide}`,
    };
    const code = severe.has(kind) ? 'import-lost' : 'import-changed';
    this.#report.add(code, span, `${messages[kind]}${detail === '' ? '' : `: ${detail}`}`);
  }
}
