import type { WebSocket } from 'ws';
import type { ServerMessage } from './messages.ts';

/** A page that has this many bytes still to receive is disconnected: it does not read, and they fill the memory. */
const maxUnread = 64 * 1024 * 1024;

/** Sends a message to pages, which share its bytes. */
export function sendToAll(pages: Iterable<WebSocket>, message: ServerMessage): void {
  let bytes: Buffer | undefined;
  for (const page of pages) {
    if (page.bufferedAmount > maxUnread) page.terminate();
    else {
      bytes ??= Buffer.from(JSON.stringify(message));
      page.send(bytes, { binary: false });
    }
  }
}
