import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { maxEditedText } from '../../base/files/edit/edited-file.ts';
import { type Connection, ConnectionPool } from './connection-pool.ts';
import { limitTraffic } from './traffic-limit.ts';

/** Who opens the WebSocket of a page. */
export type PageOwner = Omit<Connection, 'close'>;

/** The longest messages: a draft of the longest text, with JSON escapes, and the times of all slides. */
const maxBytes = { writer: 4 * maxEditedText, guest: 256 * 1024 } as const;

/** The WebSockets of open pages, limited in count and in the size of messages. */
export class PageSockets {
  /** Apart from each other: whoever may only watch and control does not keep out whoever may write. */
  readonly #kinds = {
    writer: createKind(maxBytes.writer, { max: 64, reserved: 0, maxPerAddress: 64 }),
    guest: createKind(maxBytes.guest, { max: 64, reserved: 8, maxPerAddress: 8 }),
  };

  /**
   * Completes the handshake.
   *
   * @returns whether there was room
   */
  open(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    owner: PageOwner,
    onOpen: (page: WebSocket) => void,
  ): boolean {
    const { server, pool } = this.#kinds[owner.holder === 'writer' ? 'writer' : 'guest'];
    const connection = { ...owner, close: () => socket.destroy() };
    if (!pool.admit(connection)) return false;
    socket.once('close', () => pool.remove(connection));
    server.handleUpgrade(request, socket, head, (page) => {
      // A violation of the protocol ends the connection.
      page.on('error', () => page.terminate());
      if (owner.holder !== 'writer') limitTraffic(page, socket);
      onOpen(page);
    });
    return true;
  }

  close(): void {
    for (const { server } of Object.values(this.#kinds)) {
      for (const page of server.clients) page.terminate();
    }
  }
}

function createKind(maxPayload: number, limits: ConstructorParameters<typeof ConnectionPool>[0]) {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload,
    perMessageDeflate: false,
    clientTracking: true,
  });
  return { server, pool: new ConnectionPool(limits) };
}
