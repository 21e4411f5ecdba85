import { make, makeButton } from '../element.ts';
import type { Part } from '../feature.ts';
import { allShortcuts, type ShortcutGroup, shortcutGroups } from '../navigation/keyboard.ts';
import { isWanted, type PrintOption, printOptions, setWanted } from '../print.ts';
import { openSheet, type Sheet } from './dialog.ts';
import { printKey } from './key-names.ts';
import { type LaserSize, laserSize, laserSizes, setLaserSize } from './laser.ts';

/** How much a line names, a word counting as two letters: the rest are for hands that know them. */
const lettersNamed = 6;

const lacks: (() => string | undefined)[] = [];
let sheet: Sheet | undefined;

/** `?` tells of all keys, and has the switches of what is printed and pointed with. */
export const help: Part = {
  shortcuts: () => [{ keys: ['?', 'F1'], name: 'All keys', group: 'Read', press: openHelp }],
};

/** Lets a part say what the browser keeps from it. */
export function addLack(lack: () => string | undefined): void {
  lacks.push(lack);
}

export function openHelp(): void {
  sheet?.close();
  sheet = openSheet({
    name: 'help',
    title: 'Keys',
    content: [
      make('div', 'help-keys', ...shortcutGroups.flatMap(listGroup)),
      make('div', 'help-settings', printSettings(), laserSettings(), describeBrowser()),
    ],
    keys: [{ keys: ['?', 'F1'], press: () => sheet?.close() }],
  });
}

function listGroup(group: ShortcutGroup): readonly HTMLElement[] {
  const keys = new Map<string, string[]>();
  for (const shortcut of allShortcuts()) {
    if (shortcut.group !== group || shortcut.isUntold) continue;
    keys.set(shortcut.name, [...(keys.get(shortcut.name) ?? []), ...shortcut.keys]);
  }
  if (keys.size === 0) return [];
  const list = make('dl', '', ...[...keys].map(([name, all]) => describe(name, all)));
  return [make('section', '', make('h3', '', group), list)];
}

function describe(name: string, keys: readonly string[]): HTMLElement {
  const all = printKeys(keys).map((parts) => {
    const caps = parts.map((part) => make('kbd', '', part));
    return make('span', 'keys', ...caps.flatMap((cap, i) => (i > 0 ? [' + ', cap] : [cap])));
  });
  const spaced = all.flatMap((key, i) => (i > 0 ? [' ', key] : [key]));
  return make('div', '', make('dt', '', name), make('dd', '', ...spaced));
}

/** Digits as a range, and the first of the other keys. */
function printKeys(keys: readonly string[]): readonly (readonly string[])[] {
  const [first, ...digits] = keys.filter((key) => /^\d$/.test(key));
  if (first && digits.length > 1) return [[`${first}–${digits.at(-1)}`]];
  let letters = 0;
  return keys.map(printKey).filter((parts) => {
    for (const part of parts) letters += Math.min(part.length, 2);
    return letters <= lettersNamed;
  });
}

const printNames: Readonly<Record<PrintOption, string>> = {
  steps: 'A page for each step',
  notes: 'Notes below the slides',
  drawings: 'What was drawn',
};

function printSettings(): HTMLElement {
  const switches = printOptions.map((option) => {
    const box = make('input', '');
    box.type = 'checkbox';
    box.checked = isWanted(option);
    box.addEventListener('change', () => setWanted(option, box.checked));
    return make('label', '', box, printNames[option]);
  });
  const print = makeButton('print', printDeck, 'Print…');
  return make('fieldset', '', make('legend', '', 'Print'), ...switches, print);
}

function printDeck(): void {
  sheet?.close();
  window.print();
}

const laserNames: Readonly<Record<LaserSize, string>> = {
  small: 'Small',
  large: 'Large',
  none: 'None',
};

function laserSettings(): HTMLElement {
  const choices = laserSizes.map((size) => {
    const box = make('input', '');
    box.type = 'radio';
    box.name = 'laser';
    box.checked = size === laserSize();
    box.addEventListener('change', () => setLaserSize(size));
    return make('label', '', box, laserNames[size]);
  });
  return make('fieldset', '', make('legend', '', 'Laser pointer'), ...choices);
}

function describeBrowser(): HTMLElement {
  const sentences = lacks.flatMap((lack) => lack() ?? []);
  const lines = sentences.length > 0 ? sentences : ['All that a deck can use is here.'];
  const list = make('ul', '', ...lines.map((line) => make('li', '', line)));
  return make('section', 'help-browser', make('h3', '', 'This browser'), list);
}
