/** A process that builds decks for the fuzzer, one after another. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildPage } from '../../../build.ts';
import type { Diagnostic } from '../../../src/base/diagnostics/diagnostic.ts';
import { Report } from '../../../src/base/diagnostics/report.ts';
import { reportInternalError } from '../../../src/base/internal-error.ts';
import type { Dialect } from '../../../src/model/source.ts';

export interface Built {
  readonly diagnostics: readonly Diagnostic[];
  /** `undefined` if there is no page. */
  readonly htmlFile?: string;
  /** Of processor time. */
  readonly milliseconds: number;
}

interface Order {
  readonly deckFile: string;
  readonly dialect?: Dialect;
}

process.on('message', (order) => void build(order as Order));

async function build({ deckFile, dialect }: Order): Promise<void> {
  const folder = path.dirname(deckFile);
  const report = new Report();
  const before = process.cpuUsage();
  const place = { cwd: folder, root: folder };
  const options = { ...place, allowRemote: false, share: false, ...(dialect && { dialect }) };
  const htmlFile = path.join(folder, 'deck.html');
  const html = await pageOf(deckFile, options, report);
  if (html !== undefined) writeFileSync(htmlFile, html);
  const { user, system } = process.cpuUsage(before);
  process.send?.({
    diagnostics: report.diagnostics,
    ...(html !== undefined && { htmlFile }),
    milliseconds: Math.round((user + system) / 1000),
  } satisfies Built);
}

async function pageOf(
  deckFile: string,
  options: Parameters<typeof buildPage>[1],
  report: Report,
): Promise<string | undefined> {
  try {
    return (await buildPage(deckFile, options, report))?.html;
  } catch (error) {
    reportInternalError(error, 'building a random deck', true, report);
    return undefined;
  }
}
