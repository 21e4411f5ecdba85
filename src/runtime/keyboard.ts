/** Keys, and what they do in a deck. */
export interface Shortcut {
  /** As {@link nameKey} names them; the first ones are those that people are told of. */
  readonly keys: readonly string[];
  /** What it does, as the list of all keys says it: `Black screen`. */
  readonly name: string;
  readonly group: ShortcutGroup;
  /** `false`: not now; the next shortcut with this key has its turn, and at last the browser. */
  readonly press: (event: KeyboardEvent) => unknown;
}

/** The headings of the list of all keys, in their order. */
export const shortcutGroups = [
  'Walk',
  'Find',
  'Screen',
  'Point and draw',
  'Speak',
  'Read',
] as const;
export type ShortcutGroup = (typeof shortcutGroups)[number];

/** Those of all parts, in the order of the parts. */
const shortcuts: Shortcut[] = [];

export function allShortcuts(): readonly Shortcut[] {
  return shortcuts;
}

/** Takes up a part's shortcuts; where several have a key, those that came first are asked first. */
export function addShortcuts(added: readonly Shortcut[]): void {
  shortcuts.push(...added);
}

/** Lets the keys that are pressed in a window, the page's own or one that it opened, do what they do. */
export function listenForKeys(view: Window): void {
  view.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || isForFocus(event, view.document)) return;
    if (pressKey(event)) event.preventDefault();
  });
}

/** @returns whether some shortcut took it */
export function pressKey(event: KeyboardEvent): boolean {
  const key = nameKey(event);
  return shortcuts.some(({ keys, press }) => keys.includes(key) && press(event) !== false);
}

/**
 * What a shortcut calls a key: `KeyboardEvent.key`, letters in lower case, behind `Control+` (also
 * for Command), `Alt+` and `Shift+`; the last one only for letters and for keys that write nothing.
 */
export function nameKey({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  // On keyboards without Latin letters the key is known by its place.
  const [, latin] = /^Key([A-Z])$/.exec(key > '\x7f' && key.length === 1 ? code : '') ?? [];
  const name = key.length === 1 ? (latin ?? key).toLowerCase() : key;
  const shift = shiftKey && /^(?:[a-z ]|..+)$/.test(name);
  return `${ctrlKey || metaKey ? 'Control+' : ''}${altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`;
}

/** Whether a key belongs to what has the focus. */
function isForFocus({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, page: Document): boolean {
  const focused = page.activeElement;
  if (!focused || ctrlKey || metaKey || altKey) return false;
  if (focused.matches('input, textarea, [contenteditable]')) return true;
  if (focused.matches('select, video, audio, [role=slider]')) return key !== 'Escape';
  if (focused.matches('button, summary, [role=button]')) return key === ' ' || key === 'Enter';
  return key === 'Enter' && focused.matches('a[href]');
}
