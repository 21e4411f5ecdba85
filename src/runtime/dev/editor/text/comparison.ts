import { getChunks, unifiedMergeView } from '@codemirror/merge';
import { createPaneButton } from '../pane/pane.ts';
import { comparison } from '../pane/setup.ts';
import type { FileBuffer } from './file-buffer.ts';

/** Shows the other version's changes between the lines, with a choice for each change. */
export function compareWith(buffer: FileBuffer, theirs: string): void {
  const view = unifiedMergeView({
    original: theirs,
    gutter: false,
    syntaxHighlightDeletions: false,
    mergeControls: (type, act) => createChoice(type === 'accept' ? 'Mine' : 'Theirs', act),
  });
  buffer.dispatch({ effects: comparison.reconfigure(view) });
}

/** Ends the comparison. */
export function endComparison(buffer: FileBuffer): void {
  if (isComparing(buffer)) buffer.dispatch({ effects: comparison.reconfigure([]) });
}

export function isComparing(buffer: FileBuffer): boolean {
  const view = comparison.get(buffer.state);
  return Array.isArray(view) && view.length > 0;
}

/** Whether there are unresolved changes. */
export function hasOpenChoices(buffer: FileBuffer): boolean {
  return (getChunks(buffer.state)?.chunks.length ?? 0) > 0;
}

function createChoice(name: string, act: (event: MouseEvent) => void): HTMLButtonElement {
  const button = createPaneButton(name, () => {}, 'choice');
  button.addEventListener('click', act);
  return button;
}
