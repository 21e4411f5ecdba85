import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { RateLimiter } from './rate-limiter.ts';

/** Twice as many as a held key sends, as they are counted also where the limit of a remote applies. */
const messageRate = { burst: 160, perSecond: 80 } as const;

/** The times of the slides of a very long deck are some ten kilobytes, sent once for each slide. */
const byteRate = { burst: 1024 * 1024, perSecond: 256 * 1024 } as const;

/**
 * Ends the connection of a page that sends more than a remote or a presented deck does: reading it would leave no
 * time for the others.
 */
export function limitTraffic(page: WebSocket, socket: Duplex): void {
  const messages = new RateLimiter(messageRate);
  const bytes = new RateLimiter(byteRate);
  socket.on('data', (part: Buffer) => {
    if (!bytes.tryTake(part.length)) page.terminate();
  });
  const count = (): void => {
    if (!messages.tryTake()) page.terminate();
  };
  page.on('message', count);
  page.on('ping', count);
  page.on('pong', count);
}
