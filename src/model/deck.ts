import type { Block, Code, DiagramText } from './blocks.ts';
import type { PropertyUse } from './custom-properties.ts';
import type { Fit, FrontMatter } from './front-matter.ts';
import type { Inline, TexFormula } from './inline.ts';
import type { AssetRef, Located, Span, TextFile } from './source.ts';

export interface Deck {
  /** Its own file: absolute, with links resolved. */
  readonly file: string;
  /** All text files that it was made of, its own first. */
  readonly texts: readonly TextFile[];
  readonly frontMatter: FrontMatter;
  /** From the front matter, or the first heading, or the file's name. */
  readonly title: string;
  /** The text at the top and the bottom of slides. */
  readonly header: readonly Inline[];
  readonly footer: readonly Inline[];
  /** Columns of slides; a column of more than one is a vertical stack. Hidden slides, if they are kept, come last. */
  readonly stacks: readonly (readonly Slide[])[];
  /** Whether it has hidden slides, kept or not. */
  readonly hasHidden: boolean;
  /** The ids that the author has written. */
  readonly ids: readonly Located<string>[];
  /** The links in the deck as written: `#id`, `#/2`. */
  readonly links: readonly Located<string>[];
  /** The links in the page, `#id`, in place of links as written, where they differ: by {@link targetKey}. */
  readonly targets: ReadonlyMap<string, string>;
  /** By {@link targetKey} of their file, also for each reference in another file. */
  readonly footnotes: ReadonlyMap<string, Footnote>;
  /** The TeX commands of each file, by its path in spans. */
  readonly macros: ReadonlyMap<string, FrontMatter['macros']>;
  /** All code blocks, to be highlighted. */
  readonly code: readonly Code[];
  /** All formulas, to be typeset, in the order of the text. */
  readonly formulas: readonly TexFormula[];
  /** All diagrams, to be read. */
  readonly diagrams: readonly DiagramText[];
  /** The number of each numbered formula or row, such as `(1)`, by its id; of a row without one, by its key. */
  readonly equations: ReadonlyMap<string, string>;
  /** The steps by which slides with little on them have larger type. */
  readonly typeSteps: ReadonlyMap<TypeKind, TypeStep>;
  /** All names between colons that may be emoji. */
  readonly emoji: ReadonlySet<string>;
  /** All icons, at each of their places. */
  readonly icons: readonly IconRef[];
  /** The custom properties of CSS in the author's HTML and the settings of slides. */
  readonly properties: readonly PropertyUse[];
}

/** An icon that a deck names, such as `lucide-rocket`: its set, a hyphen and its own name. */
export interface IconRef {
  readonly name: string;
  /** The real path of the naming file. */
  readonly from: string;
  readonly span: Span;
}

export interface Slide {
  readonly span: Span;
  readonly settings: SlideSettings;
  readonly layout: LayoutName;
  /** From its settings, or the plain text of its heading; empty where it has none. */
  readonly title: string;
  /** Texts in place of those of the deck, which may be empty. */
  readonly header?: readonly Inline[];
  readonly footer?: readonly Inline[];
  /** Filled slots in the order in which the layout shows them. */
  readonly slots: readonly Slot[];
  readonly notes: readonly Block[];
  /** The planned time from its settings; of a `section`, that of all its slides. In seconds. */
  readonly time?: Located<number>;
  /** Its share of the planned time of the talk. */
  readonly seconds?: number;
  readonly headings: readonly SlideHeading[];
  /** The ids of its headings, in the same order; empty for one without letters. */
  readonly headingIds?: readonly string[];
  /** The id by which links reach it, if it has neither an id nor a heading. */
  readonly anchor?: string;
  /** Set if it is hidden: the number of the slide that it follows, or 0. */
  readonly hiddenAfter?: number;
  /** Present if its type may be larger than usual. */
  readonly typeRoom?: TypeRoom;
  /** In consecutive builds the same object for slides that differ only in their spans. */
  readonly content?: object;
}

/** What the slides have below their titles whose type may be larger. */
export type TypeKind = 'text' | 'table' | 'code';

/** By how many steps type is larger than usual. */
export type TypeStep = 1 | 2;

export interface TypeRoom {
  readonly of: TypeKind;
  /** The largest step for which there is room. */
  readonly step: TypeStep | 0;
}

/** A heading in a slot of a slide. */
export interface SlideHeading {
  readonly span: Span;
  /** What links name it by, before it is numbered: `before-and-after`; empty if it has no letters. */
  readonly slug: string;
  /** The id that the author has written. */
  readonly id?: string;
}

