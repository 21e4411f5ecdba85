/** What a page and the server of `lectern dev` tell each other: JSON, over a WebSocket. */

/** A slide of the new deck: the place it had among all slides of the page, or its HTML. */
export type SlideRef =
  | number
  | {
      readonly html: string;
      /** The place of the slide in whose stead it stands. */
      readonly replaces?: number;
    };

/** Makes the deck in a page that of the next version. */
export interface Patch {
  readonly type: 'patch';
  readonly from: string;
  readonly to: string;
  readonly title: string;
  /** Slides beside each other; those of a stack in one list. */
  readonly columns: readonly (readonly SlideRef[])[];
  /** The page's style sheet, where it is another one. */
  readonly style?: string;
  /** The first slide that says something else, from 0. */
  readonly edited?: number;
}

/** Where only a page that is loaded anew can be right. */
export interface Reload {
  readonly type: 'reload';
  /** As in a patch. */
  readonly edited?: number;
}

export interface Fault {
  readonly severity: 'error' | 'warning';
  /** As the terminal shows it: place, sentence, the line with a caret, a hint. */
  readonly text: string;
  /** The slide that it is about, from 0. */
  readonly slide?: number;
}

export type ServerMessage =
  | Patch
  | Reload
  | { readonly type: 'faults'; readonly faults: readonly Fault[] }
  /** The entries of the list of all decks, each an element. */
  | { readonly type: 'decks'; readonly entries: readonly string[] };

/** The first message of a page: which deck it shows, and which version of that. */
export interface Hello {
  readonly type: 'hello';
  /** The name of a deck, or nothing for the list of all decks. */
  readonly deck: string;
  readonly version: string;
}

/** Asks for an editor at the line of what was clicked on. */
export interface OpenEditor {
  readonly type: 'open';
  readonly token: string;
  /** From 0. */
  readonly slide: number;
  /** What the element says. */
  readonly text: string;
}

export type PageMessage = Hello | OpenEditor;

/** What a served page knows of its server: JSON in an element of its own. */
export interface PageSettings {
  readonly deck: string;
  readonly version: string;
  /** Lets a page ask for what only its user may do. */
  readonly token: string;
  /** Whether the slide that is shown stays when another one is edited. */
  readonly stay: boolean;
}
