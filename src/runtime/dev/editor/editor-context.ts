import type { RevealApi } from 'reveal.js';
import type { PageSettings } from '../../../dev/protocol/messages.ts';
import type { Connection } from '../connection.ts';

/** What the page lends the editor. */
export interface Stage {
  readonly settings: PageSettings;
  /** Absent as long as the deck had no version without errors. */
  readonly deck: RevealApi | undefined;
  readonly connection: Connection;
  readonly whenClosed: () => void;
}
