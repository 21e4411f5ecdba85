import type { Attributes } from './blocks.ts';
import type { AssetRef, Span } from './source.ts';

/** TeX that becomes a formula. */
export interface Maths {
  readonly tex: string;
  /** It stands by itself, with large signs and limits above and below them. */
  readonly display: boolean;
  /** The place of each of its lines. */
  readonly lines: readonly Span[];
}

/** A piece of the author's own HTML, checked. A file named in it, and the place for the number of a step, stand apart. */
export type HtmlPart = string | AssetRef | { readonly kind: 'step' };

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong' | 'strike'; readonly content: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  /** A short code such as `tada`, written between colons; text where no emoji has that name. */
  | { readonly kind: 'emoji'; readonly name: string }
  /** See {@link IconRef}. */
  | { readonly kind: 'icon'; readonly name: string; readonly attributes: Attributes }
  | { readonly kind: 'maths'; readonly maths: Maths }
  /** The number of a formula. */
  | { readonly kind: 'reference'; readonly label: string; readonly bare: boolean }
  | { readonly kind: 'break' }
  | {
      readonly kind: 'link';
      readonly href: string;
      readonly title?: string;
      readonly content: readonly Inline[];
    }
  | Image
  | { readonly kind: 'footnote'; readonly label: string; readonly span: Span }
  | { readonly kind: 'html'; readonly content: readonly HtmlPart[] };

export interface Image {
  readonly kind: 'image';
  readonly source: AssetRef;
  readonly alt: string;
  readonly title?: string;
  readonly attributes: Attributes;
}
