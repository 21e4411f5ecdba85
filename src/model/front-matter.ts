import type { AssetRef, Located } from './source.ts';

/** What the deck's front matter says, checked, with defaults filled in. */
export interface FrontMatter {
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
  readonly description?: string;
  /** Separated by `, `. */
  readonly keywords?: string;
  /** Where on the web a picture of the deck is, for those who are sent a link to it. */
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
  /** Of the author's house: one or two CSS colours, or none. */
  readonly colors: readonly string[];
  readonly numbers: false | 'n' | 'n/total';
  readonly transition: Transition;
  /** Every list appears item by item. */
  readonly incremental: boolean;
  /** Split at each heading of this level or above, and not only at `---`. */
  readonly split?: number;
  /** How long the talk is to take: seconds. */
  readonly time?: Located<number>;
  readonly vars: ReadonlyMap<string, string>;
  /** TeX commands of the deck's own, by their names without the backslash. */
  readonly macros: ReadonlyMap<string, Located<string>>;
  readonly styles: readonly AssetRef[];
  readonly scripts: readonly AssetRef[];
}

export interface Theme {
  /** As written in the front matter: a name from `themes/`, or the path of a CSS file. */
  readonly name: string;
  /** Absolute path of its style sheet. */
  readonly cssFile: string;
}

/**
 * Fonts that come before the theme's: `npm:<package>`, a file in one, or the path of a file. Each list
 * is in order of preference.
 */
export interface DeckFonts {
  readonly text?: readonly AssetRef[];
  readonly heading?: readonly AssetRef[];
  readonly mono?: readonly AssetRef[];
}

export const transitions = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'] as const;

type Transition = (typeof transitions)[number];
