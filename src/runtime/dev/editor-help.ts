import { hasSingleKeys } from '../navigation/keyboard.ts';

/** The actions of the editor and their keys. */
const shortcuts = (): readonly (readonly [name: string, keys: string])[] => [
  ['Edit slide', hasSingleKeys() ? key('E') : ['Alt', 'Shift', 'E'].map(key).join(' + ')],
  ['Save', `${key('Ctrl')} + ${key('S')}`],
  ['Open line in your editor', `${key('Alt')} + click`],
  ['Add image', 'drop or paste'],
];

/**
 * Lists the editor's keys first in the help. The help is part of every deck, the editor is not: they are
 * added when the help opens.
 */
export function addEditorShortcuts(): void {
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof HTMLElement) addShortcuts(node);
    }
  }).observe(document.body, { childList: true });
}

function addShortcuts(dialog: HTMLElement): void {
  const section = document.createElement('section');
  section.lang = 'en';
  section.dir = 'ltr';
  const list = (): void => {
    const lines = shortcuts().map(
      ([name, keys]) => `<div><dt>${name}</dt><dd><span class="keys">${keys}</span></dd></div>`,
    );
    section.innerHTML = `<h3>Editing</h3><dl>${lines.join('')}</dl>`;
  };
  list();
  dialog.querySelector('.help-keys')?.prepend(section);
  // One of the switches in the help changes keys.
  dialog.addEventListener('change', list);
}

function key(name: string): string {
  return `<kbd>${name}</kbd>`;
}
