type Callback = (event?: KeyboardEvent) => void;

/**
 * Replaces the keyboard controller of reveal.js, as Lectern handles keys itself. Keys that the
 * author's scripts bind take precedence.
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
