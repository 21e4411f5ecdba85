import type { CheckLevels } from './check.ts';
import type { LayoutName } from './deck.ts';
import type { AssetRef, Located } from './source.ts';

/** What the deck's front matter says, checked, with defaults filled in. */
export interface FrontMatter {
  readonly title?: string;
  readonly subtitle?: string;
  readonly author?: string;
  readonly date?: string;
  readonly description?: string;
  /** Separated by `, `. */
  readonly keywords?: string;
  /** URL of an image of the deck, for link previews. */
  readonly image?: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly theme: Theme;
  readonly fonts: DeckFonts;
  /** Slide size in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Inline Markdown. */
  readonly header?: Located<string>;
  readonly footer?: Located<string>;
  readonly logo?: AssetRef;
  /** The author's brand colors, at most two. */
  readonly colors: readonly string[];
  readonly numbers: false | 'n' | 'n/total';
  readonly transition: Transition;
  /** Every list appears item by item. */
  readonly incremental: boolean;
  /** Straight quotation marks and dashes are replaced. */
  readonly smart: boolean;
  /** Whether keys with a character are shortcuts by themselves, or only with Alt and Shift. */
  readonly shortcuts: boolean;
  /** Split at each heading of this level or above, and not only at `---`. */
  readonly split?: number;
  /** Whether slides without a layout get one from their content, or else `default`. */
  readonly autoLayout: boolean;
  readonly headingLevels: HeadingLevelRule;
  readonly backgrounds: BackgroundRule;
  /** What happens to slides that are too full. */
  readonly fit: Fit;
  /** The planned duration of the talk in seconds. */
  readonly time?: Located<number>;
  /** The severities of checks that differ from the usual ones. */
  readonly check: CheckLevels;
  /** Words that spelling knows, besides those of its dictionary. */
  readonly words: readonly string[];
  readonly vars: ReadonlyMap<string, string>;
  /** The deck's own TeX commands, by name without the backslash. */
  readonly macros: ReadonlyMap<string, Located<string>>;
  readonly styles: readonly AssetRef[];
  /** Rules of CSS after those of `styles`. */
  readonly css?: Located<string>;
  readonly scripts: readonly AssetRef[];
  /** How large images are reduced; without it, they are not. */
  readonly images?: ImageSettings;
  readonly pptx?: PptxSettings;
}

export interface ImageSettings {
  /** The longer side of the largest image, in pixels. */
  readonly max: number;
  /** Of JPEG and WebP, 1 to 100. */
  readonly quality: number;
  /** Whether the carried source has the images as they were. */
  readonly original: boolean;
}

export interface Theme {
  /** As written in the front matter: a name from `themes/`, or the path of a CSS file. */
  readonly name: string;
  /** Absolute path of its style sheet, or of the file that it was read from. */
  readonly cssFile: string;
  /** The style sheet, if it was read from a file that is none. */
  readonly css?: string;
  /** Of a brand; the front matter may have another one. */
  readonly logo?: AssetRef;
  /** Whether that file is a presentation, whose layouts PowerPoint files use. */
  readonly isTemplate?: true;
}

/** How the deck becomes a PowerPoint file. */
export interface PptxSettings {
  /** The presentation whose layouts it uses. */
  readonly template?: AssetRef;
  /** The names of its layouts, by ours. */
  readonly layouts?: ReadonlyMap<LayoutName, Located<string>>;
}

/**
 * Fonts that come before the theme's: `npm:<package>`, a file in one, the path of a file, or the name of a
 * font of the system. Each list is in order of preference.
 */
export interface DeckFonts {
  readonly text?: readonly AssetRef[];
  readonly heading?: readonly AssetRef[];
  readonly mono?: readonly AssetRef[];
}

/** `outline`: the title of the first slide is the only one of level 1; `written`: levels are as in the source. */
export const headingLevelRules = ['outline', 'written'] as const;

export type HeadingLevelRule = (typeof headingLevelRules)[number];

/** `readable`: images and gradients are dimmed as far as text needs it; `written`: they stay as they are. */
export const backgroundRules = ['readable', 'written'] as const;

export type BackgroundRule = (typeof backgroundRules)[number];

export const fits = ['shrink', 'split', 'none'] as const;

export type Fit = (typeof fits)[number];

export const transitions = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'] as const;

type Transition = (typeof transitions)[number];
