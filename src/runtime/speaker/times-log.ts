import { words } from '../words.ts';
import { clearRuns, type LoggedSlide, readRuns, tableOf, writeCsv } from './rehearsals.ts';
import type { PageStorage } from './storage.ts';

/** Opens a dialog with the times of the last runs, which can be saved as a file or cleared. */
export function openTimes(
  dialog: HTMLDialogElement,
  slides: readonly LoggedSlide[],
  storage: PageStorage,
  title: string,
): void {
  const page = dialog.ownerDocument;
  const runs = readRuns(storage);
  const lang = words().lang ?? document.documentElement.lang;
  const heading = page.createElement('h2');
  heading.textContent = words().times;
  const note = page.createElement('p');
  note.textContent = describeLog(runs.length, storage.isPersistent);
  const buttons = page.createElement('div');
  buttons.className = 'speaker-buttons';
  const add = (text: string, press: () => void): HTMLElement => {
    const button = page.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', press);
    buttons.append(button);
    return button;
  };
  if (runs.length > 0) {
    add(words().saveCsv, () =>
      save(writeCsv(slides, runs), `${fileNameOf(title)} times.csv`, page),
    );
    add(words().clear, () => {
      clearRuns(storage);
      openTimes(dialog, slides, storage, title);
    });
  }
  const last = add(words().close, () => dialog.close());
  const box = page.createElement('div');
  box.className = 'speaker-table';
  box.tabIndex = 0;
  box.role = 'region';
  box.ariaLabel = words().timesOfSlides;
  if (runs.length > 0) box.append(createTable(tableOf(slides, runs, lang), page));
  dialog.replaceChildren(heading, note, ...(runs.length > 0 ? [box] : []), buttons);
  if (!dialog.open) dialog.showModal();
  last.focus();
}

function describeLog(count: number, lasts: boolean): string {
  if (!lasts) return words().timesLost;
  if (count === 0) return words().noRuns;
  return words().lastRuns;
}

function createTable(rows: readonly (readonly string[])[], page: Document): HTMLTableElement {
  const table = page.createElement('table');
  for (const [y, row] of rows.entries()) {
    const line = table.insertRow();
    for (const [x, text] of row.entries()) {
      const cell = page.createElement(y === 0 || x === 0 ? 'th' : 'td');
      if (cell.tagName === 'TH') cell.setAttribute('scope', y === 0 ? 'col' : 'row');
      cell.textContent = text;
      line.append(cell);
    }
  }
  return table;
}

/** Saves a text as a CSV file. A byte-order mark tells spreadsheets that it is UTF-8. */
function save(text: string, name: string, page: Document): void {
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv' }));
  const link = page.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function fileNameOf(title: string): string {
  return (
    title
      .replace(/[\\/:*?"<>|\s]+/g, ' ')
      .trim()
      .slice(0, 80) || 'Talk'
  );
}
