import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { macOf } from '../../base/cache/cache-key.ts';
import { settingsFolder } from '../../base/cache/settings-folder.ts';

/** `write` includes `control`. */
export type Permission = 'write' | 'control';

/**
 * A part of the server with a secret of its own, in which all addresses begin with the same path. Browsers send
 * a cookie to all ports of a host, but not to other paths: pages of other servers on this machine cannot know
 * the path, and so do not receive the cookie.
 */
export interface Area {
  /** `/k3J9dkFq` */
  readonly base: string;
  /** 128 random bits. It opens the area, and authorizes the messages of its pages. */
  readonly token: string;
  /** Absent in the areas of decks with scripts of their own, which can read the token. */
  readonly permission?: Permission;
  /** The deck whose page with scripts is the only page of the area. */
  readonly deck?: string;
}

/** The areas of a server. */
export class Areas {
  readonly #port: () => number;
  readonly #all = new Map<string, Area>();

  /** @param port called when the server listens */
  constructor(port: () => number) {
    this.#port = port;
  }

  /** The pages of all decks, for those who have a permission. */
  of(permission: Permission): Area {
    return this.#get(permission, { permission });
  }

  /** The page of a deck that runs its scripts. */
  ofScripts(deck: string): Area {
    return this.#get(`scripts ${deck}`, { deck });
  }

  /**
   * Finds the area of a path.
   *
   * @param path of a request, decoded
   * @returns also the rest of the path
   */
  find(path: string): { readonly area: Area; readonly path: string } | undefined {
    const end = path.indexOf('/', 1);
    const area = [...this.#all.values()].find(({ base }) => end > 0 && base === path.slice(0, end));
    return area && { area, path: path.slice(end) };
  }

  /** The permission of a token; `undefined` if it has none. */
  permissionOf(token: unknown): Permission | undefined {
    return this.#ofToken(token)?.permission;
  }

  /** Whether a token is one of this server that may show a deck. */
  mayShow(token: unknown, deck: string): boolean {
    const area = this.#ofToken(token);
    return area !== undefined && (area.deck ?? deck) === deck;
  }

  #ofToken(token: unknown): Area | undefined {
    return [...this.#all.values()].find((area) => isSame(token, area.token));
  }

  #get(name: string, grants: Pick<Area, 'permission' | 'deck'>): Area {
    const known = this.#all.get(name);
    if (known) return known;
    const area = { base: createBase(name, this.#port()), token: createToken(), ...grants };
    this.#all.set(name, area);
    return area;
  }
}

function createToken(): string {
  return randomBytes(16).toString('base64url');
}

/**
 * The first part of the paths of an area. It is the same in the next run on this port, so that open pages find
 * the server again once the browser has the new token.
 */
function createBase(name: string, port: number): string {
  const folder = settingsFolder();
  const code = folder && macOf(folder, 'address', `${port} ${name}`);
  const bytes = code === undefined ? randomBytes(6) : Buffer.from(code, 'hex').subarray(0, 6);
  return `/${bytes.toString('base64url')}`;
}

/** Compares in constant time. */
export function isSame(text: unknown, secret: string): boolean {
  if (typeof text !== 'string') return false;
  const [given, wanted] = [text, secret].map((t) => createHash('sha256').update(t).digest());
  return given !== undefined && wanted !== undefined && timingSafeEqual(given, wanted);
}