/** Settings of one slide. */
interface SlideSettings {
  readonly id?: string;
  /** A language tag, if it differs from the deck's. */
  readonly lang?: string;
  /** Set if `lang` or the author says so. */
  readonly dir?: 'ltr' | 'rtl';
  readonly classes: readonly string[];
  readonly background?: Background;
  /** Text color. */
  readonly color?: Located<string>;
  /** Rules of CSS for this slide only. */
  readonly css?: Located<string>;
  /** One for both ways, or two such as `slide-in fade-out`. */
  readonly transition?: string;
  readonly autoAnimate: boolean;
  /** Set if it differs from the rest of the deck; a text is in {@link Slide.header}. */
  readonly header?: boolean;
  readonly footer?: boolean;
  /** Whether it shows its number, or the number that it shows in place of its own. */
  readonly numbers?: boolean | number;
  readonly fit?: Fit;
}

/** The contents of a slide's front matter. */
export interface SlideFrontMatter {
  readonly settings: SlideSettings;
  readonly id?: Located<string>;
  /** The name of the slide where its heading is not. */
  readonly title?: Located<string>;
  /** Texts in place of those of the deck. */
  readonly header?: Located<string>;
  readonly footer?: Located<string>;
  readonly layout?: Located<LayoutName>;
  readonly hide: boolean;
  /** Seconds. */
  readonly time?: Located<number>;
  readonly notes?: Located<string>;
  /** The custom properties of CSS in its colors. */
  readonly properties?: readonly PropertyUse[];
  /** The slides to include in place of this one: `other.md#2-5`. */
  readonly include?: Located<string>;
}

export type Background =
  | {
      readonly kind: 'color';
      /** A color or a gradient. */
      readonly css: string;
    }
  | {
      readonly kind: 'image' | 'video';
      readonly asset: AssetRef;
      /** A CSS `background-size`. */
      readonly size: string;
      /** A CSS `filter`. */
      readonly filter?: string;
      /** Further images: all share its room. */
      readonly others?: readonly BackgroundImage[];
      /** Whether they are one below the other. */
      readonly isVertical?: true;
      /** The part of the slide that it has; the content has the rest. */
      readonly side?: BackgroundSide;
      /** A CSS `background-position`. */
      readonly position?: string;
      /** A CSS `background-repeat`. */
      readonly repeat?: BackgroundRepeat;
      /** 0 to 1; if absent, the theme keeps text readable over the image. */
      readonly opacity?: number;
    };

export const backgroundRepeats = ['repeat', 'repeat-x', 'repeat-y', 'round', 'space'] as const;

export type BackgroundRepeat = (typeof backgroundRepeats)[number];

export interface BackgroundImage {
  readonly asset: AssetRef;
  readonly size: string;
  readonly filter?: string;
}

export interface BackgroundSide {
  readonly edge: 'left' | 'right' | 'top' | 'bottom';
  /** 0 to 1, of the slide. */
  readonly share: number;
}

/** A background color, and the text that is readable on it. */
export interface BackgroundColor {
  /** What is painted instead of the background, if that is translucent or has to be dimmed. */
  readonly css?: string;
  /** `#rrggbb`, if it differs from the background; of a gradient, the mean of its stops. */
  readonly color?: string;
  readonly tone: 'dark' | 'light';
  /** So close to the other tone that only black or white text is readable. */
  readonly isMiddle: boolean;
}

export const layoutNames = [
  'cover',
  'section',
  'default',
  'center',
  'statement',
  'quote',
  'two-columns',
  'image-left',
  'image-right',
  'full-image',
  'blank',
  'end',
] as const;

export type LayoutName = (typeof layoutNames)[number];

export interface Slot {
  readonly name: string;
  readonly blocks: readonly Block[];
}

export interface Footnote {
  /** Whether it is on a slide that is not in the deck. */
  readonly isOptional?: true;
  readonly label: string;
  readonly span: Span;
  readonly blocks: readonly Block[];
  /** Whether it is written where it is referred to; the same text is the same footnote. */
  readonly isInline?: true;
}

/** The key of a link or the label of a footnote, as written in a file. */
export function targetKey(file: string, link: string): string {
  return `${file} ${link}`;
}

/** Ids that the page itself uses. */
export const reservedIds: RegExp = /^(?:lectern-|icon-\d|chart-step-)/;
