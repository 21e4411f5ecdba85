import type { Report } from '../../base/diagnostics/report.ts';
import type { Span } from '../../model/source.ts';

const messages = {
  formula: 'formulas in notes are text in PowerPoint',
  'formula part': 'equations of PowerPoint cannot show some parts of formulas',
  'formula name':
    'only formulas between lines of $$, on the slide itself, have a text alternative in PowerPoint; this one is read as an equation',
  diagram:
    'diagrams of this type, and those with icons, images or formulas, are images in PowerPoint',
  'text only':
    'notes and footnotes in PowerPoint files are text: images, charts and the like are their text alternative',
  steps: 'images have no steps in PowerPoint: all of this one is there at once',
  code: 'PowerPoint shows all lines of code at once, without highlighted lines',
  icon: 'icons are left out of PowerPoint files',
  image:
    'images in a line of text or in a table are left out of PowerPoint files; their text alternative is there',
  'missing image': 'PowerPoint files only contain images that are in the deck’s own file',
  html: 'this HTML element is left out of PowerPoint files',
  script: 'PowerPoint does not run scripts',
  chart: 'PowerPoint has no charts of this type: it is an image',
  options: 'the options of Chart.js have no effect in PowerPoint',
  stepped: 'stepped lines are straight lines in PowerPoint',
  annotation:
    'bands, and mark lines on the x axis or across horizontal bars, are left out of charts in PowerPoint',
  media: 'few versions of PowerPoint play files of this type; use MP4 or MP3',
  'unknown media':
    'PowerPoint does not play files of this type: their text alternative is there; use MP4 or MP3',
  captions: 'captions and audio descriptions are left out of PowerPoint files',
  'background video':
    'PowerPoint has no videos as backgrounds; the first frame is there, if a browser shows it',
  background:
    'the filter, position and repetition of background images have no effect in PowerPoint',
  gradient:
    'the gradient that the theme has on slides with this layout is left out of PowerPoint files',
  header: 'the template has no place for headers: they are left out of PowerPoint files',
  footer: 'the template has no place for a footer on slides with this layout',
  number: 'the template has no place for a number on slides with this layout',
  logo: 'PowerPoint files in a template have its logo and not that of the deck',
  link: 'this link is text in PowerPoint: what it leads to is not in the file',
} as const;

/** What a presentation cannot contain, or shows in another way. */
export type LossKind = keyof typeof messages;

export interface Loss {
  readonly kind: LossKind;
  /** What its author calls it. */
  readonly detail: string;
  readonly span: Span;
}

/** Kinds whose messages end with the detail. */
const detailed: ReadonlySet<LossKind> = new Set(['html', 'icon', 'script', 'link', 'formula part']);

/** Names what a file could not contain, each at its place. */
export function reportLosses(losses: readonly Loss[], report: Report): void {
  for (const { kind, detail, span } of losses) {
    report.add('pptx-content', span, `${messages[kind]}${detailed.has(kind) ? `: ${detail}` : ''}`);
  }
}
