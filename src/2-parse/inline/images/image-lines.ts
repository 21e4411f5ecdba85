import type { HtmlPart, Image, Inline } from '../../../model/inline.ts';

/**
 * Marks the images that are between words of their line: they are as high as the text. All others, alone
 * or in a row on a line of the source, have their natural size. An image whose size is set keeps it.
 *
 * @param inlines the whole text of a paragraph, cell or heading
 */
export function markImages(inlines: readonly Inline[]): readonly Inline[] {
  const lines = new ImageLines();
  readLines(inlines, lines);
  const areInText = lines.finish();
  return areInText.includes(true) ? mark(inlines, areInText.values()) : inlines;
}

/** Collects the images of each line, and whether there are words next to them. */
export class ImageLines {
  readonly #areInText: boolean[] = [];
  /** Of the current line. */
  #images = 0;
  #hasWords = false;
  /** Of all lines. */
  #summary: 'words' | 'images' | 'nothing' = 'nothing';

  image(): void {
    this.#images++;
    if (this.#summary === 'nothing') this.#summary = 'images';
  }

  words(): void {
    this.#hasWords = true;
    this.#summary = 'words';
  }

  text(text: string): void {
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) this.break();
      if (hasWords(line)) this.words();
    }
  }

  break(): void {
    for (let i = 0; i < this.#images; i++) this.#areInText.push(this.#hasWords);
    this.#images = 0;
    this.#hasWords = false;
  }

  /** What all that was read consists of. */
  get summary(): 'words' | 'images' | 'nothing' {
    return this.#summary;
  }

  /** Whether each image, in order, is between words. */
  finish(): readonly boolean[] {
    this.break();
    return this.#areInText;
  }
}

/** Signs such as an arrow or a comma between images are no words. */
function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function readLines(inlines: readonly Inline[], lines: ImageLines): void {
  for (const inline of inlines) readInline(inline, lines);
}

function readInline(inline: Inline, lines: ImageLines): void {
  switch (inline.kind) {
    case 'text':
      lines.text(inline.text);
      return;
    case 'break':
      lines.break();
      return;
    case 'image':
      lines.image();
      return;
    case 'emphasis':
    case 'strong':
    case 'strike':
    case 'subscript':
    case 'superscript':
    case 'highlight':
    case 'span':
    case 'link':
      readLines(inline.content, lines);
      return;
    case 'html':
      for (const part of inline.content) {
        if (isImagePart(part)) lines.image();
        else if (isLineBreak(part)) lines.break();
      }
      return;
    case 'code':
    case 'emoji':
    case 'icon':
    case 'math':
    case 'reference':
    case 'slide-field':
      lines.words();
      return;
    case 'footnote':
      return;
    default:
      inline satisfies never;
  }
}

/** What an inline adds to its line: words, images without words, a break, or nothing of these. */
export function contentOf(inline: Inline): 'words' | 'images' | 'break' | 'nothing' {
  if (inline.kind === 'text') return hasWords(inline.text) ? 'words' : 'nothing';
  if (inline.kind === 'break' || (inline.kind === 'html' && inline.content.some(isLineBreak))) {
    return 'break';
  }
  const lines = new ImageLines();
  readInline(inline, lines);
  return lines.summary;
}

type ImagePart = Extract<HtmlPart, { readonly kind: 'image' }>;

export function isImagePart(part: HtmlPart): part is ImagePart {
  return typeof part === 'object' && 'kind' in part && part.kind === 'image';
}

function isLineBreak(part: HtmlPart): boolean {
  return typeof part === 'string' && /^<br\b/i.test(part);
}

/** @param areInText whether each image, in order, is between words */
function mark(inlines: readonly Inline[], areInText: Iterator<boolean>): readonly Inline[] {
  const next = (): boolean => areInText.next().value === true;
  return inlines.map((inline): Inline => {
    if (inline.kind === 'image') return next() ? markImage(inline) : inline;
    if (inline.kind === 'html') {
      return {
        ...inline,
        content: inline.content.map((part) => (isImagePart(part) ? markPart(part, next()) : part)),
      };
    }
    return 'content' in inline ? { ...inline, content: mark(inline.content, areInText) } : inline;
  });
}

function markImage(image: Image): Image {
  const { values } = image.attributes;
  return values.has('width') || values.has('height') ? image : { ...image, inText: true };
}

export function markPart(part: ImagePart, isInText: boolean): ImagePart {
  return { ...part, inText: isInText && !part.isSized };
}

/** Elements that begin and end on a line of their own. */
export const lineEnds = new Set(
  `address article aside blockquote br center dd details div dl dt fieldset figcaption figure footer
  h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th
  thead tr ul`.split(/\s+/),
);

/** Whether an attribute sets the width or height of its element. */
export function setsSize(name: string, value: string): boolean {
  if (name === 'width' || name === 'height') return value !== '';
  return name === 'style' && /(?:^|[;\s-])(?:width|height|(?:inline|block)-size)\s*:/i.test(value);
}
