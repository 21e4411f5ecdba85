import type { PageMessage, ServerMessage } from '../../dev/messages.ts';

/** Between tries to reach a server that is gone: the first and the longest wait, in milliseconds. */
const [shortest, longest] = [200, 3000];

/** Talks with the server; waits for it where it is gone. */
export class Connection {
  readonly #greet: () => readonly PageMessage[];
  readonly #receive: (message: ServerMessage) => void;
  #socket: WebSocket | undefined;
  #wait = shortest;

  /** @param greet what to say each time the connection is there */
  constructor(greet: () => readonly PageMessage[], receive: (message: ServerMessage) => void) {
    this.#greet = greet;
    this.#receive = receive;
    this.#open();
  }

  send(message: PageMessage): void {
    if (this.isOpen) this.#socket?.send(JSON.stringify(message));
  }

  /** Whether there is a server that messages go to. */
  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Whether all that was said is on its way. */
  get isIdle(): boolean {
    return (this.#socket?.bufferedAmount ?? 0) === 0;
  }

  #open(): void {
    const socket = new WebSocket(`ws://${location.host}/live`);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.#wait = shortest;
      for (const message of this.#greet()) this.send(message);
    });
    socket.addEventListener('message', ({ data }) => {
      this.#receive(JSON.parse(String(data)) as ServerMessage);
    });
    socket.addEventListener('close', () => {
      setTimeout(() => this.#open(), this.#wait);
      this.#wait = Math.min(this.#wait * 2, longest);
    });
  }
}
