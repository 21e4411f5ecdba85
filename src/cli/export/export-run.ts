import path from 'node:path';
import { BrowserError } from '../../6-export/browser/browser-error.ts';
import { findColorlessEmoji } from '../../6-export/browser/emoji.ts';
import type { Tab } from '../../6-export/browser/tab.ts';
import { exportReady, type ReadyDeck, readyDeck } from '../../6-export/export-deck.ts';
import { ExportError, type ExportedFile, type Exporter } from '../../6-export/exporter.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { Inputs } from '../../base/inputs.ts';
import { reportInternalError } from '../../base/internal-error.ts';
import type { BuildPage } from '../../base/pipeline.ts';
import type { TrustedScripts } from '../../base/scripts/trusted-scripts.ts';
import type { Terminal } from '../../base/terminal.ts';
import { formatPath } from '../../base/units.ts';
import { checkOverfull } from '../../check/page/overfull.ts';
import type { BuiltPage, Page } from '../../model/page.ts';
import type { SharedBrowser } from '../browser/shared-browser.ts';
import { trustedPage } from '../browser/trusted-page.ts';
import { writeOutput } from '../output/write-output.ts';
import type { ExportOutput } from './export-output.ts';
import { type ExportJob, type ExportPlan, outputOf } from './export-plan.ts';

interface BuiltJob extends ExportJob, ReadyDeck {
  readonly inputs: Inputs;
}

/** One run of the command. An error in one deck or format is reported and does not stop the others. */
export class ExportRun {
  readonly #plan: ExportPlan;
  readonly #trusted: TrustedScripts;
  readonly #browser: SharedBrowser;
  readonly #output: ExportOutput;
  readonly #terminal: Terminal;
  readonly #force: boolean;
  readonly #built: BuiltJob[] = [];
  /** Those that were checked in the browser. */
  readonly #checked = new Set<BuiltJob>();
  /** The number of slides exported so far, of all decks in all formats. */
  #done = 0;
  hasFailed = false;

  /** @param force whether files that Lectern has not written are replaced, too */
  constructor(
    plan: ExportPlan,
    trusted: TrustedScripts,
    browser: SharedBrowser,
    output: ExportOutput,
    terminal: Terminal,
    force: boolean,
  ) {
    this.#plan = plan;
    this.#trusted = trusted;
    this.#browser = browser;
    this.#output = output;
    this.#terminal = terminal;
    this.#force = force;
  }

