import type { PageMessage, ServerMessage } from '../../dev/protocol/messages.ts';

/** Milliseconds between attempts to reconnect: the first and the longest wait. */
const [minWait, maxWait] = [200, 3000];

/** A WebSocket connection to the server that reconnects by itself. */
export class Connection {
  readonly #address: string;
  readonly #hello: () => readonly PageMessage[];
  readonly #receive: (message: ServerMessage) => void;
  readonly #onLost: () => void;
  #socket: WebSocket | undefined;
  #wait = minWait;
  #timer = 0;

  /**
   * @param path of the WebSocket
   * @param hello the messages to send whenever the connection is established
   * @param onLost called whenever the connection is lost or cannot be established
   */
  constructor(
    path: string,
    hello: () => readonly PageMessage[],
    receive: (message: ServerMessage) => void,
    onLost: () => void = () => {},
  ) {
    this.#address = `ws://${location.host}${path}`;
    this.#hello = hello;
    this.#receive = receive;
    this.#onLost = onLost;
    this.#open();
  }

  /** @returns whether there is a connection; otherwise the message is dropped */
  send(message: PageMessage): boolean {
    if (!this.isOpen) return false;
    this.#socket?.send(JSON.stringify(message));
    return true;
  }

  /** Whether the server is connected. */
  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Whether all messages have been sent. */
  get isIdle(): boolean {
    return (this.#socket?.bufferedAmount ?? 0) === 0;
  }

  /** Replaces a connection that no longer responds. */
  renew(): void {
    const old = this.#socket;
    this.#open();
    old?.close();
  }

  #open(): void {
    clearTimeout(this.#timer);
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      if (socket !== this.#socket) return;
      this.#wait = minWait;
      for (const message of this.#hello()) this.send(message);
    });
    socket.addEventListener('message', ({ data }) => {
      if (socket === this.#socket) this.#receive(JSON.parse(String(data)) as ServerMessage);
    });
    socket.addEventListener('close', () => {
      if (socket !== this.#socket) return;
      this.#timer = setTimeout(() => this.#open(), this.#wait);
      this.#wait = Math.min(this.#wait * 2, maxWait);
      this.#onLost();
    });
  }
}
