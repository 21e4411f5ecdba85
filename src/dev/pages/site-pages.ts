import { hash } from '../../base/hash.ts';
import type { LiveDeck, ShownPage } from '../deck/live-deck.ts';
import { livePath } from '../protocol/address.ts';
import type { Areas, Permission } from '../protocol/areas.ts';
import type { ScriptPage, Site } from '../server.ts';
import { bundleClient } from './client-script.ts';
import { indexPage, pathOfScripts, scriptsName, waitingPage } from './index-page.ts';
import { serveRemote } from './remote-page.ts';
import { type Client, serveDeck, serveThumbnail, serveWithScripts } from './served-page.ts';
import { SharedBytes } from './shared-bytes.ts';

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
  readonly #bytes = new SharedBytes();
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
    const pages = new Map<string, () => Buffer | Promise<Buffer>>();
    pages.set('/', () => Buffer.from(indexPage([...this.#decks.values()], client)));
    for (const [name, { shown, job }] of this.#decks) {
      const path = `/${name}/`;
      const share = (kind: string, page: ShownPage, write: () => string): Buffer =>
        this.#bytes.get(page, `${permission} ${kind}`, write);
      if (shown) {
        pages.set(`${path}picture`, () => share('picture', shown, () => serveThumbnail(shown)));
      }
      const withScripts = shown?.mayRunScripts && { withScripts: `${base}${pathOfScripts(name)}` };
      const deckId = mayWrite ? hash(job.deck).slice(0, 16) : '';
      const own = { script, settings: { ...settings, deckId, ...withScripts } };
      const waiting = (used: Client) => Buffer.from(waitingPage(name, used));
      pages.set(path, () =>
        shown ? share('deck', shown, () => serveDeck(name, shown, own)) : waiting(own),
      );
      pages.set(`${path}remote`, async () => {
        if (!shown) return waiting(client);
        const remote = { ...client, script: await this.#bundleRemote() };
        return share('remote', shown, () => serveRemote(name, shown, remote));
      });
    }
    return pages;
  }

  /** The page of a deck with its own scripts, if these may run. */
  withScripts(path: string): ScriptPage | undefined {
    const [name = '', { shown } = {}] =
      [...this.#decks].find(([deck]) => path === `/${deck}/${scriptsName}`) ?? [];
    if (!shown?.mayRunScripts) return undefined;
    const { script, areas, stay } = this.#options;
    const area = areas.ofScripts(name);
    const { base, token } = area;
    const live = `${base}${livePath}?token=${token}`;
    const settings = { base, token, deckId: '', mayWrite: false, stay, checks: false, live };
    const write = () => serveWithScripts(name, shown, { script, settings });
    const html = () => this.#bytes.get(shown, 'scripts', write);
    return { area, path: pathOfScripts(name), html };
  }

  /** On first use. */
  #bundleRemote(): Promise<string> {
    this.#remoteScript ??= bundleClient('remote/main');
    return this.#remoteScript;
  }
}
