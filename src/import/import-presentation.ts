import type { Report } from '../base/diagnostics/report.ts';
import { attempt, openPresentation } from '../base/ooxml/open-presentation.ts';
import { arrangeDeck } from './arrange/deck.ts';
import type { DeckSlide } from './blocks.ts';
import { Losses } from './losses.ts';
import { readPresentation } from './read/presentation.ts';
import { writeDeck } from './write/deck.ts';
import { MediaWriter, type OutputFile } from './write/media.ts';

/** A presentation as a deck in Markdown. */
export interface ImportedDeck {
  readonly markdown: string;
  /** The images, media and data that the deck uses. */
  readonly files: readonly OutputFile[];
  readonly slides: number;
}

/**
 * Turns a PowerPoint file into a deck. What is lost on the way is reported with the number of its slide.
 *
 * @param name the file as messages show it
 * @throws PresentationError if it is not a presentation, encrypted or damaged
 */
export function importPresentation(bytes: Buffer, name: string, report: Report): ImportedDeck {
  const { file, main } = openPresentation(bytes);
  return attempt(() => {
    const losses = new Losses(report, name);
    const presentation = readPresentation(file, main, losses);
    const deck = arrangeDeck(presentation, losses);
    if (deck.slides.every(isUnseen)) {
      const hint = 'its slides are hidden, or have only shapes without text';
      report.add('import-lost', undefined, `${name} has no slides that a deck can show`, hint);
    }
    const media = new MediaWriter(file, losses);
    const markdown = writeDeck(deck, media, losses);
    return { markdown, files: media.files, slides: deck.slides.length };
  });
}

function isUnseen({ settings, title, blocks, slots, background }: DeckSlide): boolean {
  const isEmpty = title.length === 0 && blocks.length === 0 && !slots && !background;
  return settings.get('hide') === true || isEmpty;
}
