import type { Type } from '../attributes/text-width.ts';
import type { DeckTranslation } from '../translation-state.ts';
import { styleSheets, themeOf } from './styles.ts';

/** The types of text and headings. */
export interface DeckType {
  readonly text: Type;
  readonly heading: Type;
}

const sourceSans = 0.89;
const lato = 0.96;
const hanken = 0.96;
const gothic: Type = { width: 0.55, isUppercase: true };
const bold: Type = { width: 0.87, isUppercase: true };

/** The types of the themes, as measured in lines of their decks: first that of text, which is never in capitals. */
const types = new Map<string, readonly [number, Type]>([
  ['beige', [sourceSans, bold]],
  ['black', [sourceSans, bold]],
  ['black-contrast', [sourceSans, bold]],
  ['blood', [hanken, { width: 0.95, isUppercase: true }]],
  ['dracula', [hanken, { width: 0.98, isUppercase: false }]],
  ['league', [lato, gothic]],
  ['moon', [lato, gothic]],
  ['night', [sourceSans, { width: 0.9, isUppercase: false }]],
  ['serif', [0.98, { width: 1.01, isUppercase: false }]],
  ['simple', [lato, bold]],
  ['sky', [sourceSans, { width: 0.85, isUppercase: true }]],
  ['solarized', [lato, gothic]],
  ['white', [sourceSans, bold]],
  ['white-contrast', [sourceSans, bold]],
]);

/** For unknown fonts: a little too wide, and as if in capitals. */
const unknown: DeckType = {
  text: { width: 1.1, isUppercase: false },
  heading: { width: 1.1, isUppercase: true },
};

/** The types of a deck, by its theme; rules of its own may change them. */
export function typeOf(deck: DeckTranslation): DeckType {
  const own = [deck.author.text, ...styleSheets(deck).map((sheet) => deck.readFile(sheet) ?? '')];
  const isChanged = own.some((text) =>
    /(?:font|font-(?:family|weight|stretch)|letter-spacing|text-transform)\s*:/.test(text),
  );
  const found = isChanged ? undefined : types.get(themeOf(deck));
  if (!found) return unknown;
  const [width, heading] = found;
  return { text: { width, isUppercase: false }, heading };
}
