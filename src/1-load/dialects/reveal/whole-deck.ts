import { findRegions } from '../shared/code-regions.ts';
import { escapeOwnSyntax, type OwnSyntax } from '../shared/escape.ts';
import { mendHtml } from '../shared/html.ts';
import { Regions } from '../shared/regions.ts';
import type { Stretch } from './slide-part.ts';
import type { DeckTranslation } from './translation-state.ts';

/** What decks of reveal.js mean, too: with plugins of Markdown, or as code hosts show it. */
const meaningful: readonly OwnSyntax[] = [
  ...(['alerts', 'attributes', 'blocks', 'footnotes', 'formulas', 'spans'] as const),
  'tex-brackets',
];

/** The regions of all slides, each of which is a text of its own. */
export function regionsOf(parts: readonly Stretch[], { author }: DeckTranslation): Regions {
  const regions = parts.flatMap(
    ({ start, end }) => findRegions(author.text, { start, end, formulas: true }).all,
  );
  return new Regions(author.text, regions);
}

/** Mends the HTML that is left, and takes the rules of its `<style>` elements: they apply to the whole deck. */
export function mendDeck(parts: readonly Stretch[], regions: Regions, deck: DeckTranslation): void {
  const { edits, report } = deck;
  const isOwn = ({ name }: { readonly name: string }) => name.toLowerCase() === 'section';
  const { styles, rules } = mendHtml(edits.all, regions, { slides: parts, isOwn }, report);
  for (const { css, start } of [...styles, ...rules]) deck.addCss(deck.readCss(css, start));
}

/** Makes text of what has a meaning in Lectern only. To be called last. */
export function escapeDeck(regions: Regions, { edits }: DeckTranslation): void {
  escapeOwnSyntax(edits.all, regions, meaningful);
}
