import path from 'node:path';
import { Report } from '../../base/diagnostics/report.ts';
import { Inputs } from '../../base/inputs.ts';
import { reportInternalError } from '../../base/internal-error.ts';
import type { BuildPage, PlannedDeck } from '../../base/pipeline.ts';
import type { TrustedScripts } from '../../base/scripts/trusted-scripts.ts';
import type { Terminal } from '../../base/terminal.ts';
import { formatPath } from '../../base/units.ts';
import { type CheckedDeck, checkDeck, type ShowPage } from '../../check/check.ts';
import { readCheckConfig } from '../../check/config.ts';
import type { Finding } from '../../check/finding.ts';
import { fixDeck } from '../../check/fix/fix-deck.ts';
import type { CheckLevels } from '../../model/check.ts';
import type { SharedBrowser } from '../browser/shared-browser.ts';
import { trustedPage } from '../browser/trusted-page.ts';
import { writeOutput } from '../output/write-output.ts';
import type { CheckOutput } from './check-output.ts';
import type { ChosenExtras } from './choose-extras.ts';
import type { DeckResult, WrittenImage } from './deck-result.ts';
import { writeFix } from './fix-files.ts';

interface RunContext {
  readonly browser: SharedBrowser | undefined;
  readonly trusted: TrustedScripts;
  readonly terminal: Terminal;
  readonly output: CheckOutput;
  readonly extras: ChosenExtras;
  /** Whether what is certain is corrected, or only shown. */
  readonly fixes: 'write' | 'show' | undefined;
  /** Whether a report is wanted. */
  readonly inspects: boolean;
  /** The folder for images of slides with findings, if they are wanted. */
  readonly images?: string;
  /** Whether files that Lectern has not written are replaced, too. */
  readonly force: boolean;
}

/** One run of the command. An error in one deck does not stop the others. */
export class CheckRun {
  readonly #buildPage: BuildPage;
  readonly #context: RunContext;
  /** What was found so far: what several decks have in common is reported once. */
  readonly #known = new Set<string>();

  constructor(buildPage: BuildPage, context: RunContext) {
    this.#buildPage = buildPage;
    this.#context = context;
  }

  /** @param onProgress called with the number of slides that are done */
  async check(planned: PlannedDeck, onProgress: (slides: number) => void): Promise<DeckResult> {
    const { output } = this.#context;
    const report = new Report();
    const start = performance.now();
    onProgress(0);
    const found = await this.#find(planned, onProgress, report);
    const images = await this.#writeImages(planned, found, report);
    const problems = report.diagnostics.map((diagnostic): Finding => ({ diagnostic }));
    const result = {
      ...found,
      deck: planned.deck,
      findings: [...problems, ...found.findings].filter((finding) => this.#isNew(finding)),
      written: images,
      milliseconds: performance.now() - start,
    };
    output.checked(result);
    return result;
  }

  #isNew({ diagnostic }: Finding): boolean {
    const key = JSON.stringify(diagnostic);
    return !this.#known.has(key) && Boolean(this.#known.add(key));
  }

  async #find(
    planned: PlannedDeck,
    onProgress: (slides: number) => void,
    report: Report,
  ): Promise<CheckedDeck> {
    const { terminal, images, inspects, extras, fixes } = this.#context;
    const { root, cwd } = planned.options;
    try {
      const config = readCheckConfig(planned, report);
      const { levels } = config;
      if (fixes) await this.#fix(planned, levels, report);
      const show = this.#showIn(root, report);
      const buildPage = this.#buildPage;
      const takesImages = inspects || images !== undefined;
      const extra = extras.for(config);
      const options = { buildPage, levels, extras: extra, takesImages, inspects, onProgress };
      return await checkDeck(planned, { ...options, ...(show && { show }) });
    } catch (error) {
      const doing = `checking ${formatPath(planned.deck, cwd)}`;
      reportInternalError(error, doing, terminal.debug, report);
      const nothing = { excused: [], images: [], off: [], wasShown: false };
      return { ...nothing, findings: [], inputs: new Inputs(), files: [] };
    }
  }

  /** Corrects what is certain before the rest is reported. */
  async #fix(planned: PlannedDeck, levels: CheckLevels, report: Report): Promise<void> {
    const { terminal, output, fixes } = this.#context;
    for (const fixed of await fixDeck(planned, { buildPage: this.#buildPage, levels })) {
      output.fixed(fixed);
      if (fixes === 'write') await writeFix(fixed, terminal.cwd, report);
    }
  }

  /** The browser runs a deck's own scripts only if the user has agreed to them. */
  #showIn(root: string, report: Report): ShowPage | undefined {
    const { browser, trusted } = this.#context;
    if (!browser) return undefined;
    return (page, work) =>
      browser.show(trustedPage(page, root, trusted, 'check', report).html, work);
  }

  async #writeImages(
    { deck }: PlannedDeck,
    { images, inputs, page }: CheckedDeck,
    report: Report,
  ): Promise<readonly WrittenImage[]> {
    const { images: folder, terminal, force } = this.#context;
    if (folder === undefined) return [];
    const digits = Math.max(2, String(page?.slideCount ?? 0).length);
    const written: WrittenImage[] = [];
    for (const { slide, content, findings } of images) {
      const file = path.join(folder, imageName(deck, slide, digits));
      const { cwd } = terminal;
      const used = inputs.files;
      const output = { file, deck, content, inputs: used, force, cwd, option: '--images' };
      const bytes = await writeOutput(output, report);
      if (bytes !== undefined) written.push({ file, slide, bytes, findings });
    }
    return written;
  }
}

/** `talk-check-03.png`: an exported image of the slide is `talk-03.png`. */
function imageName(deck: string, slide: number, digits: number): string {
  return `${path.parse(deck).name}-check-${String(slide).padStart(digits, '0')}.png`;
}
