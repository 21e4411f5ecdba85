const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host { all: initial; position: fixed; inset: 8px auto auto 8px; z-index: 2147483000; font: 13px/1.5 system-ui, sans-serif; }
div { display: flex; gap: 10px; padding: 4px 12px; border-radius: 20px; background: #171b1f; color: #eef2f3; }
a { color: #7ed3be; }
button { min-width: 24px; min-height: 24px; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; }
@media print { :host { display: none; } }
`);

/**
 * Says that the deck's own scripts do not run in this page, which can edit files, and links to the page
 * in which they run.
 */
export function linkToScripts(path: string): void {
  const host = document.createElement('aside');
  host.lang = 'en';
  host.dir = 'ltr';
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  const note = document.createElement('div');
  const link = document.createElement('a');
  link.href = path;
  link.textContent = 'Open with scripts';
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '×';
  close.ariaLabel = 'Close';
  close.addEventListener('click', () => host.remove());
  note.append('Scripts are off where you edit. ', link, close);
  root.append(note);
  document.body.append(host);
}
