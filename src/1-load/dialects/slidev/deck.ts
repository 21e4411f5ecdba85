import type { Report } from '../../../base/diagnostics/report.ts';
import { spanAt } from '../../../base/span.ts';
import type { TextFile } from '../../../model/source.ts';
import type { UtilityRules } from '../shared/utilities/rules.ts';
import type { TextEdits } from '../text-edits.ts';
import type { TranslationContext } from '../translation.ts';
import type { Matter } from './settings/matter.ts';
import type { SlidevSlide } from './slides.ts';

/** A slide with its settings. */
export interface DeckSlide {
  readonly at: SlidevSlide;
  readonly own: Matter;
  /** With the defaults of the deck. */
  readonly settings: Matter;
  readonly isShown: boolean;
  /** Among the slides of its file that are shown, from 1. */
  readonly number: number;
  readonly title: string | undefined;
  readonly level: number;
}

/** What the slides of a deck share while they are translated. */
export interface SlidevDeck {
  readonly author: TextFile;
  readonly edits: TextEdits;
  readonly context: TranslationContext;
  /** For spans of the author's text; errors are warnings there. */
  readonly report: Report;
  /** The front matter of the deck, which is that of its first slide as well. */
  readonly head: Matter;
  readonly slides: readonly DeckSlide[];
  readonly isDark: boolean;
  /** Whether texts and blocks may have attribute lists. */
  readonly isComark: boolean;
  readonly utilities: UtilityRules;
}

/** Whether a slide is the first one of the deck, not of an included file. */
export function isFirstOfDeck(slide: DeckSlide, { slides, context }: SlidevDeck): boolean {
  return slide === slides[0] && !context.isIncluded;
}

/** Reports what stands in for something, or was left out. The same message is printed once, with a count. */
export function reportUnmapped(
  { author, report }: SlidevDeck,
  start: number,
  length: number,
  message: string,
  hint?: string,
): void {
  report.add('dialect-unmapped', spanAt(author, start, Math.max(1, length)), message, hint);
}

/** Where Slidev serves files from. */
const publicFolders = ['public'];

/**
 * A reference to a file as a path from the text that has it: `/logo.png` is `public/logo.png`.
 *
 * @returns the reference as it is if there is no such file
 */
export function pathOf(reference: string, deck: SlidevDeck): string {
  return publicFile(reference, deck) ?? reference.replace(/^[@~]?\/+(?!\/)/, '');
}

/** The file that a reference names, as a path from the text; `undefined` if there is none. */
export function publicFile(reference: string, { context, author }: SlidevDeck): string | undefined {
  return context.project.locate(reference.replace(/^@\//, '/'), author.realPath, publicFolders);
}
