import type { HtmlPart, Image, Inline, PlaceInText } from '../../../model/inline.ts';

/**
 * Marks the images on lines of the source with words; see {@link PlaceInText}. All others, alone or in a row,
 * have their natural size. An image whose size is set keeps it.
 *
 * @param inlines the whole text of a paragraph, cell or heading
 */
export function markImages(inlines: readonly Inline[]): readonly Inline[] {
  const lines = new ImageLines();
  readLines(inlines, lines);
  const places = lines.finish();
  return places.some(Boolean) ? mark(inlines, places.values()) : inlines;
}

/** Collects the images of each line, and whether there are words next to them. */
export class ImageLines {
  readonly #places: (PlaceInText | undefined)[] = [];
  /** The images of the current line: whether words are before each. */
  #afterWords: boolean[] = [];
  /** The images of the current line before its last words. */
  #beforeWords = 0;
  #hasWords = false;
  /** Of all lines. */
  #summary: 'words' | 'images' | 'nothing' = 'nothing';

  image(): void {
    this.#afterWords.push(this.#hasWords);
    if (this.#summary === 'nothing') this.#summary = 'images';
  }

  words(): void {
    this.#hasWords = true;
    this.#beforeWords = this.#afterWords.length;
    this.#summary = 'words';
  }

  text(text: string): void {
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) this.break();
      if (hasWords(line)) this.words();
    }
  }

  break(): void {
    for (const [i, isAfter] of this.#afterWords.entries()) {
      const isBefore = i < this.#beforeWords;
      const inText = isAfter && isBefore ? 'between-words' : 'next-to-words';
      this.#places.push(isAfter || isBefore ? inText : undefined);
    }
    this.#afterWords = [];
    this.#beforeWords = 0;
    this.#hasWords = false;
  }

  /** What all that was read consists of. */
  get summary(): 'words' | 'images' | 'nothing' {
    return this.#summary;
  }

  /** The place of each image, in order. */
  finish(): readonly (PlaceInText | undefined)[] {
    this.break();
    return this.#places;
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

/** @param places of the images, in order */
function mark(
  inlines: readonly Inline[],
  places: Iterator<PlaceInText | undefined, undefined>,
): readonly Inline[] {
  const next = (): PlaceInText | undefined => places.next().value;
  return inlines.map((inline): Inline => {
    if (inline.kind === 'image') return markImage(inline, next());
    if (inline.kind === 'html') {
      return {
        ...inline,
        content: inline.content.map((part) => (isImagePart(part) ? markPart(part, next()) : part)),
      };
    }
    return 'content' in inline ? { ...inline, content: mark(inline.content, places) } : inline;
  });
}

function markImage(image: Image, inText: PlaceInText | undefined): Image {
  const { values } = image.attributes;
  return !inText || values.has('width') || values.has('height') ? image : { ...image, inText };
}

/** @param inText replaces its former place */
function markPart({ inText: _, ...part }: ImagePart, inText: PlaceInText | undefined): ImagePart {
  return !inText || part.isSized ? part : { ...part, inText };
}

/** Marks the images in parts of HTML by the lines that were read of them. */
export function markParts(parts: readonly HtmlPart[], lines: ImageLines): readonly HtmlPart[] {
  const places = lines.finish().values();
  return parts.map((part) => (isImagePart(part) ? markPart(part, places.next().value) : part));
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
