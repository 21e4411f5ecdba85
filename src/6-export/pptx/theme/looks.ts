import type { LayoutName } from '../../../model/deck.ts';
import type { Box } from '../units.ts';
import type { SlideStyle } from './style.ts';

/** A place for content in a layout. */
export interface Placeholder {
  /** The slot that it holds. */
  readonly slot: string;
  /** As in `ST_PlaceholderType`; absent for one that takes any content. */
  readonly type?: string;
  readonly index: number;
  /** Of one for vertical text. */
  readonly orient?: string;
  /** A place that the layout of a template does not have: content is in shapes of its own. */
  readonly isFree?: true;
  /** Whether its box is not the one that the layout of a template has. */
  readonly isMoved?: true;
  /** Between its box and its text; none if absent. */
  readonly insets?: readonly [left: number, top: number, right: number, bottom: number];
  /** What its prompt says, and its name. */
  readonly name: string;
  readonly box: Box;
  readonly text: TextLook;
}

/** How text in a placeholder looks. Sizes are in slide pixels. */
export interface TextLook {
  readonly size: number;
  /** A token of the theme. */
  readonly color: string;
  /** Whether the layout of a template has another color, which could not be read. */
  readonly isRecolored?: boolean;
  /** Whether it is highlighted, so that its color is not for the background of the slide. */
  readonly isMarked?: boolean;
  readonly font: 'heading' | 'text';
  readonly isBold: boolean;
  readonly align: 'left' | 'center';
  readonly anchor: 't' | 'ctr' | 'b';
  readonly leading: number;
  /** As a share of the size. */
  readonly tracking: number;
}

/** A layout as PowerPoint shows it. */
export interface LayoutPlan {
  readonly name: LayoutName;
  readonly placeholders: readonly Placeholder[];
  /** The places of footers in the layout of a template; absent for our own. */
  readonly edges?: ReadonlyMap<EdgeType, EdgePlace>;
  /** The direction of text in its placeholders, which may differ from that of a slide. */
  readonly isRightToLeft: boolean;
}

/** Footer and slide number. */
export type EdgeType = 'ftr' | 'sldNum';

export interface EdgePlace {
  readonly index: number;
  readonly size: number;
  /** CSS; absent if that of the layout can be read. */
  readonly color?: string;
}

export interface SlideRoom {
  readonly width: number;
  readonly height: number;
}

/** The height of a line of large type, as a share of its size. */
export const titleLeading = 1.1;

export function headingLook(
  style: SlideStyle,
  size: number,
  more: Partial<TextLook> = {},
): TextLook {
  const weight = Number.parseFloat(style.text('--weight-heading') ?? '600');
  const tracking = Number.parseFloat(style.text('--tracking-heading') ?? '0');
  return {
    size,
    color: '--color-heading',
    font: 'heading',
    isBold: weight >= 600,
    align: 'left',
    anchor: 't',
    leading: titleLeading,
    tracking: Number.isFinite(tracking) ? tracking : 0,
    ...more,
  };
}

export function textLook(style: SlideStyle, size: number, more: Partial<TextLook> = {}): TextLook {
  const leading = Number.parseFloat(style.text('--leading-text') ?? '1.38');
  return {
    size,
    color: '--color-text',
    font: 'text',
    isBold: false,
    align: 'left',
    anchor: 't',
    leading,
    tracking: 0,
    ...more,
  };
}

/** The least distance of content from the upper edge of a slide with a header. */
export const headerMargin = 68;

/** Where content that does not fill its box is. */
export function bodyAnchor(style: SlideStyle): 't' | 'ctr' {
  return style.text('--content-position') === 'start' ? 't' : 'ctr';
}
