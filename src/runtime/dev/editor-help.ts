/** What one can do to write, and the keys for it. */
const ways: readonly (readonly [name: string, keys: string])[] = [
  ['Markdown of the slide', key('E')],
  ['Save', `${key('Ctrl')} + ${key('S')}`],
  ['This line in your editor', `${key('Alt')} + click`],
  ['Picture on the slide', 'drop or paste it'],
];

/**
 * Names the editor's keys on the sheet of all keys, before all others. The sheet is a part of every
 * deck, the editor is not: so they are added when the sheet comes up.
 */
export function nameEditorKeys(): void {
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof HTMLElement) addKeys(node);
    }
  }).observe(document.body, { childList: true });
}

function addKeys(sheet: HTMLElement): void {
  const section = document.createElement('section');
  const lines = ways.map(
    ([name, keys]) => `<div><dt>${name}</dt><dd><span class="keys">${keys}</span></dd></div>`,
  );
  section.innerHTML = `<h3>Write</h3><dl>${lines.join('')}</dl>`;
  sheet.querySelector('.help-keys')?.prepend(section);
}

function key(name: string): string {
  return `<kbd>${name}</kbd>`;
}
