import type { PageWords } from '../../model/words.ts';
import { createButton, createElement } from '../element.ts';
import type { BrowserFeature } from '../feature.ts';
import {
  allShortcuts,
  hasSingleKeys,
  type Shortcut,
  type ShortcutGroup,
  setSingleKeys,
  shortcutGroups,
} from '../navigation/keyboard.ts';
import { hasPrintOption, type PrintOption, printOptions, setPrintOption } from '../print.ts';
import { words } from '../words.ts';
import { type Dialog, openDialog } from './dialog.ts';
import { printKey } from './key-names.ts';
import { laserSize, laserSizes, setLaserSize } from './laser.ts';

/** The maximum width of the keys listed for a shortcut; a key with a name counts as two. */
const maxKeyWidth = 6;

const limitations: (() => string | undefined)[] = [];
let dialog: Dialog | undefined;

/**
 * `?` opens the help: all keyboard shortcuts, and the settings for printing and the laser pointer.
 */
export const help: BrowserFeature = {
  shortcuts: () => [{ keys: ['?', 'F1'], name: 'shortcuts', group: 'reading', press: openHelp }],
};

/** Adds a feature's note about missing browser support. */
export function addLimitation(limitation: () => string | undefined): void {
  limitations.push(limitation);
}

export function openHelp(): void {
  dialog?.close();
  let keys = listKeys();
  const setKeys = (wanted: boolean): void => {
    setSingleKeys(wanted);
    const now = listKeys();
    for (const [i, section] of keys.entries()) section.replaceWith(now[i] ?? '');
    keys = now;
  };
  dialog = openDialog({
    name: 'help',
    title: words().shortcuts,
    content: [
      createElement('div', 'help-keys', ...keys),
      createElement(
        'div',
        'help-settings',
        createElement('fieldset', '', createSwitch('singleKeys', hasSingleKeys(), setKeys)),
        printSettings(),
        laserSettings(),
        describeBrowser(),
      ),
    ],
    keys: [{ keys: ['?', 'F1'], press: () => dialog?.close() }],
  });
}

function listKeys(): readonly HTMLElement[] {
  return shortcutGroups.flatMap(listGroup);
}

function listGroup(group: ShortcutGroup): readonly HTMLElement[] {
  const keys = new Map<string, string[]>();
  const rows: (() => HTMLElement)[] = [];
  for (const shortcut of allShortcuts()) {
    if (shortcut.group !== group || shortcut.isHidden) continue;
    const name = words()[shortcut.name ?? 'shortcuts'] ?? '';
    const all = keys.get(name) ?? [];
    if (all.length === 0) rows.push(() => describeShortcut(nameOf(shortcut, name), all));
    keys.set(name, all);
    all.push(...shortcut.keys);
  }
  if (keys.size === 0) return [];
  const list = createElement('dl', '', ...rows.map((row) => row()));
  return [createElement('section', '', createElement('h3', '', words()[group]), list)];
}

/** The name of a shortcut: a button, so that nothing needs the keys of characters. */
function nameOf({ group, keys, press }: Shortcut, name: string): string | HTMLElement {
  // Arrows, digits and the pen have controls of their own; this list is open.
  if (/^(nav|pointer)/.test(group) || /[0?]/.test(keys[0] ?? '')) return name;
  const button = createElement('button', '', name);
  button.addEventListener('click', (event) => {
    dialog?.close();
    press(event as unknown as KeyboardEvent);
  });
  return button;
}

function describeShortcut(name: string | HTMLElement, keys: readonly string[]): HTMLElement {
  const all = printKeys(keys).map((parts) => {
    const caps = parts.map((part) => createElement('kbd', '', part));
    return createElement(
      'span',
      'keys',
      ...caps.flatMap((cap, i) => (i > 0 ? [' + ', cap] : [cap])),
    );
  });
  const spaced = all.flatMap((key, i) => (i > 0 ? [' ', key] : [key]));
  return createElement(
    'div',
    '',
    createElement('dt', '', name),
    createElement('dd', '', ...spaced),
  );
}

/** The keys to show: digits as a range, otherwise the first keys. */
function printKeys(keys: readonly string[]): readonly (readonly string[])[] {
  const [first, ...digits] = keys.filter((key) => /^\d$/.test(key));
  if (first && digits.length > 1) return [[...modifiers(first), `${first}–${digits.at(-1)}`]];
  let width = 0;
  const usable = keys.filter((key) => hasSingleKeys() || !/^Shift\+[^ ]$/.test(key));
  return usable
    .map((key) => [...modifiers(key), ...printKey(key)])
    .filter((parts) => {
      for (const part of parts) width += Math.min(part.length, 2);
      return width <= maxKeyWidth;
    });
}

/** The keys that a character needs where it is no shortcut by itself. */
function modifiers(key: string): readonly string[] {
  return hasSingleKeys() || !/^[^ ]$/.test(key) ? [] : ['Alt', 'Shift'];
}

const printNames: Readonly<Record<PrintOption, keyof PageWords>> = {
  steps: 'oneByStep',
  notes: 'notesBelow',
  drawings: 'drawings',
};

function printSettings(): HTMLElement {
  const switches = printOptions.map((option) =>
    createSwitch(printNames[option], hasPrintOption(option), (wanted) =>
      setPrintOption(option, wanted),
    ),
  );
  const print = createButton('print', printDeck, words().printNow);
  return createElement(
    'fieldset',
    '',
    createElement('legend', '', words().print),
    ...switches,
    print,
  );
}

function createSwitch(
  name: keyof PageWords,
  isOn: boolean,
  set: (wanted: boolean) => void,
): HTMLElement {
  const box = createElement('input', '');
  box.type = 'checkbox';
  box.checked = isOn;
  box.addEventListener('change', () => set(box.checked));
  return createElement('label', '', box, words()[name] ?? '');
}

function printDeck(): void {
  dialog?.close();
  window.print();
}

function laserSettings(): HTMLElement {
  const choices = laserSizes.map((size) => {
    const box = createElement('input', '');
    box.type = 'radio';
    box.name = 'laser';
    box.checked = size === laserSize();
    box.addEventListener('change', () => setLaserSize(size));
    return createElement('label', '', box, words()[size]);
  });
  return createElement(
    'fieldset',
    '',
    createElement('legend', '', words().laserPointer),
    ...choices,
  );
}

function describeBrowser(): HTMLElement {
  const sentences = limitations.flatMap((limitation) => limitation() ?? []);
  const lines = sentences.length > 0 ? sentences : [words().allSupported];
  const list = createElement('ul', '', ...lines.map((line) => createElement('li', '', line)));
  return createElement(
    'section',
    'help-browser',
    createElement('h3', '', words().thisBrowser),
    list,
  );
}
