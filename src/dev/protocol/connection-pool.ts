import type { Socket } from 'node:net';

/** Which connections give way to others: the lowest first, `writer` never. */
const ranks = ['anonymous', 'guest', 'writer'] as const;

/** Who holds a connection: anybody, somebody with the secret for phones, or somebody who may write. */
export type Holder = (typeof ranks)[number];

/** One connection in a pool. */
export interface Connection {
  /** Connections of the same address are limited together. */
  readonly address: string;
  /** Whether it comes from this machine. */
  readonly isLocal: boolean;
  holder: Holder;
  readonly close: () => void;
}

interface PoolLimits {
  readonly max: number;
  /** How many of these only this machine can use. */
  readonly reserved: number;
  /** The most connections from one address of another machine. */
  readonly maxPerAddress: number;
}

/**
 * The open connections of one kind. If there are too many, the address with the most of them gives way, so
 * that nobody can keep others out: first its oldest connection that has not shown a secret.
 */
export class ConnectionPool {
  readonly #limits: PoolLimits;
  /** The oldest first. */
  readonly #connections = new Set<Connection>();

  constructor(limits: PoolLimits) {
    this.#limits = limits;
  }

  /** Adds a connection, for which another one may be closed. @returns whether there was room */
  admit(connection: Connection): boolean {
    const { max, reserved, maxPerAddress } = this.#limits;
    const { address, isLocal } = connection;
    const hasRoom =
      (isLocal ||
        (this.#hasRoom(maxPerAddress, (other) => other.address === address) &&
          this.#hasRoom(max - reserved, (other) => !other.isLocal))) &&
      this.#hasRoom(max, () => true);
    if (hasRoom) this.#connections.add(connection);
    return hasRoom;
  }

  remove(connection: Connection): void {
    this.#connections.delete(connection);
  }

  /** Whether there are fewer connections of a kind than a limit, after one of them was closed if needed. */
  #hasRoom(limit: number, isOfKind: (connection: Connection) => boolean): boolean {
    const all = [...this.#connections].filter(isOfKind);
    if (all.length < limit) return true;
    const [leaving] = largestGroup(all.filter(({ holder }) => holder !== 'writer')).sort(
      (a, b) => ranks.indexOf(a.holder) - ranks.indexOf(b.holder),
    );
    if (!leaving) return false;
    this.remove(leaving);
    leaving.close();
    return true;
  }
}

/** The connections of the address with the most of them, the oldest first. */
function largestGroup(connections: readonly Connection[]): Connection[] {
  const groups = new Map<string, Connection[]>();
  for (const connection of connections) {
    const group = groups.get(connection.address);
    if (group) group.push(connection);
    else groups.set(connection.address, [connection]);
  }
  return [...groups.values()].reduce((a, b) => (b.length > a.length ? b : a), []);
}

/** The address at the other end of a connection, and whether it is this machine. */
export function peerOf({
  remoteAddress = '',
  localAddress,
}: Socket): Pick<Connection, 'address' | 'isLocal'> {
  return { address: remoteAddress, isLocal: remoteAddress === localAddress };
}
