import type { CheckedDeck } from '../../check/check.ts';
import type { Finding } from '../../check/finding.ts';

/** What was found in one deck. */
export interface DeckResult extends Omit<CheckedDeck, 'files'> {
  /** Absolute path. */
  readonly deck: string;
  readonly written: readonly WrittenImage[];
  readonly milliseconds: number;
}

/** What was found in a run of the command. */
export interface RunResult {
  readonly decks: readonly DeckResult[];
  /** What concerns no deck. */
  readonly problems: readonly Finding[];
  /** The absolute path of the report that was written. */
  readonly report?: string;
  readonly milliseconds: number;
}

/** An image that was written, of a slide that has findings. */
export interface WrittenImage {
  /** Absolute path. */
  readonly file: string;
  readonly slide: number;
  readonly bytes: number;
  /** In the order of their numbers in the image, from 1. */
  readonly findings: readonly Finding[];
}
