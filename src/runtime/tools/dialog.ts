import { createButton, createElement } from '../element.ts';
import { captureKeys, type KeyBinding } from '../navigation/keyboard.ts';
import { inWords, words } from '../words.ts';

/** A modal dialog above the deck, closed by `Esc`, its button, or a click outside. */
export interface Dialog {
  readonly dialog: HTMLDialogElement;
  readonly close: () => void;
}

/** The content and the keys of a dialog. */
interface DialogContent {
  /** Also its CSS class: `help`. */
  readonly name: string;
  readonly title: string;
  readonly content: readonly Node[];
  readonly keys: readonly KeyBinding[];
  readonly onClose?: () => void;
}

export function openDialog({ name, title, content, keys, onClose }: DialogContent): Dialog {
  const dialog = inWords(createElement('dialog', `dialog ${name}`));
  dialog.ariaLabel = title;
  const close = (): void => {
    if (!dialog.isConnected) return;
    releaseKeys();
    dialog.close();
    dialog.remove();
    onClose?.();
  };
  const head = createElement(
    'header',
    '',
    createElement('h2', '', title),
    createButton('close', close, words().close),
  );
  dialog.append(createElement('div', 'dialog-body', head, ...content));
  const releaseKeys = captureKeys([...keys, { keys: ['Escape'], press: close }]);
  // The back gesture of phones.
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
