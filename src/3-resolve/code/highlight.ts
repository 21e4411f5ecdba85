import { cacheEntry } from '../../base/cache/cache.ts';
import { codeFingerprint } from '../../base/code-fingerprint.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { suggest } from '../../base/diagnostics/suggest.ts';
import { libraryVersion } from '../../base/files/libraries.ts';
import { TimeLimitError, withTimeLimit } from '../../base/time/time-limit.ts';
import type { Code } from '../../model/blocks.ts';
import type { Deck } from '../../model/deck.ts';
import type { Memo } from '../../model/source.ts';
import type { Resources } from '../resources.ts';
import { codeKey } from './code-key.ts';
import { isPlainText, modulesOfSamples, type Sample } from './code-modules.ts';
import { languageModule, languageNames } from './languages.ts';
import { loadLanguage } from './load-language.ts';

/**
 * Colors the code of a deck in the languages that highlight.js knows; reports those that it does not know.
 *
 * @param memo shared by consecutive builds, so that code is colored once
 */
export async function highlightAll(
  { code: blocks, file }: Pick<Deck, 'code' | 'file'>,
  report: Report,
  memo: Memo,
): Promise<Resources['highlighted']> {
  const known = blocks.flatMap((block) => {
    const module = findModule(block, report);
    return module === undefined ? [] : [{ block, module, text: block.text }];
  });
  if (known.length === 0) return new Map();
  const samples = known.map(({ module, text }): Sample => ({ module, text }));
  const key = [JSON.stringify(samples), file] as const;
  const colored = await memo.get(colorSamples, key, () => colorSamples(samples, file));
  const highlighted = new Map<string, string>();
  for (const [i, { block }] of known.entries()) {
    const html = colored[i];
    if (typeof html === 'string') highlighted.set(codeKey(block), html);
    else reportSlow(block, report);
  }
  return highlighted;
}

function reportSlow({ span }: Code, report: Report): void {
  const message = 'highlighting this block takes too long; it is shown as plain text';
  report.add('code-slow', span, message, 'break its long lines, or write "text" as its language');
}

function findModule(block: Code, report: Report): string | undefined {
  if (isPlainText(block)) return undefined;
  const module = languageModule(block.language);
  if (module === undefined) {
    const near = suggest(block.language, languageNames());
    const hint = near.startsWith('did')
      ? near
      : 'it is shown as plain text; write "text" to say that it is';
    report.add('code-language', block.span, `the language "${block.language}" is not known`, hint);
  }
  return module;
}

/** The time limit for a block, in milliseconds; it is halved after each block that exceeds it. */
const timeLimit = 1000;

/** HTML, or null if a block took too long. */
type Colored = string | null;

/**
 * Colors samples. Those that the last build of the deck has colored come from the cache, so that the edit of one does
 * not color all of them.
 */
async function colorSamples(
  samples: readonly Sample[],
  deckFile: string,
): Promise<readonly Colored[]> {
  const modules = modulesOfSamples(samples);
  const entry = cacheEntry('code', [
    ...[codeFingerprint('src/3-resolve/code/highlight.ts'), libraryVersion('highlight.js')],
    // What a language colors in its texts depends on the others that are loaded.
    ...[deckFile, ...modules],
  ]);
  const known = entry.read() ?? '[]';
  const colored = new Map(JSON.parse(known) as readonly [string, Colored][]);
  const added = samples.filter((sample) => !colored.has(nameOf(sample)));
  const results = added.length > 0 ? await highlightSamples(added, modules) : [];
  for (const [i, sample] of added.entries()) colored.set(nameOf(sample), results[i] ?? null);
  const entries = samples.map((each) => [nameOf(each), colored.get(nameOf(each)) ?? null] as const);
  if (added.length > 0) entry.write(JSON.stringify(entries));
  return entries.map(([, html]) => html);
}

function nameOf({ module, text }: Sample): string {
  return `${module}\n${text}`;
}

/** @param modules the languages to load */
async function highlightSamples(
  samples: readonly Sample[],
  modules: readonly string[],
): Promise<readonly Colored[]> {
  const { default: core } = await import('highlight.js/lib/core');
  const highlighter = core.newInstance();
  await Promise.all(
    modules.map(async (name) => {
      highlighter.registerLanguage(name, await loadLanguage(name));
    }),
  );
  let limit = timeLimit;
  return samples.map(({ module, text }) => {
    try {
      return withTimeLimit(limit, () => highlighter.highlight(text, { language: module }).value);
    } catch (error) {
      if (!(error instanceof TimeLimitError)) throw error;
      limit = Math.ceil(limit / 2);
      return null;
    }
  });
}
