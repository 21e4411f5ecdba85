import type { ConnectionState } from './remote-connection.ts';

/** Milliseconds to wait for a response, and to show a transient message. */
const [responseTimeout, transientDuration] = [1500, 3000];

const lost = 'Not connected. Reconnecting …';
const refused = 'lectern dev was restarted and has a new address. Scan the new code.';
const noPresenter = 'No presenter window: open the deck on the computer that shows it.';
const late = 'The connection was slow: the last command was dropped.';
const noResponse = 'The presenter window does not respond.';

/**
 * Shows on a remote whether it can control the presenter window, and dims its buttons if it cannot.
 */
export class RemoteStatus {
  readonly #line: HTMLElement;
  readonly #root: HTMLElement;
  #connection: ConnectionState = 'lost';
  #presenters = 0;
  #transient = '';
  #transientTimer = 0;
  #responseTimer = 0;

  /** @param line the element that shows the message */
  constructor(line: HTMLElement, root: HTMLElement) {
    this.#line = line;
    this.#root = root;
    this.#update();
  }

  setConnectionState(connection: ConnectionState): void {
    this.#connection = connection;
    clearTimeout(this.#responseTimer);
    this.#update();
  }

  /** Whether an action can reach a presenter window; draws attention to the message if not. */
  canSend(): boolean {
    if (this.#connection === 'open' && this.#presenters > 0) return true;
    // Flashes the message that explains why.
    this.#line.animate?.({ opacity: [0.2, 1] }, { duration: 300 });
    return false;
  }

  /** An action was sent. */
  requestSent(): void {
    clearTimeout(this.#responseTimer);
    this.#responseTimer = setTimeout(() => this.#showTransient(noResponse), responseTimeout);
  }

  /** The presenter window has reported its state. */
  responseReceived(presenters: number): void {
    clearTimeout(this.#responseTimer);
    this.#presenters = presenters;
    this.#update();
  }

  requestDropped(): void {
    clearTimeout(this.#responseTimer);
    this.#showTransient(late);
  }

  /** A note if several pages show the deck. */
  presenterNotes(): readonly string[] {
    if (this.#presenters < 2) return [];
    return [
      `${this.#presenters} pages show this deck. The remote controls the one that was used last.`,
    ];
  }

  #showTransient(text: string): void {
    this.#transient = text;
    clearTimeout(this.#transientTimer);
    this.#transientTimer = setTimeout(() => {
      this.#transient = '';
      this.#update();
    }, transientDuration);
    this.#update();
  }

  #update(): void {
    const problem = this.#problem();
    const text = problem || this.#transient;
    if (this.#line.textContent !== text) this.#line.textContent = text;
    this.#root.classList.toggle('idle', problem !== '');
    for (const button of this.#root.querySelectorAll(':is(.remote-keys, .remote-timer) > button')) {
      button.ariaDisabled = String(problem !== '');
    }
  }

  #problem(): string {
    if (this.#connection !== 'open') return this.#connection === 'lost' ? lost : refused;
    return this.#presenters === 0 ? noPresenter : '';
  }
}
