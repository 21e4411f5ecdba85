/**
 * Shows that the browser blocked the window and what to do; does nothing if it is shown already.
 */
export function showBlockedDialog(openPanel: () => void): void {
  if (document.querySelector('.speaker-blocked')) return;
  const box = document.createElement('dialog');
  box.className = 'speaker-blocked';
  box.lang = 'en';
  box.dir = 'ltr';
  box.ariaLabel = 'Speaker view';
  box.innerHTML = `<p><strong>The browser blocked the speaker view.</strong>
Allow pop-up windows for this file in the address bar, and press S again.</p>
<button type="button" class="speaker-use-panel">Show as panel</button>
<button type="button" class="speaker-dismiss">Close</button>`;
  const close = (): void => box.remove();
  box.querySelector('.speaker-use-panel')?.addEventListener('click', () => {
    close();
    openPanel();
  });
  box.querySelector('.speaker-dismiss')?.addEventListener('click', close);
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  });
  document.body.append(box);
  box.show();
}
