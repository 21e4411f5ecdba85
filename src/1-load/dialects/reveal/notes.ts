import { TimeLimitError, withTimeLimit } from '../../../base/time/time-limit.ts';
import type { SlideRange } from './split.ts';
import type { DeckTranslation } from './translation-state.ts';

/** Where the notes of a slide begin. */
interface FoundNotes {
  readonly markStart: number;
  readonly markEnd: number;
}

/** The notes go from the first mark to the end of the slide, as in reveal.js, also if the mark is in code. */
export function findNotes(range: SlideRange, deck: DeckTranslation): FoundNotes | undefined {
  const text = deck.author.text.slice(range.start, range.end);
  const match = firstMatch(deck.settings.notes, text);
  if (!match || match[0] === '') return undefined;
  const markStart = range.start + match.index;
  const markEnd = markStart + match[0].length;
  deck.edits.replace(
    markStart,
    markEnd,
    /^\s/.test(text.slice(match.index + match[0].length)) ? '\n\nNote:' : '\n\nNote: ',
  );
  return { markStart, markEnd };
}

function firstMatch(pattern: RegExp, text: string): RegExpExecArray | null {
  try {
    return withTimeLimit(1000, () => pattern.exec(text));
  } catch (error) {
    if (error instanceof TimeLimitError) return null;
    throw error;
  }
}
