import { loadTidyDeck } from '../../1-load/converted.ts';
import { withoutScripts } from '../../5-bundle/own-scripts.ts';
import type { BrowserSettings } from '../../6-export/browser/browser.ts';
import { BrowserError } from '../../6-export/browser/browser-error.ts';
import type { ExportRequest } from '../../6-export/exporter.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { Inputs } from '../../base/inputs.ts';
import { packageInfo } from '../../base/package-info.ts';
import { explainDeck } from '../../explain/explanation.ts';
import { explanationHtml, type SlideImages } from '../../explain/explanation-html.ts';
import { explanationMark } from '../../explain/explanation-mark.ts';
import { shootSlides } from '../../explain/shoot-slides.ts';
import type { Page } from '../../model/page.ts';
import { SharedBrowser } from '../browser/shared-browser.ts';
import { writeOutput } from '../output/write-output.ts';
import { explanationOf, type Job } from '../plan.ts';

/** A page that explains what became of a deck, as it was written. */
export interface WrittenExplanation {
  /** Absolute path. */
  readonly file: string;
  readonly bytes: number;
  /** Why it has no images; absent if it has. */
  readonly withoutImages?: string;
}

/** Explains the decks of one run. */
export class Explainer {
  readonly #browser: SharedBrowser;
  readonly #force: boolean;

  /** @param force whether files that Lectern has not written are replaced, too */
  constructor(settings: BrowserSettings, force: boolean) {
    this.#browser = new SharedBrowser(settings);
    this.#force = force;
  }

  async stop(): Promise<void> {
    await this.#browser.stop();
  }

  /**
   * Writes the explanation of a deck that was built, also of one with errors.
   *
   * @param page absent if it has none
   * @param report of the build, to which it is added if the explanation cannot be written
   */
  async explain(
    { deck, output, options }: Job,
    page: Page | undefined,
    report: Report,
  ): Promise<WrittenExplanation | undefined> {
    const inputs = new Inputs();
    const source = await loadTidyDeck(deck, options, inputs, new Report());
    if (!source) return undefined;
    const { images, problem } = await this.#shoot(report.hasErrors ? undefined : page);
    const explanation = explainDeck({
      ...{ source, page, diagnostics: report.diagnostics, isShared: options.share },
      withoutImages: problem,
    });
    const content = explanationHtml(explanation, images, packageInfo().version);
    const file = explanationOf(output);
    const written = { file, deck, content, inputs: inputs.files, force: this.#force };
    const bytes = await writeOutput(
      { ...written, cwd: options.cwd, reportMark: explanationMark },
      report,
    );
    if (bytes === undefined) return undefined;
    return { file, bytes, ...(problem !== undefined && { withoutImages: problem }) };
  }

  /** Shows the slides without the deck's own scripts. */
  async #shoot(
    page: Page | undefined,
  ): Promise<{ readonly images: SlideImages; readonly problem?: string }> {
    if (!page) return { images: new Map(), problem: 'the deck has errors' };
    const html = withoutScripts(page.html, page.scripts);
    try {
      const open: ExportRequest['open'] = (shown, work) => this.#browser.show(shown, work);
      return { images: await shootSlides(page, html, open) };
    } catch (error) {
      if (!(error instanceof BrowserError)) throw error;
      return { images: new Map(), problem: error.message };
    }
  }
}
