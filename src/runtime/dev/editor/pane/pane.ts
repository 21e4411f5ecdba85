import { pageSheet, paneSheet, sizeSheet } from './pane-style.ts';
import { makeSplitter } from './splitter.ts';

const sheets = [pageSheet, sizeSheet];

/** A question or a piece of news above the text, and what one can do about it. */
export interface Notice {
  readonly text: string;
  readonly choices: readonly (readonly [name: string, choose: () => void])[];
  /** Moves the focus to the first choice. */
  readonly isQuestion?: boolean;
}

export interface PaneActions {
  readonly save: () => void;
  readonly close: () => void;
}

/** What is around the text: its name and state, the buttons, news. It lies beside the page, and not in it. */
export class Pane {
  readonly root: ShadowRoot;
  /** Where the text goes. */
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
    this.#save = makeButton('Save', actions.save, 'main');
    this.#save.title = 'Ctrl+S or ⌘S';
    const close = makeButton('Close', actions.close);
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
    this.root.append(pane, makeSplitter(relayout));
    this.#keepKeys(actions);
  }

  /** Takes its part of the window. */
  open(): void {
    document.documentElement.append(this.#host);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
    relayout();
  }

  close(): void {
    this.#host.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (other) => !sheets.includes(other),
    );
    relayout();
  }

  /** @param isAlarming whether words may be lost, or what was saved has errors */
  say(file: string, state: string, isAlarming: boolean, canSave: boolean): void {
    this.#file.textContent = file;
    if (this.#state.textContent !== state) this.#state.textContent = state;
    this.#state.classList.toggle('alarming', isAlarming);
    this.#save.disabled = !canSave;
  }

  /** Shows a notice in the place of the one before it, or none. */
  show(notice: Notice | undefined): void {
    if (notice?.text === this.#shown?.text) return;
    this.#shown = notice;
    this.#notice.hidden = !notice;
    const text = make('p', '');
    text.textContent = notice?.text ?? '';
    const buttons = make('div', 'buttons');
    buttons.append(...(notice?.choices.map(([name, choose]) => makeButton(name, choose)) ?? []));
    this.#notice.replaceChildren(text, buttons);
    if (notice?.isQuestion) buttons.querySelector('button')?.focus();
  }

  /** What is typed here is not for the deck. */
  #keepKeys({ save, close }: PaneActions): void {
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

/** The deck, and all that is drawn to its measure, fits what is left of the window. */
function relayout(): void {
  dispatchEvent(new Event('resize'));
}

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name: string) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  return element;
}

export function makeButton(text: string, press: () => void, name = ''): HTMLButtonElement {
  const button = make('button', name);
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', press);
  return button;
}
