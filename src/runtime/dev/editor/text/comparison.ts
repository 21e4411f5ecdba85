import { getChunks, unifiedMergeView } from '@codemirror/merge';
import { makeButton } from '../pane/pane.ts';
import { comparison } from '../pane/setup.ts';
import type { Buffer } from './file-buffer.ts';

/** Shows what another program wrote between the author's lines, with a choice at each place. */
export function compareWith(buffer: Buffer, theirs: string): void {
  const view = unifiedMergeView({
    original: theirs,
    gutter: false,
    syntaxHighlightDeletions: false,
    mergeControls: (type, act) => makeChoice(type === 'accept' ? 'Mine' : 'Theirs', act),
  });
  buffer.dispatch({ effects: comparison.reconfigure(view) });
}

/** Shows the author's text alone again. */
export function endComparison(buffer: Buffer): void {
  if (isComparing(buffer)) buffer.dispatch({ effects: comparison.reconfigure([]) });
}

export function isComparing(buffer: Buffer): boolean {
  const view = comparison.get(buffer.state);
  return Array.isArray(view) && view.length > 0;
}

/** Whether there is a place where nobody has chosen yet. */
export function hasChoices(buffer: Buffer): boolean {
  return (getChunks(buffer.state)?.chunks.length ?? 0) > 0;
}

function makeChoice(name: string, act: (event: MouseEvent) => void): HTMLButtonElement {
  const button = makeButton(name, () => {}, 'choice');
  button.addEventListener('click', act);
  return button;
}
