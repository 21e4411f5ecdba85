import { randomUUID } from 'node:crypto';
import type { Diagnostic } from '../../base/diagnostics/diagnostic.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { Inputs } from '../../base/inputs.ts';
import { BuildMemo } from '../../base/memo/memo.ts';
import type { BuildPage, PlannedDeck } from '../../base/pipeline.ts';
import { reportScriptsOff } from '../../base/scripts/script-consent.ts';
import type { TrustedScripts } from '../../base/scripts/trusted-scripts.ts';
import type { BuiltPage } from '../../model/page.ts';
import { FileWatch, type WatchOptions } from '../files/watch.ts';
import type { DiagnosticsMessage, PageDiagnostic, ServerMessage } from '../protocol/messages.ts';
import { createUpdate } from './page-update.ts';

/** The version of a deck that pages show: the last one without errors, or the last one until there was such. */
export interface ShownPage {
  readonly page: BuiltPage;
  readonly hasErrors: boolean;
  /** Identifies the content of the page. Unique within this process. */
  readonly version: string;
  /** Whether the deck has scripts of its own, and the user has agreed to run them. */
  readonly mayRunScripts: boolean;
}

/** The result of one build. */
export interface Build {
  readonly deck: LiveDeck;
  readonly diagnostics: readonly Diagnostic[];
  readonly milliseconds: number;
  /** The texts that were used instead of those of files, by their real paths. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Whether pages now show it. */
  readonly isShown: boolean;
}

interface LiveDeckOptions {
  readonly buildPage: BuildPage<BuiltPage>;
  readonly watch: WatchOptions;
  /** Creates a function that formats diagnostics with their source lines. */
  readonly printer: (drafts: ReadonlyMap<string, string>) => (diagnostic: Diagnostic) => string;
  /** The texts to use instead of those of files in the next build. */
  readonly draftsOf: (deck: LiveDeck) => ReadonlyMap<string, string>;
  readonly trusted: TrustedScripts;
  /** Adds an unexpected error to the report. */
  readonly catchError: (error: unknown, report: Report) => void;
  /** Sends a message to the pages of the deck. */
  readonly send: (deck: LiveDeck, message: ServerMessage) => void;
  readonly onBuild: (build: Build) => void;
}

/**
 * A deck that is rebuilt whenever one of its files changes. Builds run one at a time; changes during a
 * build start another one.
 */
export class LiveDeck {
  /** As in URLs, decoded. */
  readonly name: string;
  readonly job: PlannedDeck;
  readonly #options: LiveDeckOptions;
  readonly #watch: FileWatch;
  #shown: ShownPage | undefined;
  /** Whether pages show an older version, as the last build had errors. */
  #isOutdated = false;
  #diagnostics: readonly PageDiagnostic[] = [];
  /** What checks have found in the version that is shown. */
  #findings: readonly PageDiagnostic[] = [];
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

  /** Absent until the deck could be read. */
  get shown(): ShownPage | undefined {
    return this.#shown;
  }

  /** The diagnostics of the last build, and what checks have found since then. */
  get diagnostics(): readonly PageDiagnostic[] {
    // Where a slide is cut, its page has measured.
    const isMeasured = ({ code, slide }: PageDiagnostic): boolean =>
      code === 'slide-crowded' &&
      this.#findings.some((found) => found.code === 'slide-overfull' && found.slide === slide);
    return [...this.#diagnostics.filter((each) => !isMeasured(each)), ...this.#findings];
  }

  /** Whether the last build has reported that a slide is far too full. @param number of the slide, from 1 */
  isCrowded(number: number): boolean {
    return this.#diagnostics.some(
      ({ code, slide }) => code === 'slide-crowded' && slide === number - 1,
    );
  }

