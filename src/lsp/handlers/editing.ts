import {
  LSPErrorCodes,
  type Position,
  Range,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { plainText } from '../../base/files/plain-text.ts';
import { codeActions } from '../actions/code-actions.ts';
import { formatDeck } from '../actions/format.ts';
import { moveSlide } from '../actions/move-slide.ts';
import { slideAt } from '../decks/slides.ts';
import { findId, renameId } from '../features/ids.ts';
import { withLineEndsOf } from '../text/line-ends.ts';
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
    return text?.isMarkdown && text.contents.source.dialect === 'lectern'
      ? formatEdits(text.document)
      : null;
  });
  connection.onExecuteCommand(async ({ command, arguments: given = [] }) => {
    if (command === 'lectern.slideHash') return hashAt(given, session);
    const edit = await moveBy(command, given, session);
    if (edit) await connection.workspace.applyEdit(edit);
    return null;
  });
}

/** One edit, of the lines that differ. */
function formatEdits(document: TextDocument): TextEdit[] {
  const before = plainText(document.getText());
  const after = formatDeck(before);
  if (after === before) return [];
  const [old, now] = [before.split('\n'), after.split('\n')];
  let first = 0;
  while (first < Math.min(old.length, now.length) - 1 && old[first] === now[first]) first++;
  let same = 0;
  const room = Math.min(old.length, now.length) - first - 1;
  while (same < room && old.at(-1 - same) === now.at(-1 - same)) same++;
  const last = old.length - 1 - same;
  const newText = withLineEndsOf(document, now.slice(first, now.length - same).join('\n'));
  const start = { line: first, character: 0 };
  const end = { line: last, character: (old[last] ?? '').length };
  return [{ range: { start, end }, newText }];
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
