import type { OpenDeck } from '../decks/open-deck.ts';
import type { OpenText } from '../decks/workspace.ts';
import type { ScannedText } from '../text/scan.ts';

/** What a completion is computed from. */
export interface CompletionContext {
  readonly text: OpenText;
  readonly scanned: ScannedText;
  /** With the contents that were read last. */
  readonly deck: OpenDeck;
  /** The project folder. */
  readonly root: string;
  /** The folder of the text, from which paths start. */
  readonly folder: string;
  readonly line: number;
  /** The line up to the place. */
  readonly before: string;
}
