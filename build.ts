import { fileURLToPath } from 'node:url';
import { loadDeck } from './src/1-load/load.ts';
import { parseDeck } from './src/2-parse/parse.ts';
import { withoutPrivateContent } from './src/2-parse/share.ts';
import { resolveDeck } from './src/3-resolve/resolve.ts';
import { contentsOf } from './src/4-render/contents.ts';
import { renderDeck } from './src/4-render/render.ts';
import { bundlePage } from './src/5-bundle/page.ts';
import { reportFor } from './src/base/diagnostics/foreign-report.ts';
import type { Report } from './src/base/diagnostics/report.ts';
import { Inputs } from './src/base/inputs.ts';
import type { BuiltPage } from './src/model/page.ts';
import type { BuildOptions, DeckSource } from './src/model/source.ts';

export type { Code, Diagnostic, Severity } from './src/base/diagnostics/diagnostic.ts';
export { formatDiagnostic } from './src/base/diagnostics/format.ts';
export { Report } from './src/base/diagnostics/report.ts';
export { Inputs } from './src/base/inputs.ts';
export { remoteFiles } from './src/base/remote/remote-files.ts';
export type { Page } from './src/model/page.ts';
export type { BuildOptions, Span } from './src/model/source.ts';

/**
 * Builds one HTML file from a deck. The stages run in this order.
 *
 * @param deckFile path of a Markdown file, absolute or relative to `options.cwd`
 * @param report collects the diagnostics; if it contains errors, the page may be previewed but not written
 * @param inputs collects the files that the page depends on
 * @returns `undefined` if the deck cannot be read
 */
export async function buildPage(
  deckFile: string,
  options: BuildOptions,
  report: Report,
  inputs: Inputs = new Inputs(),
): Promise<BuiltPage | undefined> {
  options.signal?.throwIfAborted();
  const source = await loadDeck(deckFile, options, inputs, report);
  options.signal?.throwIfAborted();
  if (!source) return undefined;
  return buildSource(source, options, reportFor(source.dialect, report), inputs);
}

async function buildSource(
  source: DeckSource,
  options: BuildOptions,
  report: Report,
  inputs: Inputs,
): Promise<BuiltPage> {
  const parsed = parseDeck(source, report, options.keepsHidden);
  const deck = options.share ? withoutPrivateContent(parsed, report) : parsed;
  const resources = await resolveDeck(deck, inputs, report, options.memo);
  options.signal?.throwIfAborted();
  const rendered = renderDeck(deck, resources, options.memo, options.marksSource);
  const isDraft = (): boolean => report.hasErrors && !options.isPreview;
  const page = await bundlePage(rendered, { ...options, isDraft }, inputs, report);
  options.signal?.throwIfAborted();
  return Object.assign(page, { contents: contentsOf(deck, resources) });
}

// `npm run build`: every deck in slides/.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  void import('./src/cli/main.ts').then(({ main }) =>
    main(['build', ...process.argv.slice(2)], async () => buildPage),
  );
}
