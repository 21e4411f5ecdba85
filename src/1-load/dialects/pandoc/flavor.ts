import type { YamlEntry } from '../../../base/yaml/yaml.ts';
import type { OwnSyntax } from '../shared/escape.ts';
import type { TextEdits } from '../text-edits.ts';
import type { TranslationContext } from '../translation.ts';
import type { YamlValue } from '../yaml-text.ts';
import type { Fence, FenceInfo } from './code.ts';
import type { PandocDeck } from './deck.ts';
import type { Div } from './divs.ts';
import { looksOf } from './settings/looks.ts';
import type { Settings } from './settings/metadata.ts';
import type { InlineRules } from './text/inline.ts';

/** What a tool that is built on Pandoc adds to its Markdown. */
export interface Flavor {
  /** Settings in files around the deck, the nearest first. */
  readonly projectSettings?: (context: TranslationContext) => readonly (readonly YamlEntry[])[];
  /** What of Lectern's own syntax it has, too. */
  readonly syntax: readonly OwnSyntax[];
  /** The level of the headings that begin slides, if the text does not decide it. */
  readonly slideLevel: (settings: Settings) => number | undefined;
  /** Whether the slides of a part are below its first one. */
  readonly hasStacks: (settings: Settings) => boolean;
  /** Further front matter. */
  readonly frontMatter: (settings: Settings) => Readonly<Record<string, YamlValue | undefined>>;
  /** Settings of its own that are not used, and why. */
  readonly unused: Readonly<Record<string, string>>;
  /** The footer that a div sets for its slide. */
  readonly slideFooter?: (div: Div, deck: PandocDeck) => string | undefined;
  /** Writes a div of its own; `false` if it is none. */
  readonly writeDiv: (div: Div, deck: PandocDeck) => boolean;
  /** Writes code of its own; `false` if it is none. */
  readonly writeCode: (fence: Fence, info: FenceInfo, deck: PandocDeck) => boolean;
  readonly inline: (edits: TextEdits, deck: PandocDeck) => InlineRules;
  /** The title of a slide that the tool adds; `undefined` for one without. */
  readonly wordFor: (name: 'contents' | 'references', settings: Settings) => string | undefined;
  /** Whether dates are shown as `date-format` says. */
  readonly formatsDates: boolean;
}

/** What Pandoc's Markdown has of Lectern's own syntax. */
export const pandocSyntax: readonly OwnSyntax[] = [
  ...(['attributes', 'blocks', 'definitions', 'footnotes', 'formulas'] as const),
  ...(['inline-notes', 'pauses', 'scripts', 'spans'] as const),
];

export const pandoc: Flavor = {
  syntax: pandocSyntax,
  slideLevel: (settings) => {
    const level = Number(settings.text('slide-level', 'slideLevel'));
    return level >= 0 && level <= 6 ? level : undefined;
  },
  hasStacks: () => true,
  unused: {},
  wordFor: (name) => (name === 'references' ? 'References' : undefined),
  formatsDates: false,
  frontMatter: (settings) => ({ css: looksOf(settings) }),
  writeDiv: () => false,
  writeCode: () => false,
  inline: () => ({}),
};
