/**
 * Names the editor's key on the sheet of all keys. The sheet is a part of every deck, the editor is
 * not: so it is added when the sheet comes up.
 */
export function nameEditorKey(): void {
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof HTMLElement) addKey(node);
    }
  }).observe(document.body, { childList: true });
}

function addKey(sheet: HTMLElement): void {
  const keys = sheet.querySelector('.help-keys');
  if (!keys) return;
  const section = document.createElement('section');
  section.innerHTML =
    '<h3>Write</h3><dl><div><dt>Markdown of the slide</dt><dd><span class="keys"><kbd>E</kbd></span></dd></div></dl>';
  keys.append(section);
}
