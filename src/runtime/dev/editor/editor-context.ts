import type { RevealApi } from 'reveal.js';
import type { PageSettings } from '../../../dev/protocol/messages.ts';
import type { Connection } from '../connection.ts';

/** What the page provides to the editor. */
export interface EditorContext {
  readonly settings: PageSettings;
  /** Absent if the deck could not be read yet. */
  readonly deck: RevealApi | undefined;
  readonly connection: Connection;
  readonly onClose: () => void;
}
