import { inEnglish, make, makeButton } from '../element.ts';
import { holdKeys, type KeyAction } from '../navigation/keyboard.ts';

/** What lies over the deck until it is closed: by `Esc`, by its button, by a click beside it. */
export interface Sheet {
  readonly dialog: HTMLDialogElement;
  readonly close: () => void;
}

/** What stands on a sheet, and what its keys do. */
export interface SheetContent {
  /** A class, too: `help`. */
  readonly name: string;
  readonly title: string;
  readonly content: readonly Node[];
  readonly keys: readonly KeyAction[];
  readonly whenClosed?: () => void;
}

export function openSheet({ name, title, content, keys, whenClosed }: SheetContent): Sheet {
  const dialog = inEnglish(make('dialog', `sheet ${name}`));
  dialog.ariaLabel = title;
  const close = (): void => {
    if (!dialog.isConnected) return;
    releaseKeys();
    dialog.close();
    dialog.remove();
    whenClosed?.();
  };
  const head = make('header', '', make('h2', '', title), makeButton('close', close, 'Close'));
  dialog.append(make('div', 'sheet-page', head, ...content));
  const releaseKeys = holdKeys([...keys, { keys: ['Escape'], press: close }]);
  // What phones close a dialog with.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, close };
}
