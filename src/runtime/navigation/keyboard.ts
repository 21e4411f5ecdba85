/** Keys, and what they do in a deck. */
export interface Shortcut {
  /** As {@link nameKey} names them; the first ones are those that people are told of. */
  readonly keys: readonly string[];
  /** What it does, as the list of all keys says it: `Black screen`. */
  readonly name: string;
  readonly group: ShortcutGroup;
  /** `false`: not now; the next shortcut with this key has its turn, and at last the browser. */
  readonly press: (event: KeyboardEvent) => unknown;
  /** Left out of the list of all keys: nobody looks there for what `Esc` or an arrow does besides. */
  readonly isUntold?: true;
}

/** What a key does while something lies over the deck: nobody is told of it elsewhere. */
export type KeyAction = Pick<Shortcut, 'keys' | 'press'>;

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

/** Stands among a shortcut's keys for all but the browser's own and those that are held while others are pressed. */
export const anyKey = 'any key';

/** Those of all parts, in the order of the parts. */
const shortcuts: Shortcut[] = [];

/** What lies over the deck, the topmost last. */
const layers: (readonly KeyAction[])[] = [];

export function allShortcuts(): readonly Shortcut[] {
  return shortcuts;
}

/** Takes up a part's shortcuts; where several have a key, those that came first are asked first. */
export function addShortcuts(added: readonly Shortcut[]): void {
  shortcuts.push(...added);
}

/**
 * While something lies over the deck, only its own shortcuts hold: `Escape` closes it. Another one
 * that comes to lie over it is asked in its place. Below them all, `Escape` shows all slides.
 *
 * @returns what ends that, in whatever order things close
 */
export function holdKeys(own: readonly KeyAction[]): () => void {
  const layer = [...own];
  layers.push(layer);
  return () => {
    const place = layers.indexOf(layer);
    if (place >= 0) layers.splice(place, 1);
  };
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
  const held: readonly KeyAction[] = layers.at(-1) ?? shortcuts;
  return held.some(({ keys, press }) => matchesKey(keys, key) && press(event) !== false);
}

/**
 * What a shortcut calls a key: `KeyboardEvent.key`, letters in lower case, behind `Control+` (also
 * for Command), `Alt+` and `Shift+`; the last one only for letters and for keys that write nothing.
 */
export function nameKey({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  // On keyboards without Latin letters the key is known by its place.
  const [, latin] =
    /^(?:Key|Digit)([A-Z\d])$/.exec(key > '\x7f' && key.length === 1 ? code : '') ?? [];
  const name = key.length === 1 ? (latin ?? key).toLowerCase() : key;
  const shift = shiftKey && /^(?:[a-z ]|..+)$/.test(name);
  return `${ctrlKey || metaKey ? 'Control+' : ''}${altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`;
}

function matchesKey(keys: readonly string[], key: string): boolean {
  return keys.includes(key) || (keys.includes(anyKey) && !/Control|Alt|Shift$|Meta|F\d/.test(key));
}

const textFields =
  'input:not([type=checkbox], [type=radio], [type=range]), textarea, [contenteditable]';
const ownWays = 'select, video, audio, [role=slider], [type=radio], [type=range]';
const buttons = 'button, summary, [role=button], [type=checkbox]';

/** Whether a key belongs to what has the focus. */
function isForFocus(event: KeyboardEvent, page: Document): boolean {
  const focused = page.activeElement;
  const { key, ctrlKey, metaKey, altKey } = event;
  if (!focused) return false;
  // What lies over the deck may be led by the keys that write nothing.
  if (focused.matches(textFields)) return layers.length === 0 || isForWriting(event);
  if (ctrlKey || metaKey || altKey) return false;
  if (focused.matches(ownWays)) return key !== 'Escape';
  if (focused.matches(buttons)) return key === ' ' || key === 'Enter';
  return key === 'Enter' && focused.matches('a[href]');
}

function isForWriting({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  return key.length === 1 || /^(Backspace|Delete|Arrow(Left|Right)|Home|End|Tab)$/.test(key);
}
