import type { Span } from '../../model/source.ts';

/** What a page and the server of `lectern dev` tell each other: JSON, over a WebSocket. */

/** A slide of the new deck: the place it had among all slides of the page, or its HTML. */
export type SlideRef =
  | number
  | {
      /** Without the pictures that the replaced slide has as well; see `kept-pictures.ts`. */
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
  /** The sentence, the hint and the place by themselves. */
  readonly message: string;
  readonly hint?: string;
  readonly span?: Span;
}

export type ServerMessage =
  | Patch
  | Reload
  | { readonly type: 'faults'; readonly faults: readonly Fault[] }
  /** The entries of the list of all decks, each an element. */
  | { readonly type: 'decks'; readonly entries: readonly string[] }
  | StageMessage
  | RemoteMessage
  | EditorMessage;

/** What only pages are told whose own editor is open. */
export type EditorMessage = FileText | Saved | Refused | Built;

/** What a file holds now. */
export interface FileText {
  readonly type: 'text';
  /** As places name it. */
  readonly file: string;
  /** Line ends as LF, no byte-order mark. */
  readonly text: string;
  /** Names what the file holds, byte for byte. `none`: there is no file any more. */
  readonly version: string;
  /** Whether it comes in answer to a save, which it has stopped: it began from another version. */
  readonly isConflict?: boolean;
}

export interface Saved {
  readonly type: 'saved';
  readonly file: string;
  readonly version: string;
}

/** Why a file was not opened or not saved. */
export interface Refused {
  readonly type: 'refused';
  readonly file: string;
  readonly reason: string;
}

/** A build is over; what the deck is now, and its faults, were told before. */
export interface Built {
  readonly type: 'built';
  /** The text that it was made of, of each file that is open: a draft's id, or a version. */
  readonly texts: readonly (readonly [file: string, text: string])[];
  /** Where each slide of the deck that is shown begins; absent where that is still an older one. */
  readonly places?: readonly Place[];
}

export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

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

/** What the page's own editor asks for. */
export type EditRequest =
  /** To be told what a file holds, now and whenever that changes; the file by its name, or by a slide's place from 0. */
  | { readonly type: 'edit'; readonly token: string; readonly of: string | number }
  /** To show the deck with this text in the file's stead; without a text, with the file as it is. */
  | {
      readonly type: 'draft';
      readonly token: string;
      readonly file: string;
      readonly id: string;
      readonly text?: string;
    }
  /** To write this text, if the file still is of that version. */
  | {
      readonly type: 'save';
      readonly token: string;
      readonly file: string;
      readonly text: string;
      readonly version: string;
    }
  /** The editor was closed: drafts are over. */
  | { readonly type: 'close'; readonly token: string };

/** What became of a picture that was sent to be put beside a Markdown file. */
export type Uploaded =
  | {
      /** Its path, as the file names it. */
      readonly path: string;
    }
  | { readonly reason: string };

export type PageMessage = Hello | OpenEditor | EditRequest | LeadMessage;

/** What a stage shows: a page in which the deck is presented. */
export interface StageState {
  /** From 0. */
  readonly slide: number;
  /** How many of its steps were taken. */
  readonly step: number;
  /** Whether the audience sees a black screen instead, or a white one. */
  readonly isDark: boolean;
  readonly clock: StageClock;
}

/** The time of the talk, as the stage's speaker view has it. */
export interface StageClock {
  readonly hasBegun: boolean;
  readonly runs: boolean;
  /** The seconds on each slide so far. */
  readonly spent: readonly number[];
}

/** Lets the time go, halts it, or sets it to 0. */
type TimeAct = 'start' | 'pause' | 'reset';

/** Something that a remote lets the stage do. */
export type StageAct =
  | { readonly do: 'next' | 'previous' | 'cover' | 'uncover' }
  /** To the time of the talk, as the buttons of the speaker view do. */
  | { readonly do: TimeAct }
  /** Goes to a slide, from 0. */
  | { readonly do: 'go'; readonly slide: number };

/** A stage tells of itself, whenever it shows something else, and in answer to each act. */
export interface StageReport {
  readonly type: 'stage';
  readonly token: string;
  /** When somebody last used the page, in milliseconds since the epoch: of several stages, the one used last is led. */
  readonly used: number;
  /** Absent while the deck is read there as one page. */
  readonly state?: StageState;
}

/** A remote wants to know what the stage shows. */
interface RemoteJoin {
  readonly type: 'remote';
  readonly token: string;
}

/** A press on a remote. */
export interface RemotePress {
  readonly type: 'press';
  readonly token: string;
  /** The last beat that the remote has heard: a press that was held up on its way does nothing any more. */
  readonly beat: number;
  readonly act: StageAct;
}

export type LeadMessage = StageReport | RemoteJoin | RemotePress;

/** To the stage that is led. */
interface StageMessage {
  readonly type: 'act';
  readonly act: StageAct;
}

export type RemoteMessage =
  | {
      readonly type: 'scene';
      /** How many pages present the deck. */
      readonly stages: number;
      /** What the one shows that is led, and how long ago it said so, in milliseconds. */
      readonly state?: StageState;
      readonly age: number;
    }
  /** Comes once a second: whoever hears none has lost the server. */
  | { readonly type: 'beat'; readonly beat: number }
  /** A press came too late, and was left out. */
  | { readonly type: 'late' };

/** What a served page knows of its server: JSON in an element of its own. */
export interface PageSettings {
  readonly deck: string;
  readonly version: string;
  /** Lets a page ask for what its user may do. */
  readonly token: string;
  /** Whether that is to change files and open editors, too. */
  readonly mayWrite: boolean;
  /** Whether the slide that is shown stays when another one is edited. */
  readonly stay: boolean;
}
