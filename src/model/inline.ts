import type { Attributes } from './blocks.ts';
import type { AssetRef, Span } from './source.ts';

/** A formula in TeX. */
export interface TexFormula {
  readonly tex: string;
  /** Display style: large operators with limits above and below. */
  readonly display: boolean;
  /** The span of each of its lines. */
  readonly lines: readonly Span[];
  /** What the author calls it, for those who hear it. */
  readonly alt?: string;
}

/** A piece of the author's own HTML, checked. What is written differently in each output is a separate part. */
export type HtmlPart =
  | string
  | AssetRef
  /** The attribute with the number of a step. */
  | { readonly kind: 'step' }
  /** The class `fragment`. */
  | { readonly kind: 'fragment' }
  /** The end of the start tag of an `img`. */
  | {
      readonly kind: 'image';
      /** Whether the author has set its width or height. */
      readonly isSized: boolean;
      /** As in {@link Image}. */
      readonly inText?: PlaceInText;
      readonly source?: AssetRef;
    }
  /** An icon; see {@link IconRef}. */
  | { readonly kind: 'icon'; readonly name: string; readonly attributes: Attributes }
  /** The target of a link in the page. */
  | { readonly kind: 'target'; readonly href: string }
  /** What differs on each slide, in the value of an attribute. */
  | { readonly kind: 'field'; readonly field: SlideField; readonly isInUrl: boolean }
  | RangeEdge;

/** HTML as its author wrote it. */
export interface WrittenHtml {
  readonly text: string;
  /** The span of each of its lines. */
  readonly lines: readonly Span[];
}

/** Speaker notes, or content that is never shown. */
export type RangeOf = 'notes' | 'hidden';

/** The start or the end of a range, which may contain blocks of Markdown. */
export interface RangeEdge {
  readonly kind: 'start' | 'end';
  readonly of: RangeOf;
  /** Of the tag. */
  readonly span: Span;
}

export type StyledKind =
  | 'emphasis'
  | 'strong'
  | 'strike'
  | 'subscript'
  | 'superscript'
  | 'highlight';

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: StyledKind; readonly content: readonly Inline[] }
  /** Text with an attribute list: `[text]{.class}`, `**text**{.class}`. */
  | { readonly kind: 'span'; readonly attributes: Attributes; readonly content: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  /** A short code such as `tada`, written between colons; text where no emoji has that name. */
  | { readonly kind: 'emoji'; readonly name: string }
  /** See {@link IconRef}. */
  | { readonly kind: 'icon'; readonly name: string; readonly attributes: Attributes }
  | { readonly kind: 'math'; readonly math: TexFormula }
  /** The number of a formula. */
  | { readonly kind: 'reference'; readonly label: string; readonly bare: boolean }
  | { readonly kind: 'break' }
  /** What differs on each slide, in the header and footer. */
  /** `empty`: a variable of the deck without a value. */
  | { readonly kind: 'slide-field'; readonly field: SlideField | 'empty' }
  | Link
  | Image
  | { readonly kind: 'footnote'; readonly label: string; readonly span: Span }
  /** `written` is absent if Lectern has written it. */
  | {
      readonly kind: 'html';
      readonly content: readonly HtmlPart[];
      readonly written?: WrittenHtml;
    };

/** The number of the slide, the count of slides, and the title of the last slide with the layout `section`. */
export const slideFields = ['n', 'total', 'section'] as const;

export type SlideField = (typeof slideFields)[number];

export interface Link {
  readonly kind: 'link';
  readonly span: Span;
  readonly href: string;
  /** The target in parts, if it differs on each slide. */
  readonly hrefParts?: readonly (string | { readonly field: SlideField })[];
  readonly title?: string;
  readonly content: readonly Inline[];
  readonly attributes: Attributes;
}

export interface Image {
  readonly kind: 'image';
  readonly source: AssetRef;
  readonly alt: string;
  readonly title?: string;
  readonly attributes: Attributes;
  /** Absent if no words are on its line, or the author has set its size. */
  readonly inText?: PlaceInText;
}

/**
 * The place of an image on a line with words. Between words, it is as high as the text; before the first or
 * after the last, only if it is as small as an icon.
 */
export type PlaceInText = 'between-words' | 'next-to-words';
