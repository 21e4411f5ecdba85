import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../decks/workspace.ts';
import type { Diagnostics } from '../features/diagnostics.ts';

/** A connection with an editor. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly workspace: Workspace;
  readonly diagnostics: Diagnostics;
}
