import { maxTemplate, openTemplate } from '../1-load/template/open-template.ts';
import { writeTemplate } from '../6-export/pptx/template/write-template.ts';
import type { Report } from '../base/diagnostics/report.ts';
import { attempt, openPresentation, PresentationError } from '../base/ooxml/open-presentation.ts';
import { arrangeDeck } from './arrange/deck.ts';
import type { Deck, DeckSlide } from './blocks.ts';
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
 * @param keepsTheme whether its masters become the theme of the deck
 * @throws PresentationError if it is not a presentation, encrypted or damaged
 */
export function importPresentation(
  bytes: Buffer,
  name: string,
  report: Report,
  keepsTheme = false,
): ImportedDeck {
  const { file, main } = openPresentation(bytes);
  return attempt(() => {
    const losses = new Losses(report, name);
    const presentation = readPresentation(file, main, losses);
    const arranged = arrangeDeck(presentation, losses);
    const theme = keepsTheme && !arranged.frontMatter.has('theme') ? themeOf(bytes, report) : [];
    const deck = theme.length > 0 ? withTheme(arranged) : arranged;
    if (deck.slides.every(isUnseen)) {
      const hint = 'its slides are hidden, or have only shapes without text';
      report.add('import-lost', undefined, `${name} has no slides that a deck can show`, hint);
    }
    const media = new MediaWriter(file, losses);
    const markdown = writeDeck(deck, media, losses);
    return { markdown, files: [...theme, ...media.files], slides: deck.slides.length };
  });
}

const themeFile = 'theme.potx';

/** The masters and layouts of a presentation as a file; none if they cannot be used, which is reported. */
function themeOf(bytes: Buffer, report: Report): readonly OutputFile[] {
  try {
    const limit = bytes.length + maxTemplate;
    const template = attempt(() => writeTemplate(openTemplate(bytes, limit)));
    return [{ path: themeFile, bytes: template }];
  } catch (error) {
    if (!(error instanceof PresentationError)) throw error;
    const message = `its theme is not kept, as the file ${error.message}`;
    report.add('import-lost', undefined, message, error.hint);
    return [];
  }
}

function withTheme(deck: Deck): Deck {
  return { ...deck, frontMatter: new Map([...deck.frontMatter, ['theme', themeFile]]) };
}

function isUnseen({ settings, title, blocks, slots, background }: DeckSlide): boolean {
  const isEmpty = title.length === 0 && blocks.length === 0 && !slots && !background;
  return settings.get('hide') === true || isEmpty;
}
