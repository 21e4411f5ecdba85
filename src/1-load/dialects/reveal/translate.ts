import type { TextFile } from '../../../model/source.ts';
import type { TranslationContext } from '../translation.ts';
import { writeFrontMatter } from './settings/front-matter.ts';
import { readSettings } from './settings/settings.ts';
import { translateSlide, writeBreak } from './slide.ts';
import { type SlideRange, splitSlides } from './split.ts';
import { DeckTranslation } from './translation-state.ts';
import { escapeDeck, mendDeck, regionsOf } from './whole-deck.ts';

/**
 * Translates Markdown of reveal.js, as its plugin, reveal-md and the extension for VS Code read it: separators are
 * regular expressions, and comments set attributes.
 */
export function translateReveal(author: TextFile, context: TranslationContext): TextFile {
  const { report } = context;
  const settings = readSettings(author, { ...context, report });
  const deck = new DeckTranslation(author, settings, context.project, report);
  const slides = slidesOf(deck).map((range) => translateSlide(range, deck));
  const parts = slides.flatMap((slide) => slide.parts);
  const regions = regionsOf(parts, deck);
  mendDeck(parts, regions, deck);
  if (!context.isIncluded) {
    deck.edits.replace(0, settings.matterEnd, `${writeFrontMatter(deck)}\n\n`);
  }
  for (const slide of slides) writeBreak(slide, deck);
  escapeDeck(regions, deck);
  return deck.edits.finish();
}

function slidesOf(deck: DeckTranslation): readonly SlideRange[] {
  const { author, settings } = deck;
  const slides = splitSlides(author.text, settings.matterEnd, settings.separators);
  if (slides) return slides;
  const message =
    'the separators of the deck are not used: they take too long, or match an empty text';
  deck.unusedSetting('separator', message, 'write a simpler regular expression');
  const usual = { horizontal: '\\n---\\n', vertical: '\\n----\\n' };
  return splitSlides(author.text, settings.matterEnd, usual) ?? [];
}
