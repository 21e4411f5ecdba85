import { TimeLimitError, withTimeLimit } from '../../../base/time/time-limit.ts';
import { findRegions } from '../shared/code-regions.ts';
import type { SlideRange } from './split.ts';
import type { DeckTranslation } from './translation-state.ts';

/** Where the notes of a slide begin. */
interface FoundNotes {
  readonly markStart: number;
  readonly markEnd: number;
}

/**
 * The notes go from their mark to the end of the slide. With several marks, or one in code, there are no notes:
 * reveal.js shows the text on the slide.
 */
export function findNotes(range: SlideRange, deck: DeckTranslation): FoundNotes | undefined {
  const text = deck.author.text.slice(range.start, range.end);
  const [match, second] = matchesIn(text, deck.settings.notes);
  if (!match || match[0] === '') return undefined;
  const markStart = range.start + match.index;
  const markEnd = markStart + match[0].length;
  if (second) {
    const message =
      'a second mark of notes: reveal.js shows both texts on the slide, as this deck does';
    const at = range.start + second.index;
    deck.unmapped(message, at, at + second[0].length, 'leave one of them for speaker notes');
    return undefined;
  }
  if (findRegions(deck.author.text, range).isCode(markStart)) return undefined;
  const space = /^\s/.test(text.slice(match.index + match[0].length)) ? '' : ' ';
  deck.edits.replace(markStart, markEnd, `\n\nNote:${space}`);
  return { markStart, markEnd };
}

function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  try {
    return withTimeLimit(1000, () => [...text.matchAll(pattern)]);
  } catch (error) {
    if (error instanceof TimeLimitError) return [];
    throw error;
  }
}
