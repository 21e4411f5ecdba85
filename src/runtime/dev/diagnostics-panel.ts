import type { PageDiagnostic } from '../../dev/protocol/messages.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host { all: initial; position: fixed; inset: auto 0 0; z-index: 2147483000; font: 15px/1.45 ui-monospace, "JetBrains Mono", Menlo, Consolas, monospace; }
section { box-sizing: border-box; max-height: 60vh; margin: 0 auto; padding: 14px 20px 18px; overflow: auto; background: #171b1f; color: #eef2f3; border-top: 4px solid var(--mark); box-shadow: 0 -6px 24px rgb(0 0 0 / .35); }
header { display: flex; align-items: center; justify-content: space-between; gap: 1em; margin-bottom: 8px; font: 600 14px/1.4 system-ui, sans-serif; color: var(--mark); }
section:has(> [hidden]) { padding-block: 8px; }
section:has(> [hidden]) header { margin-bottom: 0; }
ol { display: grid; gap: 14px; margin: 0; padding: 0; list-style: none; }
pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
b { font-weight: 600; }
.error b { color: #ffb3ab; } .warning b { color: #f6d28a; }
button { min-height: 24px; padding: 1px 10px; border: 1px solid #66727a; border-radius: 20px; background: none; color: #eef2f3; font: 13px/1.5 system-ui, sans-serif; cursor: pointer; }
button:focus-visible, button:hover { outline: 2px solid #7ed3be; outline-offset: 1px; }
li > button { margin-top: 5px; }
[hidden] { display: none; }
@media (display-mode: fullscreen) { :host(.checks) { display: none; } }
`);

/** A panel with the errors and warnings of a deck, above its slides. */
export class DiagnosticsPanel {
  readonly #goTo: ((slide: number) => void) | undefined;
  readonly #onToggle: (expanded: readonly PageDiagnostic[]) => void;
  readonly #host = document.createElement('aside');
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  /** The user's choice for these diagnostics. */
  #isCollapsed: boolean | undefined;
  #isEditing = false;
  #isOutdated = false;
  #diagnostics: readonly PageDiagnostic[] = [];

  /**
   * @param goTo called with the index of a slide; absent if no deck is shown
   * @param onToggle called with the diagnostics that are to be seen, when the panel is shown or collapsed
   */
  constructor(
    goTo: ((slide: number) => void) | undefined,
    onToggle: (expanded: readonly PageDiagnostic[]) => void = () => {},
  ) {
    this.#goTo = goTo;
    this.#onToggle = onToggle;
    this.#root.adoptedStyleSheets = [sheet];
    this.#host.className = 'lectern-diagnostics';
    this.#host.lang = 'en';
    this.#host.dir = 'ltr';
    this.#host.role = 'status';
  }

  /** Collapses the panel while the editor is open, which marks the diagnostics in the text. */
  setEditing(isEdited: boolean): void {
    this.#isEditing = isEdited && this.#goTo !== undefined;
    this.#isCollapsed = undefined;
    this.show(this.#diagnostics, this.#isOutdated);
  }

  /** Shows a warning about the page, also while the editor is open. */
  warn(message: string): void {
    this.#isCollapsed = false;
    this.show([{ severity: 'warning', text: message, message }]);
    this.#isCollapsed = undefined;
  }

  /**
   * Shows the given diagnostics, or removes the panel if there are none.
   *
   * @param isOutdated whether the slides are those of an earlier version
   */
  show(diagnostics: readonly PageDiagnostic[], isOutdated = false): void {
    this.#diagnostics = diagnostics;
    this.#isOutdated = isOutdated;
    if (diagnostics.length === 0) {
      this.#host.remove();
      this.#isCollapsed = undefined;
      this.#onToggle([]);
      return;
    }
    // What checks find is no reason to cover the slide.
    const areChecks = diagnostics.every(({ box }) => box !== undefined);
    this.#host.classList.toggle('checks', areChecks);
    const panel = document.createElement('section');
    const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
    panel.style.setProperty('--mark', hasErrors ? '#ff8a80' : '#f2c46d');
    const list = document.createElement('ol');
    list.append(...diagnostics.map((diagnostic) => this.#createItem(diagnostic)));
    list.hidden = this.#isCollapsed ?? (this.#isEditing || areChecks);
    panel.append(this.#createHeader(diagnostics, list), list);
    this.#root.replaceChildren(panel);
    document.body.append(this.#host);
    this.#announce(list);
  }

  #announce(list: HTMLElement): void {
    const isShown = this.#isEditing || !list.hidden;
    this.#onToggle(isShown ? this.#diagnostics : []);
  }

  #createHeader(diagnostics: readonly PageDiagnostic[], list: HTMLElement): HTMLElement {
    const header = document.createElement('header');
    const text = document.createElement('span');
    const counts = describeCounts(diagnostics);
    text.textContent = this.#isOutdated ? `${counts}: showing an earlier version` : counts;
    const toggle = createButton(list.hidden ? 'Show' : 'Hide', () => {
      this.#isCollapsed = !list.hidden;
      list.hidden = this.#isCollapsed;
      toggle.textContent = list.hidden ? 'Show' : 'Hide';
      this.#announce(list);
    });
    header.append(text, toggle);
    return header;
  }

  #createItem({ severity, text, slide }: PageDiagnostic): HTMLElement {
    const item = document.createElement('li');
    item.className = severity;
    const [sentence = '', ...lines] = text.split('\n');
    const shown = document.createElement('pre');
    const first = document.createElement('b');
    first.textContent = sentence;
    shown.append(first, ...lines.map((line) => `\n${line}`));
    item.append(shown);
    const goTo = this.#goTo;
    if (goTo && slide !== undefined) {
      item.append(createButton(`Slide ${slide + 1}`, () => goTo(slide)));
    }
    return item;
  }
}

/** `1 error, 2 warnings` */
function describeCounts(diagnostics: readonly PageDiagnostic[]): string {
  const counts = (['error', 'warning'] as const).flatMap((kind) => {
    const count = diagnostics.filter(({ severity }) => severity === kind).length;
    return count === 0 ? [] : [`${count} ${kind}${count === 1 ? '' : 's'}`];
  });
  return counts.join(', ');
}

function createButton(text: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', press);
  return button;
}
