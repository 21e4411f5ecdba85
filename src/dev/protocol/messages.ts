import type { Box, PageFinding } from '../../model/check.ts';
import type { Span } from '../../model/source.ts';

/** The messages between a page and the server of `lectern dev`: JSON over a WebSocket. */

/** A slide of the new version: its index among the page's slides, or its HTML. */
export type SlideRef =
  | number
  | {
      /** Without the images that the replaced slide contains too; see `kept-images.ts`. */
      readonly html: string;
      /** The index of the slide that it replaces. */
      readonly replaces?: number;
    };

/** Updates the deck in a page to the next version. */
export interface Patch {
  readonly type: 'patch';
  readonly from: string;
  readonly to: string;
  readonly title: string;
  /** The columns from left to right, each with its slides from top to bottom. */
  readonly columns: readonly (readonly SlideRef[])[];
  /** The page's style sheet, if it changed. */
  readonly style?: string;
  /** The style sheet with the images that are used more than once, if it changed. */
  readonly images?: string;
  /** The index of the first slide whose content changed. */
  readonly edited?: number;
}

/** Reloads the page: the change cannot be patched. */
export interface Reload {
  readonly type: 'reload';
  /** As in a patch. */
  readonly edited?: number;
}

export interface PageDiagnostic {
  readonly severity: 'error' | 'warning';
  /** Absent if the page itself says it. */
  readonly code?: string;
  /** As printed in the terminal: location, message, the line with a caret, hint. */
  readonly text: string;
  /** The index of the affected slide. */
  readonly slide?: number;
  readonly message: string;
  readonly hint?: string;
  readonly span?: Span;
  /** Present if a check has found it: the place on the slide, or `null` for all of it. */
  readonly box?: Box | null;
}

export interface DiagnosticsMessage {
  readonly type: 'diagnostics';
  readonly diagnostics: readonly PageDiagnostic[];
  /** Whether the page shows an older version, as the last one has errors. */
  readonly isOutdated: boolean;
}

export type ServerMessage =
  | Patch
  | Reload
  | DiagnosticsMessage
  /** The entries of the list of decks, as HTML. */
  | { readonly type: 'decks'; readonly entries: readonly string[] }
  | ActionMessage
  | RemoteMessage
  | EditorMessage;

/** Sent only to pages whose editor is open. */
export type EditorMessage = FileText | Saved | Refused | Built;

/** The current content of a file. */
export interface FileText {
  readonly type: 'text';
  /** As in {@link FileLine}. */
  readonly file: string;
  /** Line ends as LF, no byte-order mark. */
  readonly text: string;
  /** Identifies the file's bytes. `none`: the file was deleted. */
  readonly version: string;
  /** Whether a save was rejected because it was based on another version. */
  readonly isConflict?: boolean;
}

export interface Saved {
  readonly type: 'saved';
  readonly file: string;
  readonly version: string;
}

/** A file could not be opened or saved. */
export interface Refused {
  readonly type: 'refused';
  readonly file: string;
  readonly reason: string;
}

/** A build has finished. Its patch and its diagnostics were sent before. */
export interface Built {
  readonly type: 'built';
  /** The text of each open file that was built: a draft's id or a version. */
  readonly texts: readonly (readonly [file: string, text: string])[];
  /** The first line of each slide; absent if the page still shows an older version. */
  readonly slideLines?: readonly FileLine[];
}

