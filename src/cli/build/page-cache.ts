import path from 'node:path';
import { configNames, findConfigFiles } from '../../1-load/config/find-config.ts';
import { cacheEntry } from '../../base/cache/cache.ts';
import { codeFingerprint } from '../../base/code-fingerprint.ts';
import { digestOf, isSettled, stampOf } from '../../base/files/file-stats.ts';
import { Inputs } from '../../base/inputs.ts';
import type { BuildPage, LoadPipeline } from '../../base/pipeline.ts';
import type { Page } from '../../model/page.ts';
import type { BuildOptions } from '../../model/source.ts';

/**
 * Builds pages, or reads them from the cache if no input has changed. On a cache hit the pipeline is not
 * even loaded, which takes most of the time for a short deck.
 */
export function cachePages(loadPipeline: LoadPipeline): BuildPage {
  return async (deckFile, options, report, inputs = new Inputs()) => {
    // Unsaved drafts are not cached, and what may have changed on the web is asked for.
    if (options.drafts || options.remote?.updates)
      return (await loadPipeline())(deckFile, options, report, inputs);
    const start = Date.now();
    const entry = cacheEntry('page', keyOf(deckFile, options));
    const known = revive(entry.read(), inputs);
    if (known) return known;
    const buildPage = await loadPipeline();
    const page = await buildPage(deckFile, options, report, inputs);
    // Pages with diagnostics are built again, so that these are printed again.
    const isGood = page && report.diagnostics.length === 0;
    // Otherwise a file may have changed after it was read.
    const areSettled = [...inputs.files].every((file) => isSettled(file, start));
    if (isGood && areSettled) entry.write(describe(page, inputs));
    return page;
  };
}

function keyOf(deckFile: string, options: BuildOptions): readonly string[] {
  const { root, allowRemote, remote, share, stripMetadata = false, dialect = '' } = options;
  const code = codeFingerprint(
    'build.ts',
    'src/check/failures.ts',
    'src/5-bundle/reduce',
    'src/runtime',
    'package.json',
    'package-lock.json',
  );
  // What is fetched is what the lock file says, which is among the inputs.
  const flags = [allowRemote, remote !== undefined, share, stripMetadata].map(String);
  const configs = findConfigFiles(configNames, { deck: deckFile, root });
  return [code, process.version, deckFile, root, dialect, configs.join('\n'), ...flags];
}

/** A cache entry consists of this as JSON, a line feed, and the page's HTML. */
interface Description extends Omit<Page, 'html'> {
  readonly files: readonly (readonly [file: string, state: string])[];
}

function describe(page: Page, inputs: Inputs): string {
  const { html, title, lang, author, date, size, slideCount, slides, scripts } = page;
  const files = [...inputs.files].map((file) => [file, stateOf(file)] as const);
  const description: Description = {
    title,
    lang,
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    size,
    slideCount,
    slides,
    scripts,
    files,
  };
  return `${JSON.stringify(description)}\n${html}`;
}

function revive(text: string | undefined, inputs: Inputs): Page | undefined {
  if (text === undefined) return undefined;
  const end = text.indexOf('\n');
  const { files, ...page } = JSON.parse(text.slice(0, end)) as Description;
  if (files.some(([file, state]) => stateOf(file) !== state)) return undefined;
  for (const [file] of files) inputs.add(file);
  return { html: text.slice(end + 1), ...page };
}

/** A digest of the content of a file; for installed packages, the modification time is enough. */
function stateOf(file: string): string {
  return file.includes(`${path.sep}node_modules${path.sep}`) ? stampOf(file) : digestOf(file);
}
