import { pageSheet, paneSheet, sizeSheet } from './pane-style.ts';
import { createSplitter } from './splitter.ts';

const sheets = [pageSheet, sizeSheet];

/** A message above the text, and the choices it offers. */
export interface Notice {
  readonly text: string;
  readonly choices: readonly (readonly [name: string, choose: () => void])[];
  /** Moves the focus to the first choice. */
  readonly isQuestion?: boolean;
}

interface PaneActions {
  readonly save: () => void;
  readonly close: () => void;
}

/**
 * The frame of the editor: file name, status, buttons and notices. It is outside of the page's
 * body.
 */
export class Pane {
  readonly root: ShadowRoot;
  /** Contains the text. */
  readonly body = make('div', 'text');
  readonly #host = make('section', 'lectern-editor');
  readonly #file = make('span', 'file');
  readonly #state = make('span', 'state');
  readonly #notice = make('div', 'notice');
  readonly #save: HTMLButtonElement;
  #shown: Notice | undefined;

  constructor(actions: PaneActions) {
    this.root = this.#host.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [paneSheet];
    this.#host.lang = 'en';
    this.#host.dir = 'ltr';
    this.#host.ariaLabel = 'Editor';
    this.#host.role = 'region';
    this.#save = createPaneButton('Save', actions.save, 'main');
    this.#save.title = 'Ctrl+S or ⌘S';
    const close = createPaneButton('Close', actions.close);
    close.title = 'Esc';
    this.#state.role = 'status';
    this.#notice.role = 'alert';
    this.#notice.hidden = true;
    const head = make('header', '');
    const buttons = make('div', 'buttons');
    buttons.append(this.#save, close);
    head.append(this.#file, this.#state, buttons);
    const pane = make('div', 'pane');
    pane.append(head, this.#notice, this.body);
    this.root.append(pane, createSplitter(dispatchResize));
    this.#captureKeys(actions);
  }

  /** Shows the pane and resizes the deck. */
  open(): void {
    document.documentElement.append(this.#host);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
    dispatchResize();
  }

  close(): void {
    this.#host.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (other) => !sheets.includes(other),
    );
    dispatchResize();
  }

  /** @param isAlarming whether text may be lost, or the saved text has errors */
  setStatus(file: string, state: string, isAlarming: boolean, canSave: boolean): void {
    this.#file.textContent = file;
    if (this.#state.textContent !== state) this.#state.textContent = state;
    this.#state.classList.toggle('alarming', isAlarming);
    this.#save.disabled = !canSave;
  }

  /** Replaces the notice, or removes it. */
  show(notice: Notice | undefined): void {
    if (notice?.text === this.#shown?.text) return;
    this.#shown = notice;
    this.#notice.hidden = !notice;
    const text = make('p', '');
    text.textContent = notice?.text ?? '';
    const buttons = make('div', 'buttons');
    buttons.append(
      ...(notice?.choices.map(([name, choose]) => createPaneButton(name, choose)) ?? []),
    );
    this.#notice.replaceChildren(text, buttons);
    if (notice?.isQuestion) buttons.querySelector('button')?.focus();
  }

  /** Keeps key presses from the deck, and handles those of the editor. */
  #captureKeys({ save, close }: PaneActions): void {
    for (const type of ['keydown', 'keyup', 'keypress', 'wheel', 'pointerdown'] as const) {
      this.#host.addEventListener(type, (event) => event.stopPropagation());
    }
    this.root.addEventListener('keydown', (event) => {
      const { key, ctrlKey, metaKey, defaultPrevented } = event as KeyboardEvent;
      if (defaultPrevented) return;
      const isSave = key === 's' && (ctrlKey || metaKey);
      if (!isSave && key !== 'Escape') return;
      event.preventDefault();
      if (isSave) save();
      else close();
    });
  }
}

/** Makes the deck adapt to the remaining part of the window. */
function dispatchResize(): void {
  dispatchEvent(new Event('resize'));
}

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name: string) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  return element;
}

export function createPaneButton(text: string, press: () => void, name = ''): HTMLButtonElement {
  const button = make('button', name);
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', press);
  return button;
}
