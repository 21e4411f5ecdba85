import type { Duplex } from 'node:stream';

/** In bytes. */
const defaultMax = 256 * 1024 * 1024;

/**
 * What connections have still to read of responses, each body counted once. If it is too much, the connections
 * that read the oldest body are closed: they are slow, or do not read at all.
 */
export class UnreadBytes {
  readonly #max: number;
  /** The oldest body first, with the count of its responses for each connection. */
  readonly #readers = new Map<Buffer, Map<Duplex, number>>();
  #total = 0;

  constructor(max = defaultMax) {
    this.#max = max;
  }

  /** @returns a function to call when the body was read */
  add(body: Buffer, connection: Duplex): () => void {
    const readers = this.#readers.get(body) ?? this.#addBody(body);
    readers.set(connection, (readers.get(connection) ?? 0) + 1);
    return () => this.#remove(body, connection, 1);
  }

  /** Forgets a connection that was closed. */
  forget(connection: Duplex): void {
    for (const body of [...this.#readers.keys()]) {
      this.#remove(body, connection, Number.POSITIVE_INFINITY);
    }
  }

  #addBody(body: Buffer): Map<Duplex, number> {
    const readers = new Map<Duplex, number>();
    this.#readers.set(body, readers);
    this.#total += body.byteLength;
    for (const [oldest, connections] of [...this.#readers]) {
      if (this.#total <= this.#max || oldest === body) break;
      for (const connection of [...connections.keys()]) {
        connection.destroy();
        this.forget(connection);
      }
    }
    return readers;
  }

  #remove(body: Buffer, connection: Duplex, count: number): void {
    const readers = this.#readers.get(body);
    const left = (readers?.get(connection) ?? 0) - count;
    if (left > 0) readers?.set(connection, left);
    else readers?.delete(connection);
    if (readers?.size !== 0) return;
    this.#readers.delete(body);
    this.#total -= body.byteLength;
  }
}
