import {
  type CodeAction,
  CodeActionKind,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { suggestionIn } from '../../base/diagnostics/suggest.ts';
import { locateFix } from '../../check/fix/located-fix.ts';
import type { Span } from '../../model/source.ts';
import type { DeckText, Workspace } from '../decks/workspace.ts';
import type { PlacedDiagnostic } from '../features/diagnostics.ts';
import { rangeOf } from '../text/positions.ts';
import { tableActions } from './table-actions.ts';

/** The kind of the action that makes all corrections of a file. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.lectern`;

/** What can be done about the text in a range. */
export function codeActions(
  text: DeckText,
  range: Range,
  found: readonly PlacedDiagnostic[],
  workspace: Workspace,
): CodeAction[] {
  const own = found.filter(({ file }) => file === text.file);
  const fixes = own.flatMap((each) => {
    const { span } = each.diagnostic;
    return span && overlaps(rangeOf(span), range) ? fixOf(each, span, text, workspace) : [];
  });
  return [...fixes, ...fixAll(own, text, workspace), ...tableActions(text, range, workspace)];
}

function overlaps(a: Range, b: Range): boolean {
  return a.start.line <= b.end.line && b.start.line <= a.end.line;
}

/** What `lectern check --fix` does about a diagnostic, or else what its hint suggests. */
function fixOf(
  placed: PlacedDiagnostic,
  span: Span,
  text: DeckText,
  workspace: Workspace,
): CodeAction[] {
  const { message, code, hint } = placed.diagnostic;
  const shown = { range: rangeOf(span), message, code, source: 'lectern' };
  const action = (
    title: string,
    changes: Record<string, TextEdit[]>,
    isPreferred: boolean,
  ): CodeAction => {
    const kind = CodeActionKind.QuickFix;
    return { title, kind, diagnostics: [shown], isPreferred, edit: { changes } };
  };
  const edits = certainEdits(placed, text, workspace);
  if (edits) {
    const [first] = Object.values(edits).flat();
    return [
      action(first?.newText ? `Change to "${first.newText.trim()}"` : 'Remove it', edits, true),
    ];
  }
  const name = hint === undefined ? undefined : suggestionIn(hint);
  const range = name && suggestedRange(span, name, message, text);
  if (!name || !range) return [];
  return [action(`Change to "${name}"`, { [text.uri]: [{ range, newText: name }] }, false)];
}

function certainEdits(
  { diagnostic }: PlacedDiagnostic,
  { deck }: DeckText,
  workspace: Workspace,
): Record<string, TextEdit[]> | undefined {
  const located =
    diagnostic.fix &&
    locateFix(diagnostic.fix, (file) => deck.textOf(deck.pathOf({ file })).text.split('\n'));
  if (!located || located.length === 0) return undefined;
  const changes: Record<string, TextEdit[]> = {};
  for (const { span, text: newText } of located) {
    const uri = workspace.uriOf(deck.pathOf(span));
    changes[uri] = [...(changes[uri] ?? []), { range: rangeOf(span), newText }];
  }
  return changes;
}

/** The place of the wrong word: the whole span, or the word in it that the message quotes. */
function suggestedRange(
  span: Span,
  name: string,
  message: string,
  { scanned }: DeckText,
): Range | undefined {
  const line = scanned.lines[span.line - 1] ?? '';
  const written = line.slice(span.column - 1, span.column - 1 + span.length);
  const quoted = [...message.matchAll(/"([^"]+)"/g)].map(([, word = '']) => word);
  const wrong = quoted.find((word) => written.includes(word) && word !== name);
  if (wrong === undefined) return undefined;
  const column = span.column + written.indexOf(wrong);
  const lead = name.startsWith('#') && !wrong.startsWith('#') ? 1 : 0;
  return rangeOf({ ...span, column: column - lead, length: wrong.length + lead });
}

/** All corrections that are certain, of the whole file. */
function fixAll(
  own: readonly PlacedDiagnostic[],
  text: DeckText,
  workspace: Workspace,
): CodeAction[] {
  const edits: TextEdit[] = [];
  for (const placed of own) {
    const more = certainEdits(placed, text, workspace)?.[text.uri] ?? [];
    if (!more.some(({ range }) => edits.some((edit) => touches(edit.range, range))))
      edits.push(...more);
  }
  if (edits.length === 0) return [];
  return [
    {
      title: 'Correct what is certain',
      kind: fixAllKind,
      edit: { changes: { [text.uri]: edits } },
    },
  ];
}

function touches(a: Range, b: Range): boolean {
  const isBelow = (one: Range, other: Range): boolean =>
    one.start.line > other.end.line ||
    (one.start.line === other.end.line && one.start.character >= other.end.character);
  return !isBelow(a, b) && !isBelow(b, a);
}
