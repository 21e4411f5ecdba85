/** The rules of `lectern check`, in the order of its help. Their names are the codes of their diagnostics. */
export const checkRules = {
  'slide-overfull': 'content that does not fit, even at the smallest readable size, or is cut off',
  'slide-shrunk': 'slides whose type was made smaller, so that it fits',
  'text-size': 'text that its author has made smaller than readable',
  overlap: 'text over other text, the footer or the axis of a chart',
  wrapping: 'wide tables and long lines of code that are wrapped',
  'image-size': 'images blown up beyond their pixels',
  'image-crop': 'images of which more than a quarter is cropped',
  'image-ratio': 'images that are distorted',
  contrast: 'text that is hard to read on what is behind it',
  'color-vision': 'colors that people with color blindness cannot tell apart',
  'alt-text': 'images without a text alternative, or with a useless one',
  'link-text': 'links without text, or with text such as “click here”',
  'link-target': 'links to a place in the deck that is not there',
  'link-file': 'links to a file that is not there',
  'link-local': 'links to a file that does not come with the page',
  'link-web': 'dead links to the web, with --links',
  'control-name': 'buttons, fields and other controls without a name',
  'heading-levels': 'headings that skip a level',
  'title-missing': 'slides without a title',
  'title-duplicate': 'two slides with the same title',
  language: 'passages in another script whose language is not named',
  captions: 'videos without captions',
  motion: 'animations that cannot be paused',
  spelling: 'misspelled words, with --spell',
  density: 'slides with very many words',
  'notes-time': 'notes that take longer to say than planned',
  'notes-missing': 'slides without notes where the others have some',
  'script-error': 'errors in scripts of the deck',
} as const;

export type CheckRule = keyof typeof checkRules;

/** How a finding is reported; `off` for not at all. */
export const checkLevels = ['error', 'warning', 'note', 'off'] as const;

export type CheckLevel = (typeof checkLevels)[number];

export type CheckLevels = ReadonlyMap<CheckRule, CheckLevel>;

/** A rectangle on a slide, in CSS pixels of the slide, from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is framed in the image of a slide: a box, or the block at a line of the source, or the whole slide. */
export interface Frame {
  readonly box?: Box;
  /** As in a span. */
  readonly file?: string;
  readonly line?: number;
}

/** What a rule has found on a page in a browser. */
export interface PageFinding {
  readonly rule: CheckRule;
  /** The number of the slide, from 1. */
  readonly slide: number;
  /** The place of the block in the source, as in `sourceAttribute`; absent if the page does not say it. */
  readonly source?: string;
  /** The beginning of the text of the element, by which its line is found without `source`. */
  readonly text: string;
  readonly box: Box;
  /** As in a diagnostic. */
  readonly message: string;
  readonly hint?: string;
}
