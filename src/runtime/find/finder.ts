import { createElement } from '../element.ts';
import type { KeyBinding } from '../navigation/keyboard.ts';
import { openDialog } from '../tools/dialog.ts';
import { fill, words } from '../words.ts';

/** A search result. */
export interface FinderResult {
  /** The slide's number. */
  readonly number: number;
  readonly describe: () => readonly (Node | string)[];
  readonly go: () => void;
}

interface Finder {
  readonly title: string;
  /** The placeholder of the field. */
  readonly hint: string;
  readonly query: string;
  readonly find: (query: string) => readonly FinderResult[];
  /** The index of the result that is selected first. */
  readonly begin?: (found: readonly FinderResult[]) => number;
  readonly keys?: (close: () => void) => readonly KeyBinding[];
}

/** The maximum number of listed results. */
const maxResults = 500;

/** Must not collide with an id in the deck. */
const listId = 'lectern-found';

/** A dialog with a search field and a list of results; `Enter` or a click goes to a result. */
export function openFinder(finder: Finder): void {
  const field = createElement('input', '');
  const list = createElement('ul', 'found');
  const count = createElement('p', 'found-count');
  let found: readonly FinderResult[] = [];
  let selected = 0;

  const choose = (next: number): void => {
    selected = Math.max(0, Math.min(next, list.childElementCount - 1));
    for (const [i, line] of [...list.children].entries())
      line.ariaSelected = String(i === selected);
    const line = list.children[selected];
    line?.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', line?.id ?? '');
  };
  const goTo = (target: FinderResult | undefined): void => {
    if (!target) return;
    dialog.close();
    target.go();
  };
  const update = (): void => {
    found = finder.find(field.value);
    const shown = found.slice(0, maxResults);
    list.replaceChildren(...shown.map((line, i) => createLine(line, i, () => goTo(line))));
    count.textContent = field.value.trim() ? describeCount(found.length) : '';
    field.ariaExpanded = String(found.length > 0);
    choose(field.value ? 0 : (finder.begin?.(found) ?? 0));
  };
  const dialog = openDialog({
    name: 'finder',
    title: finder.title,
    content: [field, count, list],
    keys: [
      { keys: ['ArrowDown'], press: () => choose(selected + 1) },
      { keys: ['ArrowUp'], press: () => choose(selected - 1) },
      { keys: ['PageDown'], press: () => choose(selected + 8) },
      { keys: ['PageUp'], press: () => choose(selected - 8) },
      { keys: ['Enter'], press: () => goTo(found[selected]) },
      ...(finder.keys?.(() => dialog.close()) ?? []),
    ],
  });
  initField(field, list, count, finder);
  field.addEventListener('input', update);
  update();
  field.focus();
  field.select();
}

function initField(field: HTMLInputElement, list: Element, count: Element, finder: Finder): void {
  field.value = finder.query;
  field.placeholder = finder.hint;
  field.autocomplete = 'off';
  field.spellcheck = false;
  field.role = 'combobox';
  field.ariaLabel = finder.hint;
  field.ariaAutoComplete = 'list';
  field.setAttribute('aria-controls', listId);
  list.id = listId;
  list.role = 'listbox';
  list.ariaLabel = words().slides;
  count.role = 'status';
}

function createLine(
  { number, describe }: FinderResult,
  index: number,
  go: () => void,
): HTMLElement {
  const words = createElement('span', 'found-text', ...describe());
  words.lang = document.documentElement.lang;
  words.dir = 'auto';
  const line = createElement(
    'li',
    '',
    createElement('span', 'found-number', String(number)),
    ' ',
    words,
  );
  line.id = `${listId}-${index}`;
  line.role = 'option';
  line.addEventListener('click', go);
  return line;
}

function describeCount(count: number): string {
  const { noResults, firstResults, results } = words();
  if (count === 0) return noResults;
  return count > maxResults ? fill(firstResults, maxResults, count) : fill(results, count);
}
