/** The library that `import … from 'lectern'` loads; see docs/api.md. It prints nothing and ends no process. */
export { buildPage } from '../../build.ts';
export type { Code, Diagnostic, Edit, Severity } from '../base/diagnostics/diagnostic.ts';
export { formatDiagnostic } from '../base/diagnostics/format.ts';
export { Report } from '../base/diagnostics/report.ts';
export { Inputs } from '../base/inputs.ts';
export { remoteFiles } from '../base/remote/remote-files.ts';
export type { Deck } from '../model/deck.ts';
export type { Page, PageSlide } from '../model/page.ts';
export type { BuildOptions, Dialect, Span } from '../model/source.ts';
export type { BrowserOptions } from './browser.ts';
export { type BuildDeckOptions, type BuiltDeck, buildDeck } from './build-deck.ts';
export {
  type CheckDeckOptions,
  type CheckedDeck,
  checkDeck,
  type FoundDiagnostic,
} from './check-deck.ts';
export {
  type ExportDeckOptions,
  type ExportedDeck,
  type ExportedFile,
  exportDeck,
} from './export-deck.ts';
export type { DeckOptions } from './options.ts';
export { type ParsedDeck, parseDeck } from './parse-deck.ts';