  /** Builds all pages first, so that the total number of slides is known. */
  async buildPages(buildPage: BuildPage<Page | BuiltPage>, strict: boolean): Promise<void> {
    for (const job of this.#plan.jobs) {
      await this.#reporting(`building ${this.#nameOf(job)}`, async (report) => {
        const inputs = new Inputs();
        const { formats, template } = this.#plan;
        const settings = {
          formats,
          template,
          buildPage,
          pageToShow: (page: Page) =>
            trustedPage(page, job.options.root, this.#trusted, 'export', report),
          isStopped: () => report.hasErrors || (strict && report.hasProblems),
          hasErrors: () => report.hasErrors,
        };
        const ready = await readyDeck(job, settings, inputs, report);
        if (ready) this.#built.push({ ...job, ...ready, inputs });
        else this.hasFailed = true;
      });
    }
  }

  get #usesBrowser(): boolean {
    return this.#plan.formats.some(({ usesBrowser }) => usesBrowser);
  }

  async exportPages(): Promise<void> {
    const formats = this.#built.flatMap((job) => job.formats);
    const inBrowser = formats.filter(({ usesBrowser }) => usesBrowser);
    const mayOpen = formats.filter(({ usesDeck }) => usesDeck);
    this.#browser.expect(inBrowser.length + mayOpen.length);
    for (const job of this.#built) {
      for (const format of job.formats) {
        const before = this.#done;
        const label = `${this.#nameOf(job)} to ${format.name}`;
        const isDone = await this.#reporting(`exporting ${label}`, (report) =>
          this.#export(job, format, report),
        );
        if (isDone) this.#advance(before, job.page.slideCount, label);
        else this.#done = before + job.page.slideCount;
      }
    }
  }

  async #export(job: BuiltJob, format: Exporter, report: Report): Promise<void> {
    const { page } = job;
    const label = `${this.#nameOf(job)} to ${format.name}`;
    const [start, before] = [performance.now(), this.#done];
    this.#advance(before, 0, label);
    const files = await exportReady(job, format, {
      options: this.#plan.options,
      stem: path.basename(job.target) + format.suffix,
      report,
      open: (html, work) => this.#browser.show(html, work),
      show: (work) =>
        this.#browser.show(page.html, async (tab) => {
          await this.#check(tab, job, report);
          return work(tab);
        }),
      onProgress: (slides) => this.#advance(before, slides, label),
    });
    // The time is divided among several images.
    const milliseconds = (performance.now() - start) / files.length;
    for (const file of files) {
      const output = outputOf(job, format, file.ending, files.length === 1);
      const bytes = await this.#write(job, output, file, report);
      if (bytes === undefined) continue;
      const { deck } = job;
      const slides = file.slides ?? page.slideCount;
      this.#output.written({ deck, output, format: format.name, bytes, slides, milliseconds });
    }
  }

  /** Warns of what only a browser can tell, once for each deck. */
  async #check(tab: Tab, job: BuiltJob, report: Report): Promise<void> {
    if (this.#checked.has(job)) return;
    this.#checked.add(job);
    await this.#checkEmoji(tab, job, report);
    await checkOverfull(tab, job.page, this.#terminal.cwd, report);
  }

  /** Warns of emoji that are not drawn in color. */
  async #checkEmoji(tab: Tab, job: BuiltJob, report: Report): Promise<void> {
    const emoji = await tab.evaluate<string>(findColorlessEmoji);
    if (emoji === '') return;
    const message = `${this.#nameOf(job)}: the browser has no color font for emoji, such as ${emoji}`;
    const hint =
      'install Noto Color Emoji: fonts-noto-color-emoji on Debian and Ubuntu,\n' +
      'google-noto-color-emoji-fonts on Fedora, font-noto-emoji on Alpine';
    report.add('emoji-font', undefined, message, hint);
  }

  /** @returns the size in bytes if the file was written */
  #write(
    { deck, inputs }: BuiltJob,
    file: string,
    { content }: ExportedFile,
    report: Report,
  ): Promise<number | undefined> {
    const { cwd } = this.#terminal;
    const force = this.#force;
    return writeOutput({ file, deck, content, inputs: inputs.files, force, cwd }, report);
  }

  #advance(before: number, slides: number, label: string): void {
    this.#done = before + slides;
    const all = this.#built.reduce(
      (sum, { page, formats }) => sum + page.slideCount * formats.length,
      0,
    );
    this.#output.progress.show(this.#done, all, label);
  }

  /** @returns whether there were no errors */
  async #reporting(doing: string, work: (report: Report) => Promise<void>): Promise<boolean> {
    const report = new Report();
    try {
      await work(report);
    } catch (error) {
      if (error instanceof BrowserError || error instanceof ExportError) {
        // A missing browser is reported once, not for each deck.
        const isGlobal = error.code === 'browser-missing';
        const message = isGlobal ? error.message : `${doing}: ${error.message}`;
        report.add(error.code, undefined, message, error.hint);
      } else reportInternalError(error, doing, this.#terminal.debug, report);
    }
    if (report.hasErrors) this.hasFailed = true;
    // A browser knows exactly what the build can only estimate.
    this.#output.diagnostics(
      report.diagnostics.filter(({ code }) => !this.#usesBrowser || code !== 'slide-crowded'),
    );
    return !report.hasErrors;
  }

  #nameOf({ deck }: ExportJob): string {
    return formatPath(deck, this.#terminal.cwd);
  }
}
