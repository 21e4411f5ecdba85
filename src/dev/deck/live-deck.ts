import { randomUUID } from 'node:crypto';
import type { Diagnostic } from '../../base/diagnostics/diagnostic.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { Inputs } from '../../base/inputs.ts';
import { BuildMemo } from '../../base/memo.ts';
import type { BuildPage, PlannedDeck } from '../../base/pipeline.ts';
import type { BuiltPage } from '../../model/page.ts';
import { FileWatch, type WatchOptions } from '../files/watch.ts';
import type { PageDiagnostic, ServerMessage } from '../protocol/messages.ts';
import { createUpdate } from './page-update.ts';

/** The last version of a deck that had no errors. */
export interface GoodPage {
  readonly page: BuiltPage;
  /** Names what the page shows: no other page that this program serves has it. */
  readonly version: string;
}

/** What became of one build. */
export interface Build {
  readonly deck: LiveDeck;
  readonly diagnostics: readonly Diagnostic[];
  readonly milliseconds: number;
  /** What stood for the texts of files, by their real paths. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Whether it had no errors, and is what pages show now. */
  readonly isShown: boolean;
}

interface LiveDeckOptions {
  readonly buildPage: BuildPage<BuiltPage>;
  readonly watch: WatchOptions;
  /** Gives what makes diagnostics text, each with the line that it is about. */
  readonly printer: (drafts: ReadonlyMap<string, string>) => (diagnostic: Diagnostic) => string;
  /** What is to stand for the texts of files in the next build. */
  readonly draftsOf: (deck: LiveDeck) => ReadonlyMap<string, string>;
  /** Adds to the report what was thrown and never should have been. */
  readonly catchError: (error: unknown, report: Report) => void;
  /** Called with what the pages of the deck are to be told. */
  readonly send: (deck: LiveDeck, message: ServerMessage) => void;
  readonly onBuild: (build: Build) => void;
}

/**
 * A deck that is built again whenever one of its files changes: one build at a time, and the last
 * state of the files wins.
 */
export class LiveDeck {
  /** As addresses say it. */
  readonly name: string;
  readonly job: PlannedDeck;
  readonly #options: LiveDeckOptions;
  readonly #watch: FileWatch;
  #good: GoodPage | undefined;
  #diagnostics: readonly PageDiagnostic[] = [];
  readonly #markdown = new Set<string>();
  #isStale = true;
  #building: Promise<void> | undefined;
  readonly #memo = new BuildMemo();
  #isClosed = false;

  constructor(name: string, job: PlannedDeck, options: LiveDeckOptions) {
    this.name = name;
    this.job = job;
    this.#options = options;
    this.#watch = new FileWatch(options.watch, () => this.rebuild());
  }

  /** What is shown; absent as long as there was no version without errors. */
  get good(): GoodPage | undefined {
    return this.#good;
  }

  /** What is wrong with the files as they are now. */
  get diagnostics(): readonly PageDiagnostic[] {
    return this.#diagnostics;
  }

  /** The files in which builds have found slides, as places name them. */
  get markdown(): ReadonlySet<string> {
    return this.#markdown;
  }

  /** Builds it, be its files other ones now or not. */
  rebuild(): void {
    this.#isStale = true;
    void this.build();
  }

  /** Resolves once the page is that of the files as they are now. */
  build(): Promise<void> {
    this.#building ??= this.#buildUntilFresh().finally(() => {
      this.#building = undefined;
    });
    return this.#building;
  }

  close(): void {
    this.#isClosed = true;
    this.#watch.close();
  }

  async #buildUntilFresh(): Promise<void> {
    while (this.#isStale && !this.#isClosed) {
      this.#isStale = false;
      await this.#buildOnce();
    }
  }

  async #buildOnce(): Promise<void> {
    const { deck, options } = this.job;
    const start = performance.now();
    this.#watch.begin();
    const report = new Report();
    const inputs = new Inputs();
    const drafts = this.#options.draftsOf(this);
    let page: BuiltPage | undefined;
    this.#memo.nextBuild();
    try {
      page = await this.#options.buildPage(
        deck,
        { ...options, drafts, memo: this.#memo },
        report,
        inputs,
      );
    } catch (error) {
      this.#options.catchError(error, report);
    }
    if (this.#isClosed) return;
    const toText = this.#options.printer(drafts);
    this.#diagnostics = report.diagnostics.map((diagnostic) => ({
      ...pageDiagnosticOf(diagnostic, toText(diagnostic)),
      ...slideOf(diagnostic, page),
    }));
    for (const slide of page?.slides ?? []) this.#markdown.add(slide.span.file);
    const isShown = page !== undefined && !report.hasErrors;
    if (page && isShown) this.#show(page);
    this.#options.send(this, { type: 'diagnostics', diagnostics: this.#diagnostics });
    const milliseconds = performance.now() - start;
    const { diagnostics } = report;
    this.#options.onBuild({ deck: this, diagnostics, milliseconds, drafts, isShown });
    await untilFileEvents();
    this.#watch.follow([deck, ...inputs.files].filter(isOwn));
  }

  #show(page: BuiltPage): void {
    const before = this.#good;
    const next = { page, version: randomUUID() };
    const change = before && createUpdate(before, next);
    // Blank lines move slides in the files and change nothing that is shown.
    const isSame = before !== undefined && !change;
    this.#good = isSame ? { ...next, version: before.version } : next;
    if (!isSame) this.#options.send(this, change ?? { type: 'reload' });
  }
}

/** Resolves once the system has told of all that has happened until now: it does so between two turns of the loop. */
function untilFileEvents(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

/** Installed packages stay as they are while somebody writes. */
function isOwn(file: string): boolean {
  return !/[/\\]node_modules[/\\]/.test(file);
}

function pageDiagnosticOf(
  { severity, message, hint, span }: Diagnostic,
  text: string,
): PageDiagnostic {
  return { severity, text, message, ...(hint && { hint }), ...(span && { span }) };
}

/** The slide in whose text a fault is, from 0. */
function slideOf(
  { span }: Diagnostic,
  page: BuiltPage | undefined,
): { readonly slide: number } | undefined {
  if (!span || !page) return undefined;
  const slide = page.slides.findLastIndex(
    ({ span: start }) => start.file === span.file && start.line <= span.line,
  );
  return slide < 0 ? undefined : { slide };
}
