import { ownValue } from '../../../base/own-value.ts';
import type { SourceElement } from '../tree/element.ts';

/** What a control is. */
export interface ControlKind {
  /** In messages. */
  readonly name: string;
  /** Whether a label next to it names it, and not the text in it. */
  readonly isField: boolean;
}

const field = (name: string): ControlKind => ({ name, isField: true });
const button: ControlKind = { name: 'button', isField: false };

/** Controls by the names of their elements; inputs by their types. */
const elements: Readonly<Record<string, ControlKind>> = {
  button,
  summary: { name: 'summary', isField: false },
  select: field('drop-down list'),
  textarea: field('text field'),
  meter: field('meter'),
  progress: field('progress bar'),
};

const inputs: Readonly<Record<string, ControlKind>> = {
  button,
  image: button,
  checkbox: field('checkbox'),
  radio: field('radio button'),
  range: field('slider'),
  color: field('color field'),
  date: field('date field'),
  file: field('file field'),
};

/** Inputs that are not shown, or that browsers name themselves. */
const namedInputs: ReadonlySet<string> = new Set(['hidden', 'submit', 'reset']);

/** By their roles: https://www.w3.org/TR/wai-aria-1.2/#namecalculation */
const roles: Readonly<Record<string, ControlKind>> = {
  button,
  link: { name: 'link', isField: false },
  menuitem: { name: 'menu item', isField: false },
  menuitemcheckbox: { name: 'menu item', isField: false },
  menuitemradio: { name: 'menu item', isField: false },
  tab: { name: 'tab', isField: false },
  option: { name: 'option', isField: false },
  treeitem: { name: 'tree item', isField: false },
  checkbox: { name: 'checkbox', isField: false },
  radio: { name: 'radio button', isField: false },
  switch: { name: 'switch', isField: false },
  combobox: field('drop-down list'),
  listbox: field('list'),
  textbox: field('text field'),
  searchbox: field('search field'),
  slider: field('slider'),
  spinbutton: field('number field'),
  meter: field('meter'),
  progressbar: field('progress bar'),
};

/** @returns `undefined` if an element is no control, or one that always has a name */
export function controlKind({ name, attributes }: SourceElement): ControlKind | undefined {
  if (name === 'input') {
    const type = attributes.get('type')?.trim().toLowerCase() ?? '';
    if (namedInputs.has(type)) return undefined;
    return ownValue(inputs, type) ?? field('text field');
  }
  // A link with an address is judged by its own rule.
  if (name === 'a' && attributes.has('href')) return undefined;
  const own = ownValue(elements, name);
  const role = attributes.get('role')?.trim().toLowerCase().split(/\s+/)[0] ?? '';
  return own ?? ownValue(roles, role);
}
