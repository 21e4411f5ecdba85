import type { PageWords } from '../../model/words.ts';
import { PageStorage } from '../speaker/storage.ts';

/** A keyboard shortcut of a deck. */
export interface Shortcut {
  /** As returned by {@link keyName}; the first ones are shown in the help. */
  readonly keys: readonly string[];
  /** The word for it in the help; hidden ones need none. */
  readonly name?: keyof PageWords;
  readonly group: ShortcutGroup;
  /** Returns `false` to pass the key on to the next shortcut and finally to the browser. */
  readonly press: (event: KeyboardEvent) => unknown;
  /** Not listed in the help: secondary uses of keys like `Esc` and the arrows. */
  readonly isHidden?: true;
}

/** A key of an overlay; not listed in the help. */
export type KeyBinding = Pick<Shortcut, 'keys' | 'press'>;

/** The headings of the help, in order. */
export const shortcutGroups = [
  'navigation',
  'find',
  'screen',
  'pointerAndPen',
  'speakerView',
  'reading',
] as const;
export type ShortcutGroup = (typeof shortcutGroups)[number];

/** Matches any key except modifier keys and the browser's own shortcuts. */
export const anyKey = 'any key';

/** The shortcuts of all features, in the order of the features. */
const shortcuts: Shortcut[] = [];

/** The keys of the open overlays, the topmost last. */
const layers: (readonly KeyBinding[])[] = [];

export function allShortcuts(): readonly Shortcut[] {
  return shortcuts;
}

/** Adds the shortcuts of a feature. If several bind a key, those added first take precedence. */
export function addShortcuts(added: readonly Shortcut[]): void {
  shortcuts.push(...added);
}

/**
 * Handles all keys with the given bindings while an overlay is open. Only the topmost overlay receives
 * keys.
 *
 * @returns a function that ends it; overlays may close in any order
 */
export function captureKeys(own: readonly KeyBinding[]): () => void {
  const layer = [...own];
  layers.push(layer);
  return () => {
    const index = layers.indexOf(layer);
    if (index >= 0) layers.splice(index, 1);
  };
}

/** Handles the keys pressed in a window: the page's own, or one that it opened. */
export function listenForKeys(view: Window): void {
  view.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || isForFocus(event, view.document)) return;
    if (pressKey(event)) event.preventDefault();
  });
}

/** @returns whether a shortcut handled it */
function pressKey(event: KeyboardEvent): boolean {
  const key = pressedKey(event);
  const held: readonly KeyBinding[] = layers.at(-1) ?? shortcuts;
  return held.some(({ keys, press }) => matchesKey(keys, key) && press(event) !== false);
}

const storage = new PageStorage('localStorage');
const stored = 'single keys';

/** Whether keys with a character are shortcuts by themselves: WCAG 2.1.4 wants a way to turn them off. */
export function hasSingleKeys(): boolean {
  return (storage.read(stored) ?? document.querySelector('[data-shortcuts]') === null) === true;
}

export function setSingleKeys(wanted: boolean): void {
  storage.write(stored, wanted);
}

/** The key of a shortcut, without the Alt and Shift that it needs where single keys are off. */
export function pressedKey(event: KeyboardEvent): string {
  return hasSingleKeys() ? keyName(event) : keyWithModifiers(event);
}

/** The name of a key for which characters need Alt and Shift; empty for one without them. */
function keyWithModifiers(event: KeyboardEvent): string {
  const { key, code, altKey, shiftKey } = event;
  if (altKey && shiftKey && key.length === 1) {
    const digit = /^Digit(\d)$/.exec(code)?.[1];
    return keyName({ key: digit ?? key, code } as KeyboardEvent);
  }
  const name = keyName(event);
  return /^(Shift\+)?[^ ]$/.test(name) ? '' : name;
}

/**
 * The name of a pressed key: `KeyboardEvent.key`, letters in lower case, after `Control+` (also for
 * Command), `Alt+` and `Shift+`. `Shift+` is used only with letters and keys without a character.
 */
export function keyName({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  // On non-Latin keyboards, the key is identified by its position.
  const [, latin] =
    /^(?:Key|Digit)([A-Z\d])$/.exec(key > '\x7f' && key.length === 1 ? code : '') ?? [];
  const name = key.length === 1 ? (latin ?? key).toLowerCase() : key;
  const shift = shiftKey && /^(?:[a-z ]|..+)$/.test(name);
  return `${ctrlKey || metaKey ? 'Control+' : ''}${altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`;
}

function matchesKey(keys: readonly string[], key: string): boolean {
  return (
    keys.includes(key) || (keys.includes(anyKey) && !/^$|Control|Alt|Shift$|Meta|F\d/.test(key))
  );
}

const textFields =
  'input:not([type=checkbox], [type=radio], [type=range]), textarea, [contenteditable]';
const keyboardControls = 'select, video, audio, [role=slider], [type=radio], [type=range]';
const buttons = 'button, summary, [role=button], [type=checkbox]';

/** Whether the focused element handles a key itself. */
function isForFocus(event: KeyboardEvent, page: Document): boolean {
  const focused = page.activeElement;
  const { key, ctrlKey, metaKey, altKey } = event;
  if (!focused) return false;
  // Overlays with a text field handle the keys that do not edit text.
  if (focused.matches(textFields)) return layers.length === 0 || isForTextField(event);
  if (ctrlKey || metaKey || altKey) return false;
  if (focused.matches(keyboardControls)) return key !== 'Escape';
  if (focused.matches(buttons)) return key === ' ' || key === 'Enter';
  return key === 'Enter' && focused.matches('a[href]');
}

function isForTextField({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  return key.length === 1 || /^(Backspace|Delete|Arrow(Left|Right)|Home|End|Tab)$/.test(key);
}
