import type { Buffer } from '../text/file-buffer.ts';
import type { Notice } from './pane.ts';

/** What one can do where two have changed the same lines. */
export interface Resolutions {
  readonly seeBoth: (buffer: Buffer) => void;
  readonly takeTheirs: (buffer: Buffer) => void;
  readonly keepMine: (buffer: Buffer) => void;
}

/** Says that a file was changed by two, or is gone, and asks what to do. */
export function conflictNotice(buffer: Buffer, resolutions: Resolutions): Notice {
  const choice = (name: string, resolve: Resolutions['seeBoth']) =>
    [name, () => resolve(buffer)] as const;
  const { seeBoth, takeTheirs, keepMine } = resolutions;
  if (buffer.conflict?.version === 'none') {
    const text = `${buffer.file} is not there any more. Its text is still here.`;
    return { text, choices: [choice('Write it again', keepMine)] };
  }
  const { file, conflictLine } = buffer;
  return {
    text: `Somebody else has changed the same lines of ${file}, from line ${conflictLine} on. Nothing was overwritten.`,
    choices: [
      choice('See both', seeBoth),
      choice('Take theirs', takeTheirs),
      choice('Keep mine', keepMine),
    ],
  };
}

/** Explains two versions in one, as long as there is a place where nobody has chosen. */
export function comparisonNotice(hasChoices: boolean, done: () => void): Notice {
  if (!hasChoices) return { text: 'Chosen at each place.', choices: [['Done', done]] };
  const text = 'Red is theirs, green is yours. Choose at each place, then save.';
  return { text, choices: [['Keep mine for the rest', done]] };
}

export function problemNotice(text: string, read: () => void): Notice {
  return { text, choices: [['OK', read]] };
}

/** Asks what is to become of words that are not saved. */
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

/** What is said once all is in the files. */
export const saved = 'Saved';

/** What stands beside the name of the file: news, and what is not saved. */
export function describeState(
  news: string,
  dirty: readonly Buffer[],
  shown: Buffer | undefined,
  hasServer: boolean,
  errors: number,
): string {
  if (!hasServer) return 'No server: the text stays here until there is one again';
  const others = dirty.filter((buffer) => buffer !== shown).map(({ file }) => file);
  const parts = [
    news === saved && errors > 0 ? `${saved}, with ${countErrors(errors)}` : news,
    shown && dirty.includes(shown) ? 'Not saved' : '',
    others.length > 0 ? `Also not saved: ${others.join(', ')}` : '',
  ];
  return parts.filter(Boolean).join('. ');
}

function countErrors(errors: number): string {
  return errors === 1 ? '1 error' : `${errors} errors`;
}
