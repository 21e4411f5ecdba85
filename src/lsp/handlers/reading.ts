import path from 'node:path';
import type { CompletionItem } from 'vscode-languageserver';
import { completionsAt } from '../complete/completions.ts';
import { definitionsAt, documentLinks } from '../features/file-references.ts';
import { foldingRanges, selectionRanges } from '../features/folding.ts';
import { hoverAt } from '../features/hover.ts';
import { findId, idDefinitions, idReferences } from '../features/ids.ts';
import { documentSymbols, workspaceSymbols } from '../features/symbols.ts';
import type { Session } from './session.ts';

/** Answers questions about texts. */
export function registerReading({ connection, workspace }: Session): void {
  connection.onCompletion(async ({ textDocument, position }, token): Promise<CompletionItem[]> => {
    const text = workspace.text(textDocument.uri);
    if (!text?.isMarkdown || workspace.isTooLong(text)) return [];
    const deck = await workspace.deckOf(text);
    if (!deck || token.isCancellationRequested) return [];
    // What was read last is good enough for names, and there at once.
    if (!deck.last) await workspace.contentsOf(deck);
    const root = workspace.rootOf(text.file);
    const folder = path.dirname(text.file);
    return [...(await completionsAt(text, workspace.scan(text), deck, root, folder, position))];
  });
  connection.onHover(async ({ textDocument, position }) => {
    const text = await workspace.read(textDocument.uri);
    return (text && hoverAt(text, position)) ?? null;
  });
  connection.onDefinition(async ({ textDocument, position }) => {
    const text = await workspace.read(textDocument.uri);
    if (!text) return null;
    const id = findId(text, position);
    if (id) return idDefinitions(id, text, workspace);
    return definitionsAt(text, text.scanned, position, workspace);
  });
  connection.onReferences(async ({ textDocument, position, context }) => {
    const text = await workspace.read(textDocument.uri);
    const id = text && findId(text, position);
    return id ? idReferences(id, text, workspace, context.includeDeclaration) : null;
  });
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const text = await workspace.read(textDocument.uri);
    return text?.isMarkdown ? documentSymbols(text) : null;
  });
  connection.onWorkspaceSymbol(({ query }) => workspaceSymbols(query, workspace));
  connection.onFoldingRanges(async ({ textDocument }) => {
    const text = await workspace.read(textDocument.uri);
    return text?.isMarkdown ? foldingRanges(text) : null;
  });
  connection.onSelectionRanges(async ({ textDocument, positions }) => {
    const text = await workspace.read(textDocument.uri);
    return text ? positions.map((position) => selectionRanges(text, position)) : null;
  });
  connection.onDocumentLinks(async ({ textDocument }) => {
    const text = await workspace.read(textDocument.uri);
    return text?.isMarkdown ? documentLinks(text, text.scanned) : null;
  });
}
