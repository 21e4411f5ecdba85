import { inWords, words } from '../words.ts';

/**
 * Shows that the browser blocked the window and what to do; does nothing if it is shown already.
 */
export function showBlockedDialog(openPanel: () => void): void {
  if (document.querySelector('.speaker-blocked')) return;
  const box = document.createElement('dialog');
  box.className = 'speaker-blocked';
  inWords(box);
  const { speakerView, blocked, allowWindows, asPanel, close: closeWord } = words();
  box.ariaLabel = speakerView;
  box.innerHTML = `<p><strong>${blocked}</strong>
${allowWindows}</p>
<button type="button" class="speaker-use-panel">${asPanel}</button>
<button type="button" class="speaker-dismiss">${closeWord}</button>`;
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