export interface FileLine {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** The first message of a page: the deck and the version that it shows. */
export interface Hello {
  readonly type: 'hello';
  /** The name of the deck; empty for the list of decks. */
  readonly deck: string;
  readonly version: string;
}

/** Opens the external editor at the line of the clicked element. */
export interface OpenEditor {
  readonly type: 'open';
  readonly token: string;
  /** From 0. */
  readonly slide: number;
  /** The text of the element. */
  readonly text: string;
}

/** Requests of the editor in the page. */
export type EditRequest =
  /** Subscribes to the content of a file, given by its name or by the index of a slide. */
  | { readonly type: 'edit'; readonly token: string; readonly of: string | number }
  /** Builds the deck with this text instead of the file's; without `text`, with the file. */
  | {
      readonly type: 'draft';
      readonly token: string;
      readonly file: string;
      readonly id: string;
      readonly text?: string;
    }
  /** Writes this text if the file still has that version. */
  | {
      readonly type: 'save';
      readonly token: string;
      readonly file: string;
      readonly text: string;
      readonly version: string;
    }
  /** The editor was closed: discards its drafts. */
  | { readonly type: 'close'; readonly token: string };

/** The result of uploading an image next to a Markdown file. */
export type UploadResult =
  | {
      /** Its path relative to the Markdown file. */
      readonly path: string;
    }
  | { readonly reason: string };

/** What the page has found when it checked slides. */
export interface FindingsMessage {
  readonly type: 'findings';
  readonly token: string;
  /** Of the deck that it shows. */
  readonly version: string;
  readonly findings: readonly PageFinding[];
}

export type PageMessage = Hello | OpenEditor | EditRequest | FindingsMessage | ControlMessage;

/** What a presenter window shows: a page in which the deck is presented. */
export interface PresenterState {
  /** From 0. */
  readonly slide: number;
  /** The number of steps already shown. */
  readonly step: number;
  /** Whether the screen is black or white. */
  readonly isBlank: boolean;
  readonly timer: TimerState;
}

/** The timer of the presenter window's speaker view. */
export interface TimerState {
  readonly hasStarted: boolean;
  readonly isRunning: boolean;
  /** The seconds spent on each slide so far. */
  readonly slideSeconds: readonly number[];
}

/** Starts, pauses or resets the timer. */
type TimerAction = 'start' | 'pause' | 'reset';

/** An action that a remote requests from the presenter window. */
export type RemoteAction =
  | { readonly type: 'next' | 'previous' | 'blank' | 'unblank' }
  | { readonly type: TimerAction }
  /** Goes to the slide with this index. */
  | { readonly type: 'go'; readonly slide: number };

/** Sent by a presenter window on every change, and in response to each action. */
export interface PresenterReport {
  readonly type: 'presenter';
  readonly token: string;
  /**
   * When the page was last used, in milliseconds since the epoch. Remotes control the window used
   * last.
   */
  readonly usedAt: number;
  /** Absent while the page shows the reading view. */
  readonly state?: PresenterState;
}

/** A remote subscribes to what the presenter window shows. */
interface RemoteJoin {
  readonly type: 'remote';
  readonly token: string;
}

/** A button was pressed on a remote. */
export interface RemoteCommand {
  readonly type: 'control';
  readonly token: string;
  /** The last heartbeat that the remote received: delayed commands are dropped. */
  readonly heartbeat: number;
  readonly action: RemoteAction;
}

export type ControlMessage = PresenterReport | RemoteJoin | RemoteCommand;

/** Sent to the presenter window that is controlled. */
interface ActionMessage {
  readonly type: 'action';
  readonly action: RemoteAction;
}

export type RemoteMessage =
  | {
      readonly type: 'presentation';
      /** The number of pages that present the deck. */
      readonly presenters: number;
      /** What the controlled one shows, and the age of that report in milliseconds. */
      readonly state?: PresenterState;
      readonly age: number;
    }
  /** Sent once a second, so that a lost connection is noticed. */
  | { readonly type: 'heartbeat'; readonly heartbeat: number }
  /** A command was delayed and dropped. */
  | { readonly type: 'late' };

/** The settings of a served page: JSON in an element of the page. */
export interface PageSettings {
  readonly deck: string;
  /** Identifies the file of the deck in the browser's storage; empty where it cannot be edited. */
  readonly deckId: string;
  readonly version: string;
  /** The first part of the paths of its requests. */
  readonly base: string;
  /** Authorizes the page's requests. */
  readonly token: string;
  /** Whether it authorizes changing files and opening the external editor. */
  readonly mayWrite: boolean;
  /** Whether the page stays on its slide when another one is edited. */
  readonly stay: boolean;
  /** Whether the page checks its slides. */
  readonly checks: boolean;
  /** The path of the WebSocket. */
  readonly live: string;
  /** The path of the page with the deck's own scripts, if there is one. */
  readonly withScripts?: string;
}