  /** What a build made now would start from: the deck with its drafts, and what the last one has computed. */
  get planned(): PlannedDeck {
    const { deck, options } = this.job;
    return {
      deck,
      options: { ...options, drafts: this.#options.draftsOf(this), memo: this.#memo },
    };
  }

  /** Shows what checks have found in the version that is shown. */
  showFindings(findings: readonly PageDiagnostic[]): void {
    this.#findings = findings;
    this.#sendDiagnostics();
  }

  /** The message with the diagnostics to show in pages. */
  get diagnosticsMessage(): DiagnosticsMessage {
    const { diagnostics } = this;
    return { type: 'diagnostics', diagnostics, isOutdated: this.#isOutdated };
  }

  #sendDiagnostics(): void {
    this.#options.send(this, this.diagnosticsMessage);
  }

  /** The files in which builds have found slides, as named in spans. */
  get markdown(): ReadonlySet<string> {
    return this.#markdown;
  }

  /** Builds the deck even if no file has changed. */
  rebuild(): void {
    this.#isStale = true;
    void this.build();
  }

  /** Resolves once the page is built from the current files. */
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
    // Without a version that has no errors, this one is shown with them.
    const isPreview = this.#shown?.hasErrors ?? true;
    let page: BuiltPage | undefined;
    this.#memo.nextBuild();
    try {
      page = await this.#options.buildPage(
        deck,
        { ...options, drafts, isPreview, memo: this.#memo },
        report,
        inputs,
      );
    } catch (error) {
      this.#options.catchError(error, report);
    }
    if (this.#isClosed) return;
    const mayRunScripts = page !== undefined && this.#checkScripts(page, report);
    const toText = this.#options.printer(drafts);
    this.#diagnostics = report.diagnostics.flatMap((diagnostic) => {
      const { severity } = diagnostic;
      // Notes call for no change; the terminal shows them.
      if (severity === 'note') return [];
      return [
        {
          ...pageDiagnosticOf(diagnostic, severity, toText(diagnostic)),
          ...slideOf(diagnostic, page),
        },
      ];
    });
    for (const slide of page?.slides ?? []) this.#markdown.add(slide.span.file);
    const { hasErrors } = report;
    const isShown = page !== undefined && (isPreview || !hasErrors);
    this.#isOutdated = !isShown && this.#shown !== undefined;
    if (page && isShown) this.#show({ page, hasErrors, mayRunScripts });
    this.#findings = [];
    this.#sendDiagnostics();
    const milliseconds = performance.now() - start;
    const { diagnostics } = report;
    this.#options.onBuild({ deck: this, diagnostics, milliseconds, drafts, isShown });
    await untilFileEvents();
    this.#watch.follow([deck, ...inputs.files].filter(isOwn));
  }

  /** @returns whether there are scripts, all of which may run */
  #checkScripts(page: BuiltPage, report: Report): boolean {
    const texts = page.scripts.map(({ text }) => text);
    const areTrusted = this.#options.trusted.includes(this.job.options.root, texts);
    if (!areTrusted) reportScriptsOff(page, 'dev', report);
    return areTrusted && texts.length > 0;
  }

  #show(built: Omit<ShownPage, 'version'>): void {
    const before = this.#shown;
    const next = { ...built, version: randomUUID() };
    const change = before && createUpdate(before, next);
    // For example, blank lines change the lines of slides but not what is shown.
    const isSame = before !== undefined && !change;
    this.#shown = isSame ? { ...next, version: before.version } : next;
    if (!isSame) this.#options.send(this, change ?? { type: 'reload' });
  }
}

/** Resolves once pending file events were delivered, which takes a full turn of the event loop. */
function untilFileEvents(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

/** Files of installed packages are not watched. */
function isOwn(file: string): boolean {
  return !/[/\\]node_modules[/\\]/.test(file);
}

function pageDiagnosticOf(
  { code, message, hint, span }: Diagnostic,
  severity: PageDiagnostic['severity'],
  text: string,
): PageDiagnostic {
  return { severity, code, text, message, ...(hint && { hint }), ...(span && { span }) };
}

/** The index of the slide that a diagnostic is about. */
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
