import { hash } from '../../base/hash.ts';
import type { GoodPage, LiveDeck } from '../deck/live-deck.ts';
import { livePath } from '../protocol/address.ts';
import type { Areas, Permission } from '../protocol/areas.ts';
import type { ScriptPage, Site } from '../server.ts';
import { bundleClient } from './client-script.ts';
import { indexPage, pathOfScripts, scriptsName, waitingPage } from './index-page.ts';
import { serveRemote } from './remote-page.ts';
import { type Client, serveDeck, serveThumbnail, serveWithScripts } from './served-page.ts';

interface SitePagesOptions {
  /** The client script. */
  readonly script: string;
  readonly areas: Areas;
  /** Whether pages stay on their slide when another one is edited. */
  readonly stay: boolean;
  /** Whether decks are checked while nobody types. */
  readonly checks: boolean;
}

/** The pages of all decks, by their decoded paths in an area. */
export class SitePages {
  readonly #decks: ReadonlyMap<string, LiveDeck>;
  readonly #options: SitePagesOptions;
  #remoteScript: Promise<string> | undefined;

  constructor(decks: ReadonlyMap<string, LiveDeck>, options: SitePagesOptions) {
    this.#decks = decks;
    this.#options = options;
  }

  /** The pages with the token of a permission. None of them contains scripts of a deck. */
  all(permission: Permission): ReturnType<Site['pages']> {
    const { script, areas, stay } = this.#options;
    const { base, token } = areas.of(permission);
    const mayWrite = permission === 'write';
    const checks = mayWrite && this.#options.checks;
    const live = `${base}${livePath}`;
    const settings = { base, token, deckId: '', mayWrite, stay, checks, live };
    const client = { script, settings };
    const pages = new Map<string, () => string | Promise<string>>();
    pages.set('/', () => indexPage([...this.#decks.values()], client));
    for (const [name, { good, job }] of this.#decks) {
      const path = `/${name}/`;
      if (good) pages.set(`${path}picture`, () => serveThumbnail(good));
      const withScripts = good?.mayRunScripts && { withScripts: `${base}${pathOfScripts(name)}` };
      const deckId = mayWrite ? hash(job.deck).slice(0, 16) : '';
      const own = { script, settings: { ...settings, deckId, ...withScripts } };
      pages.set(path, () => (good ? serveDeck(name, good, own) : waitingPage(name, own)));
      pages.set(`${path}remote`, () =>
        good ? this.#serveRemote(name, good, client) : waitingPage(name, client),
      );
    }
    return pages;
  }

  /** The page of a deck with its own scripts, if these may run. */
  withScripts(path: string): ScriptPage | undefined {
    const [name = '', { good } = {}] =
      [...this.#decks].find(([deck]) => path === `/${deck}/${scriptsName}`) ?? [];
    if (!good?.mayRunScripts) return undefined;
    const { script, areas, stay } = this.#options;
    const area = areas.ofScripts(name);
    const { base, token } = area;
    const live = `${base}${livePath}?token=${token}`;
    const settings = { base, token, deckId: '', mayWrite: false, stay, checks: false, live };
    const html = () => serveWithScripts(name, good, { script, settings });
    return { area, path: pathOfScripts(name), html };
  }

  /** Bundles the script of the remote on first use. */
  async #serveRemote(name: string, good: GoodPage, client: Client): Promise<string> {
    this.#remoteScript ??= bundleClient('remote/main');
    return serveRemote(name, good, { ...client, script: await this.#remoteScript });
  }
}
