type Callback = (event?: KeyboardEvent) => void;

/**
 * Stands for the keyboard of reveal.js: a deck's keys are in a table of their own. Keys that a
 * deck's own scripts bind come before those.
 */
export default class Keyboard {
  readonly #bindings = new Map<number, Callback>();

  configure(): void {}

  bind(): void {
    document.addEventListener('keydown', this.#press, true);
  }

  unbind(): void {
    document.removeEventListener('keydown', this.#press, true);
  }

  addKeyBinding(binding: number | { readonly keyCode: number }, callback: Callback): void {
    this.#bindings.set(typeof binding === 'number' ? binding : binding.keyCode, callback);
  }

  removeKeyBinding(keyCode: number): void {
    this.#bindings.delete(keyCode);
  }

  triggerKey(keyCode: number): void {
    this.#bindings.get(keyCode)?.();
  }

  registerKeyboardShortcut(): void {}

  readonly #press = (event: KeyboardEvent): void => {
    const callback = this.#bindings.get(event.keyCode);
    const isTyped = (event.target as Element).matches('input, textarea, [contenteditable]');
    if (!callback || isTyped || event.ctrlKey || event.metaKey || event.altKey) return;
    callback(event);
    event.preventDefault();
    event.stopPropagation();
  };
}
