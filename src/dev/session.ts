import path from 'node:path';
import type { WebSocket } from 'ws';
import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { diagnosticPrinter } from '../base/diagnostics/print.ts';
import { packageRoot } from '../base/files/package-root.ts';
import { reportInternalError } from '../base/internal-error.ts';
import type { BuildPage, PlannedDeck } from '../base/pipeline.ts';
import { TrustedScripts } from '../base/scripts/trusted-scripts.ts';
import type { Terminal } from '../base/terminal.ts';
import { formatPath } from '../base/units.ts';
import type { BuiltPage } from '../model/page.ts';
import { DeckChecks } from './deck/deck-checks.ts';
import { Editing } from './deck/editing.ts';
import { type Build, LiveDeck } from './deck/live-deck.ts';
import { PresenterWindows } from './deck/presenter-windows.ts';
import { openEditor } from './files/open-editor.ts';
import { saveUpload } from './files/upload.ts';
import { FileWatch, type WatchOptions } from './files/watch.ts';
import { checkScript } from './pages/check-script.ts';
import { bundleClient } from './pages/client-script.ts';
import { editorScript } from './pages/editor-script.ts';
import { indexEntry, pathOfDeck, pathOfRemote } from './pages/index-page.ts';
import { SitePages } from './pages/site-pages.ts';
import { Areas, type Permission } from './protocol/areas.ts';
import { LivePages } from './protocol/live.ts';
import type {
  EditRequest,
  FindingsMessage,
  OpenEditor,
  ServerMessage,
} from './protocol/messages.ts';
import { outerAddresses } from './protocol/network-addresses.ts';
import type { AuthSettings } from './protocol/permissions.ts';
import type { ImageUpload } from './protocol/upload-request.ts';
import { DevServer } from './server.ts';

export interface SessionOptions {
  readonly buildPage: BuildPage<BuiltPage>;
  readonly terminal: Terminal;
  /** The port to listen on; a free one if absent. */
  readonly port?: number;
  /** Whether other machines can connect. */
  readonly isOpen: boolean;
  /** Whether pages stay on their slide when another one is edited. */
  readonly stay: boolean;
  /** Whether files are checked periodically instead of watched. */
  readonly polls: boolean;
  /** Whether the user agrees to run the scripts that the decks list. */
  readonly trustsScripts: boolean;
  readonly onBuild: (build: Build) => void;
  /** Called with the path of a deck and what checks have found in it; absent if decks are not checked. */
  readonly onFindings?: (deck: string, diagnostics: readonly Diagnostic[]) => void;
  /** A folder in which decks may be added, and the decks in it now. */
  readonly deckFolder?: { readonly folder: string; readonly jobs: () => readonly PlannedDeck[] };
  /** Shows a message about the whole session. */
  readonly notify: (message: string) => void;
}

