import type { FileBuffer } from '../text/file-buffer.ts';
import type { Notice } from './pane.ts';

/** The ways to resolve a conflict. */
export interface Resolutions {
  readonly compare: (buffer: FileBuffer) => void;
  readonly useTheirs: (buffer: FileBuffer) => void;
  readonly keepMine: (buffer: FileBuffer) => void;
}

/** Asks how to resolve a conflict: the file was changed elsewhere too, or deleted. */
export function conflictNotice(buffer: FileBuffer, resolutions: Resolutions): Notice {
  const choice = (name: string, resolve: Resolutions['compare']) =>
    [name, () => resolve(buffer)] as const;
  const { compare, useTheirs, keepMine } = resolutions;
  if (buffer.conflict?.version === 'none') {
    const text = `${buffer.file} was deleted. Its text is still here.`;
    return { text, choices: [choice('Create it again', keepMine)] };
  }
  const { file, conflictLine } = buffer;
  return {
    text: `The same lines of ${file} were changed elsewhere, starting at line ${conflictLine}. Nothing was overwritten.`,
    choices: [
      choice('Compare', compare),
      choice('Use theirs', useTheirs),
      choice('Keep mine', keepMine),
    ],
  };
}

/** Explains the comparison of two versions, until all changes are resolved. */
export function comparisonNotice(hasChoices: boolean, done: () => void): Notice {
  if (!hasChoices) return { text: 'All changes are resolved.', choices: [['Done', done]] };
  const text = 'Red lines are theirs, green lines are yours. Choose for each change, then save.';
  return { text, choices: [['Keep mine for the rest', done]] };
}

export function problemNotice(text: string, read: () => void): Notice {
  return { text, choices: [['OK', read]] };
}

/** Asks what to do with unsaved changes. */
export function closingNotice(
  files: readonly string[],
  { save, discard, stay }: { readonly [name in 'save' | 'discard' | 'stay']: () => void },
): Notice {
  return {
    text: `Not saved: ${files.join(', ')}`,
    isQuestion: true,
    choices: [
      ['Save', save],
      ['Discard', discard],
      ['Keep editing', stay],
    ],
  };
}

/** The status after everything was saved. */
export const savedText = 'Saved';

const notKept = 'The browser has no room to keep the text if this tab is closed';

/** The status next to the file name: the last event and unsaved files. */
export function describeState(
  news: string,
  dirty: readonly FileBuffer[],
  shown: FileBuffer | undefined,
  { hasServer, areDraftsKept }: { readonly hasServer: boolean; readonly areDraftsKept: boolean },
  errors: number,
): string {
  const warning = areDraftsKept ? '' : notKept;
  if (!hasServer) return `No connection to the server. ${warning || 'The text is kept here.'}`;
  const others = dirty.filter((buffer) => buffer !== shown).map(({ file }) => file);
  const parts = [
    news === savedText && errors > 0 ? `${savedText}, with ${countErrors(errors)}` : news,
    shown && dirty.includes(shown) ? 'Not saved' : '',
    others.length > 0 ? `Also not saved: ${others.join(', ')}` : '',
    warning,
  ];
  return parts.filter(Boolean).join('. ');
}

function countErrors(errors: number): string {
  return errors === 1 ? '1 error' : `${errors} errors`;
}
