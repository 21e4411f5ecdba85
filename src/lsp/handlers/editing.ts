import {
  LSPErrorCodes,
  type Position,
  Range,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { plainText } from '../../base/files/plain-text.ts';
import { codeActions } from '../actions/code-actions.ts';
import { formatDeck } from '../actions/format.ts';
import { moveSlide } from '../actions/move-slide.ts';
import { slideAt } from '../decks/slides.ts';
import { findId, renameId } from '../features/ids.ts';
import { changedLines } from '../text/changed-lines.ts';
import { commands } from './initialize.ts';
import type { Session } from './session.ts';

/** Computes changes of texts. */
export function registerEditing(session: Session): void {
  const { connection, workspace, diagnostics } = session;
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const text = await workspace.read(textDocument.uri);
    if (!text) return null;
    const actions = codeActions(text, range, diagnostics.of(text.deck), workspace);
    const { only } = context;
    return only
      ? actions.filter(({ kind = '' }) => only.some((each) => kind.startsWith(each)))
      : actions;
  });
  connection.onPrepareRename(async ({ textDocument, position }) => {
    const text = await workspace.read(textDocument.uri);
    const id = text && findId(text, position);
    return id ? { range: id.range, placeholder: id.id } : null;
  });
  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const text = await workspace.read(textDocument.uri);
    const id = text && findId(text, position);
    if (!id) return null;
    if (!/^[\w-]+$/.test(newName)) {
      const message = `"${newName}" cannot be an id: use letters, digits, "-" and "_"`;
      return new ResponseError<void>(LSPErrorCodes.RequestFailed, message);
    }
    return renameId(id, newName, text, workspace);
  });
  connection.onDocumentFormatting(async ({ textDocument }) => {
    const text = await workspace.read(textDocument.uri);
    if (!text?.isMarkdown || text.contents.source.dialect !== 'lectern') return null;
    const formatted = formatDeck(plainText(text.document.getText()));
    return [changedLines(text.document, formatted) ?? []].flat();
  });
  connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
    if (command === 'lectern.slideHash') return hashAt(given, session);
    const edit = await moveBy(command, given, session);
    if (edit) await connection.workspace.applyEdit(edit);
    return null;
  });
}

async function moveBy(
  command: string,
  given: readonly unknown[],
  { workspace }: Session,
): Promise<WorkspaceEdit | undefined> {
  const [uri, position] = given;
  if (!commands.some((each) => each === command) || typeof uri !== 'string') return undefined;
  const text = await workspace.read(uri);
  if (!text || !isPosition(position)) return undefined;
  const edit = moveSlide(text, position.line, command.endsWith('Up') ? 'up' : 'down');
  return edit && { changes: { [uri]: [edit] } };
}

/** The hash by which a page shows the slide at a position: `#/2/1`. */
async function hashAt(given: readonly unknown[], { workspace }: Session): Promise<string | null> {
  const [uri, position] = given;
  const text = typeof uri === 'string' ? await workspace.read(uri) : undefined;
  if (!text || !isPosition(position)) return null;
  const slide = slideAt(text, position.line)?.slide;
  const { stacks } = text.contents.deck;
  const column = stacks.findIndex((stack) => stack.some((each) => each === slide));
  const row = stacks[column]?.findIndex((each) => each === slide) ?? 0;
  if (column < 0) return null;
  return row === 0 ? `#/${column + 1}` : `#/${column + 1}/${row + 1}`;
}

function isPosition(value: unknown): value is Position {
  return Range.is({ start: value, end: value });
}
