import { make } from '../element.ts';
import type { KeyAction } from '../navigation/keyboard.ts';
import { openSheet } from '../tools/dialog.ts';

/** A line of what was found. */
export interface Found {
  /** The slide's number. */
  readonly number: number;
  readonly describe: () => readonly (Node | string)[];
  readonly go: () => void;
}

export interface Finder {
  readonly title: string;
  /** What the field is for, while nothing stands in it. */
  readonly hint: string;
  readonly query: string;
  readonly find: (query: string) => readonly Found[];
  /** The line to begin with. */
  readonly begin?: (found: readonly Found[]) => number;
  readonly keys?: (close: () => void) => readonly KeyAction[];
}

/** So many lines are listed; whoever needs another one types more. */
const linesShown = 500;

/** Not to be taken for a slide's. */
const listId = 'lectern-found';

/** A field to type in and a list of what it finds; `Enter` or a click goes there. */
export function openFinder(finder: Finder): void {
  const field = make('input', '');
  const list = make('ul', 'found');
  const count = make('p', 'found-count');
  let found: readonly Found[] = [];
  let place = 0;

  const choose = (next: number): void => {
    place = Math.max(0, Math.min(next, list.childElementCount - 1));
    for (const [i, line] of [...list.children].entries()) line.ariaSelected = String(i === place);
    const line = list.children[place];
    line?.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', line?.id ?? '');
  };
  const goTo = (target: Found | undefined): void => {
    if (!target) return;
    sheet.close();
    target.go();
  };
  const update = (): void => {
    found = finder.find(field.value);
    const shown = found.slice(0, linesShown);
    list.replaceChildren(...shown.map((line, i) => makeLine(line, i, () => goTo(line))));
    count.textContent = field.value.trim() ? describeCount(found.length) : '';
    field.ariaExpanded = String(found.length > 0);
    choose(field.value ? 0 : (finder.begin?.(found) ?? 0));
  };
  const sheet = openSheet({
    name: 'finder',
    title: finder.title,
    content: [field, count, list],
    keys: [
      { keys: ['ArrowDown'], press: () => choose(place + 1) },
      { keys: ['ArrowUp'], press: () => choose(place - 1) },
      { keys: ['PageDown'], press: () => choose(place + 8) },
      { keys: ['PageUp'], press: () => choose(place - 8) },
      { keys: ['Enter'], press: () => goTo(found[place]) },
      ...(finder.keys?.(() => sheet.close()) ?? []),
    ],
  });
  setUp(field, list, count, finder);
  field.addEventListener('input', update);
  update();
  field.focus();
  field.select();
}

function setUp(field: HTMLInputElement, list: Element, count: Element, finder: Finder): void {
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
  list.ariaLabel = 'Slides';
  count.role = 'status';
}

function makeLine({ number, describe }: Found, index: number, go: () => void): HTMLElement {
  const words = make('span', 'found-text', ...describe());
  words.lang = document.documentElement.lang;
  words.dir = 'auto';
  const line = make('li', '', make('span', 'place', String(number)), ' ', words);
  line.id = `${listId}-${index}`;
  line.role = 'option';
  line.addEventListener('click', go);
  return line;
}

function describeCount(count: number): string {
  if (count === 0) return 'Nothing found';
  return count > linesShown ? `The first ${linesShown} of ${count}` : `${count} found`;
}
