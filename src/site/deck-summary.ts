import { readDiagrams } from '../3-resolve/diagram/read-diagrams.ts';
import { Report } from '../base/diagnostics/report.ts';
import { noMemo } from '../base/memo/memo.ts';
import { partsOf } from '../check/source/tree/parts.ts';
import type { Deck } from '../model/deck.ts';
import type { BuiltPage } from '../model/page.ts';
import type { SiteSlide } from '../model/site.ts';
import { type CoverColors, coverColors } from './drawn-cover.ts';
import { shownTextOf } from './shown-text.ts';

/** What a site shows of a deck besides the facts of its page. Plain JSON. */
export interface DeckSummary {
  readonly dir: 'ltr' | 'rtl';
  readonly description?: string;
  /** The address of an image of the deck, for link previews. */
  readonly image?: string;
  readonly slides: readonly SiteSlide[];
  readonly colors: CoverColors;
}

/** Reads what a site shows of a deck. Speaker notes are never part of it. */
export async function summarizeDeck(page: BuiltPage): Promise<DeckSummary> {
  const { deck } = page.contents;
  const { dir, description, image } = deck.frontMatter;
  return {
    dir,
    ...(description !== undefined && { description }),
    ...(image !== undefined && { image }),
    slides: await slidesOf(deck),
    colors: coverColors(page.shown.css),
  };
}

async function slidesOf(deck: Deck): Promise<readonly SiteSlide[]> {
  const diagrams = await readDiagrams(deck.diagrams, noMemo, new Report());
  const slides = deck.stacks.flat().map((slide, i) => ({ slide, number: i + 1 }));
  const texts = new Map<number, string>();
  for (const { of, slide, root } of partsOf(deck, slides, diagrams)) {
    if (of === 'slide' && slide) texts.set(slide.number, shownTextOf(root));
  }
  return slides.map(({ slide: { title }, number }) => ({
    title,
    text: withoutTitle(texts.get(number) ?? '', title),
  }));
}

function withoutTitle(text: string, title: string): string {
  return title !== '' && text.startsWith(title) ? text.slice(title.length).trim() : text;
}
