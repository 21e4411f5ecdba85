/** A process that builds decks for the fuzzer, one after another. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildPage } from '../../../build.ts';
import { writePresentation } from '../../../src/6-export/pptx/presentation.ts';
import type { Diagnostic } from '../../../src/base/diagnostics/diagnostic.ts';
import { Report } from '../../../src/base/diagnostics/report.ts';
import { reportInternalError } from '../../../src/base/internal-error.ts';
import type { BuiltPage } from '../../../src/model/page.ts';
import type { Dialect } from '../../../src/model/source.ts';

export interface Built {
  readonly diagnostics: readonly Diagnostic[];
  /** `undefined` if there is no page. */
  readonly htmlFile?: string;
  /** A PowerPoint file of some decks. */
  readonly pptxFile?: string;
  /** Of processor time. */
  readonly milliseconds: number;
}

interface Order {
  readonly deckFile: string;
  readonly dialect?: Dialect;
  readonly withPptx: boolean;
}

process.on('message', (order) => void build(order as Order));

async function build({ deckFile, dialect, withPptx }: Order): Promise<void> {
  const folder = path.dirname(deckFile);
  const report = new Report();
  const before = process.cpuUsage();
  const place = { cwd: folder, root: folder };
  const options = { ...place, allowRemote: false, share: false, ...(dialect && { dialect }) };
  const htmlFile = path.join(folder, 'deck.html');
  const pptxFile = path.join(folder, 'deck.pptx');
  const page = await guarded('building', report, () => buildPage(deckFile, options, report));
  const html = page && (await guarded('composing', report, async () => page.html));
  if (html !== undefined) writeFileSync(htmlFile, html);
  const pptx = page && withPptx && (await guarded('exporting', report, () => toPptx(page, report)));
  if (pptx) writeFileSync(pptxFile, pptx);
  const { user, system } = process.cpuUsage(before);
  process.send?.({
    diagnostics: report.diagnostics,
    ...(html !== undefined && { htmlFile }),
    ...(pptx && { pptxFile }),
    milliseconds: Math.round((user + system) / 1000),
  } satisfies Built);
}

/** @returns `undefined` if there was an internal error, which is reported */
async function guarded<T>(
  doing: string,
  report: Report,
  task: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await task();
  } catch (error) {
    reportInternalError(error, `${doing} a random deck`, true, report);
    return undefined;
  }
}

/** Without the images that a browser draws. */
async function toPptx(page: BuiltPage, report: Report): Promise<Buffer> {
  const slides = Array.from({ length: page.slideCount }, (_, i) => i + 1);
  return (await writePresentation(page, { slides, rasters: new Map(), report })).bytes;
}