/** Watches decks and serves their pages. */
export class Session {
  readonly #options: SessionOptions;
  readonly #decks = new Map<string, LiveDeck>();
  readonly #pages: LivePages;
  readonly #server: DevServer;
  readonly #areas = new Areas(() => this.#port);
  readonly #trusted: TrustedScripts;
  readonly #sitePages: SitePages;
  readonly #presenterWindows = new PresenterWindows((token, deck) =>
    this.#areas.mayShow(token, deck),
  );
  readonly #editing = new Editing();
  readonly #checks: DeckChecks | undefined;
  readonly #notified = new Set<string>();
  #deckFolder: FileWatch | undefined;
  #port = 0;

  /** Bundles the client script, starts listening and builds the decks. */
  static async start(jobs: readonly PlannedDeck[], options: SessionOptions): Promise<Session> {
    const session = new Session(options, await bundleClient('main'));
    await session.#listen();
    for (const permission of ['write', 'control'] as const) session.#areas.of(permission);
    session.add(jobs);
    session.#watchDeckFolder();
    return session;
  }

  private constructor(options: SessionOptions, script: string) {
    this.#options = options;
    this.#trusted = new TrustedScripts(options.trustsScripts);
    this.#checks = options.onFindings && this.#createChecks(options.onFindings);
    const { stay } = options;
    const checks = this.#checks !== undefined;
    this.#sitePages = new SitePages(this.#decks, { script, areas: this.#areas, stay, checks });
    this.#pages = new LivePages({
      findDeck: (name) => this.#decks.get(name),
      decksMessage: () => this.#decksMessage,
      onMessage: (deck, message, page) => this.#receive(deck, message, page),
      onControl: ({ name }, message, page) => this.#presenterWindows.receive(page, name, message),
      onLeave: (page) => this.#editing.leave(page),
    });
    const site = {
      pages: (permission: Permission) => this.#sitePages.all(permission),
      scriptPage: (path: string) => this.#sitePages.withScripts(path),
      editor: editorScript,
      checks: checkScript,
      upload: (image: ImageUpload) => saveUpload(image, this.#decks.get(image.deck)),
      join: this.#pages.join.bind(this.#pages),
    };
    this.#server = new DevServer(site, this.#auth);
  }

  /** Serves these decks too. A deleted deck is kept, as it may come back, and shows an error. */
  add(jobs: readonly PlannedDeck[]): void {
    const known = new Set([...this.#decks.values()].map((deck) => deck.job.deck));
    for (const job of jobs) {
      if (known.has(job.deck)) continue;
      const name = this.#nameOf(job);
      this.#decks.set(name, this.#watchDeck(name, job));
    }
    this.#sendIndex();
    void this.#buildAll();
  }

  /** The URL of the only deck, or of the list of decks. */
  get url(): string {
    const name = this.#onlyDeck();
    return this.#urlOf(name === undefined ? '/' : pathOfDeck(name), 'write');
  }

  /** The URL for phones: the remote of the only deck, or the list of decks, which links to their remotes. */
  get remoteUrl(): string {
    const name = this.#onlyDeck();
    return this.#urlOf(name === undefined ? '/' : pathOfRemote(name), 'control');
  }

  close(): void {
    this.#deckFolder?.close();
    for (const deck of this.#decks.values()) deck.close();
    this.#checks?.close();
    this.#presenterWindows.close();
    this.#server.close();
  }

  #onlyDeck(): string | undefined {
    const [name, ...others] = this.#decks.keys();
    return others.length === 0 ? name : undefined;
  }

  #urlOf(path: string, permission: Permission): string {
    const { isOpen } = this.#options;
    const host = (isOpen ? outerAddresses()[0] : undefined) ?? '127.0.0.1';
    return `http://${host}:${this.#port}${path}?token=${this.#areas.of(permission).token}`;
  }

  get #auth(): AuthSettings {
    const { isOpen } = this.#options;
    const session = this;
    return {
      areas: this.#areas,
      hosts: () => {
        const names = ['127.0.0.1', 'localhost', ...(isOpen ? outerAddresses() : [])];
        return names.map((name) => `${name}:${session.#port}`);
      },
      get cookie() {
        return `lectern-${session.#port}`;
      },
    };
  }

  async #listen(): Promise<void> {
    const { port, isOpen } = this.#options;
    const address = isOpen ? '0.0.0.0' : '127.0.0.1';
    for (const candidate of port === undefined ? usualPorts : [port]) {
      try {
        this.#port = await this.#server.listen({ port: candidate, address });
        return;
      } catch (error) {
        const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
        if (!isTaken || port !== undefined) throw error;
      }
    }
  }

  #watchDeckFolder(): void {
    const { deckFolder } = this.#options;
    if (!deckFolder) return;
    this.#deckFolder = new FileWatch(this.#watchOptions([deckFolder.folder]), () =>
      this.add(deckFolder.jobs()),
    );
    this.#deckFolder.follow([deckFolder.folder]);
  }

  #watchOptions(roots: readonly string[]): WatchOptions {
    const { polls } = this.#options;
    return { roots, polls, notify: (message) => this.#notifyOnce(message) };
  }

  #nameOf({ deck }: PlannedDeck): string {
    // Without the characters that `pathOf` rejects in a URL.
    const name = path.parse(deck).name.replace(/[%:\\\u0000-\u001f\u007f-\u009f]/g, '-');
    for (let number = 1; ; number++) {
      const unique = number === 1 ? name : `${name}-${number}`;
      if (!this.#decks.has(unique)) return unique;
    }
  }

  #watchDeck(name: string, job: PlannedDeck): LiveDeck {
    const { buildPage, terminal } = this.#options;
    const { cwd, root } = job.options;
    return new LiveDeck(name, job, {
      buildPage,
      watch: this.#watchOptions([root, packageRoot]),
      printer: (drafts) => diagnosticPrinter(cwd, false, drafts),
      trusted: this.#trusted,
      draftsOf: (deck) => this.#editing.draftsOf(deck),
      catchError: (error, report) => {
        const during = `building ${formatPath(job.deck, cwd)}`;
        reportInternalError(error, during, terminal.debug, report);
      },
      send: (deck, message) => this.#send(deck, message),
      onBuild: (build) => {
        this.#editing.notifyBuilt(build);
        this.#checks?.built(build);
        this.#options.onBuild(build);
      },
    });
  }

  #createChecks(onFindings: NonNullable<SessionOptions['onFindings']>): DeckChecks {
    const { terminal, notify } = this.#options;
    return new DeckChecks({
      printer: (drafts) => diagnosticPrinter(terminal.cwd, false, drafts),
      catchError: (error) => notify(`the check failed: ${String(error)}`),
      onFindings,
    });
  }

  /** Accepts these messages only from pages with write permission. */
  #receive(
    deck: LiveDeck,
    message: OpenEditor | EditRequest | FindingsMessage,
    page: WebSocket,
  ): void {
    const permission = this.#areas.permissionOf(message.token);
    if (permission === 'write') {
      if (message.type === 'open') void openEditor(deck, message, this.#options.notify);
      else if (message.type === 'findings')
        this.#checks?.add(deck, message.version, message.findings);
      else this.#editing.receive(page, deck, message);
      return;
    }
    // The page is from an earlier run of the server, which had other tokens.
    const isOld = permission === undefined && message.type !== 'open';
    if (isOld) page.send(JSON.stringify({ type: 'reload' } satisfies ServerMessage));
  }

  #send({ name }: LiveDeck, message: ServerMessage): void {
    this.#pages.send(name, message);
    this.#sendIndex();
  }

  #sendIndex(): void {
    this.#pages.send('', this.#decksMessage);
  }

  get #decksMessage(): ServerMessage {
    const entries = [...this.#decks.values()].map((deck) => indexEntry(deck).toString());
    return { type: 'decks', entries };
  }

  async #buildAll(): Promise<void> {
    for (const deck of [...this.#decks.values()]) await deck.build();
  }

  #notifyOnce(message: string): void {
    if (this.#notified.has(message)) return;
    this.#notified.add(message);
    this.#options.notify(message);
  }
}

/** Tried in this order; 0 lets the system choose. */
const usualPorts = [...Array.from({ length: 20 }, (_, i) => 4040 + i), 0];
