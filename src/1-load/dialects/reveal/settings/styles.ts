import { revealThemes } from '../../shared/reveal-names.ts';
import type { DeckTranslation } from '../translation-state.ts';
import { settingOf, textOf } from './settings.ts';

/** The name of the theme, of reveal.js or the author's. */
export function themeOf({ settings: { sources, page } }: DeckTranslation): string {
  return writtenTheme(sources, page?.theme).replace(/^.*\/theme\/|\.css$/g, '');
}

/** The style sheets of the deck, as they are written: that of its own theme first. */
export function styleSheets(deck: DeckTranslation): readonly string[] {
  const { sources, page } = deck.settings;
  const theme = writtenTheme(sources, page?.theme);
  const own = revealThemes.has(themeOf(deck))
    ? []
    : [/\.css$/.test(theme) ? theme : `${theme}.css`];
  return [...new Set([...own, ...listOf(settingOf(sources, 'css')), ...(page?.styles ?? [])])];
}

function writtenTheme(
  sources: DeckTranslation['settings']['sources'],
  fromPage: string | undefined,
): string {
  return textOf(sources, 'customTheme') ?? textOf(sources, 'theme') ?? fromPage ?? 'black';
}

/** A list, or a text with commas. */
function listOf(value: unknown): readonly string[] {
  const items = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  return items.map((item) => String(item).trim()).filter((item) => item !== '');
}
