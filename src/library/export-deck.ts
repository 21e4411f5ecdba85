import path from 'node:path';
import { buildPage } from '../../build.ts';
import { exportReady, readyDeck } from '../6-export/export-deck.ts';
import type { ExportOptions, Paper, SlidesPerPage } from '../6-export/exporter.ts';
import { formats } from '../6-export/formats.ts';
import { parseSlideRanges } from '../6-export/slide-range.ts';
import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { Report } from '../base/diagnostics/report.ts';
import { suggest } from '../base/diagnostics/suggest.ts';
import { Inputs } from '../base/inputs.ts';
import { formatPath } from '../base/units.ts';
import type { Page } from '../model/page.ts';
import { type BrowserOptions, LazyBrowser, pageToShow } from './browser.ts';
import { guarded } from './guarded.ts';
import { type DeckOptions, planDeck } from './options.ts';

export interface ExportDeckOptions extends DeckOptions, BrowserOptions {
  /** A format of `lectern help export`: `pdf`, `pptx`, `png`. */
  readonly to: string;
  /** Only these slides: `3-7,12`. */
  readonly slides?: string;
  /** A page or an image per step. */
  readonly steps?: boolean;
  /** Include the speaker notes. */
  readonly notes?: boolean;
  /** Width of images in pixels. */
  readonly width?: number;
  /** Omit the background of slides in images. */
  readonly transparent?: boolean;
  /** Paper size of a handout. */
  readonly paper?: Paper;
  /** Slides per page of a handout. */
  readonly slidesPerPage?: SlidesPerPage;
  /** Path of the presentation in whose look a PowerPoint file is written. */
  readonly template?: string;
  /** Creation time to write into files, in seconds since 1970. */
  readonly madeAt?: number;
}

export interface ExportedDeck {
  /** Empty if the deck or the export has errors. */
  readonly files: readonly ExportedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ExportedFile {
  /** As the command line names it: `talk.pdf`, `talk-01.png`. */
  readonly name: string;
  readonly content: Uint8Array;
}

/**
 * Exports a deck to one format, as `lectern export` does, and returns the files.
 *
 * @throws {RangeError} for an option that is invalid for every deck
 */
export async function exportDeck(file: string, options: ExportDeckOptions): Promise<ExportedDeck> {
  const format = formats.find(({ name }) => name === options.to);
  if (!format)
    throw new RangeError(
      `unknown format "${options.to}"; ${suggest(
        options.to,
        formats.map(({ name }) => name),
      )}`,
    );
  const settings = exportOptions(options);
  const { deck, options: own } = planDeck(file, options);
  const template =
    options.template === undefined
      ? undefined
      : { name: options.template, file: path.resolve(own.cwd, options.template) };
  const isPptx = format.name === 'pptx';
  const planned = {
    ...own,
    stripMetadata: true,
    opensTemplate: isPptx,
    keepsHidden: isPptx,
    ...(template && { template }),
  };
  const job = { deck, options: planned };
  const { signal } = options;
  const report = new Report();
  const browser = new LazyBrowser(options, signal);
  const during = `exporting ${formatPath(deck, own.cwd)} to ${format.name}`;
  const files = await guarded(during, signal, report, async () => {
    try {
      const prepared = {
        formats: [format],
        template,
        buildPage,
        pageToShow: (page: Page) => pageToShow(page, options, report),
        isStopped: () => report.hasErrors,
        hasErrors: () => report.hasErrors,
      };
      const ready = await readyDeck(job, prepared, new Inputs(), report);
      if (!ready || report.hasErrors) return [];
      return await exportReady(ready, format, {
        options: settings,
        report,
        open: (html, work) => browser.show(html, work),
        show: (work) => browser.show(ready.page.html, work),
        onProgress: () => {},
      });
    } finally {
      await browser.stop();
    }
  });
  signal?.throwIfAborted();
  const stem = path.parse(deck).name + format.suffix;
  return {
    files: report.hasErrors
      ? []
      : (files ?? []).map(({ ending, content }) => ({
          name: stem + ending,
          content: new Uint8Array(typeof content === 'string' ? Buffer.from(content) : content),
        })),
    diagnostics: report.diagnostics,
  };
}

function exportOptions(options: ExportDeckOptions): ExportOptions {
  const { slides, steps, notes, width, transparent, paper, slidesPerPage, madeAt } = options;
  const ranges = slides === undefined ? undefined : parseSlideRanges(slides);
  if (slides !== undefined && !ranges) throw new RangeError(`invalid slides "${slides}"`);
  return {
    ...(ranges && { slides: ranges }),
    steps: steps ?? false,
    notes: notes ?? false,
    ...(width !== undefined && { width }),
    isTransparent: transparent ?? false,
    paper: paper ?? 'a4',
    slidesPerPage: slidesPerPage ?? 1,
    ...(madeAt !== undefined && { madeAt }),
  };
}
