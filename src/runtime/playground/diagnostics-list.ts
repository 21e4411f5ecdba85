import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { PlaygroundDiagnostic } from '../../model/playground.ts';

/** Shows diagnostics below the text, as buttons that lead to their places, and in the text. */
export function showDiagnostics(
  list: HTMLElement,
  diagnostics: readonly PlaygroundDiagnostic[],
  deck: string,
  view: EditorView,
): void {
  const { doc } = view.state;
  const items = diagnostics.map((diagnostic) => {
    const item = document.createElement('li');
    item.className = diagnostic.severity;
    item.append(describe(diagnostic, deck, view));
    if (diagnostic.hint) {
      const hint = document.createElement('p');
      hint.textContent = diagnostic.hint;
      item.append(hint);
    }
    return item;
  });
  list.replaceChildren(...items);
  const marks = diagnostics.flatMap((diagnostic) => markOf(diagnostic, deck, doc));
  view.dispatch(setDiagnostics(view.state, marks));
}

function describe(
  { severity, message, span }: PlaygroundDiagnostic,
  deck: string,
  view: EditorView,
): HTMLElement {
  if (!span || span.file !== deck) {
    const text = document.createElement('span');
    text.textContent = `${span ? `${span.file}:${span.line}: ` : ''}${severity}: ${message}`;
    return text;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = `${span.line}:${span.column} ${severity}: ${message}`;
  button.addEventListener('click', () => {
    const { doc } = view.state;
    const { from, to } = doc.line(Math.min(span.line, doc.lines));
    const anchor = Math.min(from + span.column - 1, to);
    view.dispatch({ selection: { anchor }, scrollIntoView: true });
    view.focus();
  });
  return button;
}

function markOf(
  { severity, message, hint, span }: PlaygroundDiagnostic,
  deck: string,
  doc: Text,
): readonly Diagnostic[] {
  if (span?.file !== deck || span.line > doc.lines) return [];
  const line = doc.line(span.line);
  const from = Math.min(line.from + span.column - 1, line.to);
  const to = Math.min(from + span.length, line.to);
  const shown = severity === 'note' ? 'info' : severity;
  return [{ from, to, severity: shown, message: hint ? `${message}\n${hint}` : message }];
}
