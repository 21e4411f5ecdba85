import { fileURLToPath } from 'node:url';
import { loadDeck } from './src/1-load/load.ts';
import { parseDeck } from './src/2-parse/parse.ts';
import { loadResources } from './src/3-resolve/resources.ts';
import { renderDeck } from './src/4-render/render.ts';
import { shareDeck } from './src/4-render/share.ts';
import { bundlePage } from './src/5-bundle/page.ts';
import type { Report } from './src/base/diagnostics/report.ts';
import type { BuiltPage } from './src/model/page.ts';
import type { BuildOptions } from './src/model/source.ts';

export type { Code, Diagnostic, Severity } from './src/base/diagnostics/diagnostic.ts';
export { formatDiagnostic } from './src/base/diagnostics/format.ts';
export { Report } from './src/base/diagnostics/report.ts';
export type { Page } from './src/model/page.ts';
export type { BuildOptions, Span } from './src/model/source.ts';

/**
 * Makes one HTML file of a deck: the whole way from Markdown, in the only order there is.
 *
 * @param deckFile path of a Markdown file, absolute or from `options.cwd`
 * @param report collects what is wrong; where it has errors, the page is good to look at but not to ship
 * @returns `undefined` where there is nothing that a page could be made of
 */
export async function buildPage(
  deckFile: string,
  options: BuildOptions,
  report: Report,
): Promise<BuiltPage | undefined> {
  const source = loadDeck(deckFile, options, report);
  if (!source) return undefined;
  const parsed = parseDeck(source, report);
  const deck = options.share ? shareDeck(parsed) : parsed;
  const rendered = renderDeck(deck, await loadResources(deck, report));
  return bundlePage(rendered, options, report);
}

// `npm run build`: every deck in slides/.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  void import('./src/cli/main.ts').then(({ main }) =>
    main(['build', ...process.argv.slice(2)], async () => buildPage),
  );
}
