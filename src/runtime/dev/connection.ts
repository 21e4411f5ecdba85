import type { PageMessage, ServerMessage } from '../../dev/protocol/messages.ts';

/** Between tries to reach a server that is gone: the first and the longest wait, in milliseconds. */
const [shortest, longest] = [200, 3000];

/** Talks with the server; waits for it where it is gone. */
export class Connection {
  readonly #greet: () => readonly PageMessage[];
  readonly #receive: (message: ServerMessage) => void;
  readonly #lost: () => void;
  #socket: WebSocket | undefined;
  #wait = shortest;
  #timer = 0;

  /**
   * @param greet what to say each time the connection is there
   * @param lost called each time that it is not, or cannot be had
   */
  constructor(
    greet: () => readonly PageMessage[],
    receive: (message: ServerMessage) => void,
    lost: () => void = () => {},
  ) {
    this.#greet = greet;
    this.#receive = receive;
    this.#lost = lost;
    this.#open();
  }

  /** @returns whether there is a connection to say it over: what is said without one is lost */
  send(message: PageMessage): boolean {
    if (!this.isOpen) return false;
    this.#socket?.send(JSON.stringify(message));
    return true;
  }

  /** Whether there is a server that messages go to. */
  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Whether all that was said is on its way. */
  get isIdle(): boolean {
    return (this.#socket?.bufferedAmount ?? 0) === 0;
  }

  /** Gives up a connection over which nothing comes any more, and tries another one at once. */
  renew(): void {
    const old = this.#socket;
    this.#open();
    old?.close();
  }

  #open(): void {
    clearTimeout(this.#timer);
    const socket = new WebSocket(`ws://${location.host}/live`);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      if (socket !== this.#socket) return;
      this.#wait = shortest;
      for (const message of this.#greet()) this.send(message);
    });
    socket.addEventListener('message', ({ data }) => {
      if (socket === this.#socket) this.#receive(JSON.parse(String(data)) as ServerMessage);
    });
    socket.addEventListener('close', () => {
      if (socket !== this.#socket) return;
      this.#timer = setTimeout(() => this.#open(), this.#wait);
      this.#wait = Math.min(this.#wait * 2, longest);
      this.#lost();
    });
  }
}
