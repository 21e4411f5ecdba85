import { Report } from '../../base/diagnostics/report.ts';
import { Inputs } from '../../base/inputs.ts';
import { BuildMemo } from '../../base/memo/memo.ts';
import type { BuildPage, PlannedDeck } from '../../base/pipeline.ts';
import { TrustedScripts } from '../../base/scripts/trusted-scripts.ts';
import { checkDeck, type ShowPage } from '../../check/check.ts';
import { readCheckConfig } from '../../check/config.ts';
import { type ReadDeck, readDeck } from '../../check/read-deck.ts';
import type { BuiltPage } from '../../model/page.ts';
import type { SharedBrowser } from '../browser/shared-browser.ts';
import { trustedPage } from '../browser/trusted-page.ts';
import { jsonDiagnostic } from '../build/build-output.ts';
import { type DeckSlides, readDeckSlides } from './deck-slides.ts';
import type { Project } from './project.ts';
import { ToolError } from './tool-error.ts';

/** What the check of a deck found. */
interface CheckAnswer {
  readonly errors: number;
  readonly warnings: number;
  /** Whether the slides were looked at in a browser. */
  readonly browser: boolean;
  readonly findings: readonly object[];
}

interface SessionOptions {
  readonly project: Project;
  readonly buildPage: BuildPage<BuiltPage>;
  /** Kept running from call to call; absent if slides are not looked at. */
  readonly browser: SharedBrowser | undefined;
  /** The same browser as options of a command. */
  readonly browserFlags: readonly string[];
}

/** What the tools of one connection share. */
export class Session {
  readonly project: Project;
  readonly buildPage: BuildPage<BuiltPage>;
  readonly browser: SharedBrowser | undefined;
  readonly browserFlags: readonly string[];
  readonly #trusted = new TrustedScripts(false);
  readonly #memos = new Map<string, BuildMemo>();

  constructor({ project, buildPage, browser, browserFlags }: SessionOptions) {
    this.project = project;
    this.buildPage = buildPage;
    this.browser = browser;
    this.browserFlags = browserFlags;
  }

  /** @param drafts texts by real path, in place of those of the files */
  plan(deck: string, drafts?: ReadonlyMap<string, string>): PlannedDeck {
    const { root } = this.project;
    const memo = this.#memos.get(deck) ?? new BuildMemo();
    this.#memos.set(deck, memo);
    memo.nextBuild();
    const options = { cwd: root, root, allowRemote: false, share: false, memo };
    return { deck, options: { ...options, ...(drafts && { drafts }) } };
  }

  /** @throws {ToolError} if the deck cannot be read */
  slidesOf({ deck, options }: PlannedDeck): Promise<DeckSlides> {
    return readDeckSlides(deck, options);
  }

  /** @throws {ToolError} if the deck cannot be read */
  async read(planned: PlannedDeck): Promise<ReadDeck> {
    const read = await readDeck(planned);
    if (!read) throw new ToolError('the deck cannot be read; the tool check says why');
    return read;
  }

  /** The page of a deck with or without errors. @throws {ToolError} if the deck cannot be read */
  async preview({ deck, options }: PlannedDeck, report = new Report()): Promise<BuiltPage> {
    const page = await this.buildPage(deck, { ...options, isPreview: true }, report, new Inputs());
    if (!page) throw new ToolError('the deck cannot be read; the tool check says why');
    return page;
  }

  /** Shows a page in the browser, without the deck's own scripts unless the user has agreed to them. */
  get show(): ShowPage | undefined {
    const { browser } = this;
    if (!browser) return undefined;
    const { root } = this.project;
    return (page, work) =>
      browser.show(trustedPage(page, root, this.#trusted, 'mcp', new Report()).html, work);
  }

  async check(deck: string): Promise<CheckAnswer> {
    const planned = this.plan(deck);
    const { buildPage, show } = this;
    const { levels } = readCheckConfig(planned, new Report());
    const found = await checkDeck(planned, { buildPage, levels, ...(show && { show }) });
    const severities = found.findings.map(({ diagnostic }) => diagnostic.severity);
    const findings = found.findings.map(({ diagnostic, slide }) => {
      return { slide: slide ?? null, ...jsonDiagnostic(diagnostic) };
    });
    return {
      errors: severities.filter((severity) => severity === 'error').length,
      warnings: severities.filter((severity) => severity === 'warning').length,
      browser: found.wasShown,
      findings,
    };
  }

  async stop(): Promise<void> {
    await this.browser?.stop();
  }
}
