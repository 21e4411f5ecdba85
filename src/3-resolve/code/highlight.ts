import { cached } from '../../base/cache/cache.ts';
import { codeFingerprint } from '../../base/code-fingerprint.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { suggest } from '../../base/diagnostics/suggest.ts';
import { libraryVersion } from '../../base/files/libraries.ts';
import { TimeLimitError, withTimeLimit } from '../../base/time/time-limit.ts';
import type { Code } from '../../model/blocks.ts';
import type { Resources } from '../resources.ts';
import { codeKey } from './code-key.ts';
import { languageModule, languageNames } from './languages.ts';
import { loadLanguage } from './load-language.ts';

interface Sample {
  readonly module: string;
  readonly text: string;
}

/** Colors code blocks in the languages that highlight.js knows; reports those that it does not know. */
export async function highlightAll(
  blocks: readonly Code[],
  report: Report,
): Promise<Resources['highlighted']> {
  const known = blocks.flatMap((block) => {
    const module = findModule(block, report);
    return module === undefined ? [] : [{ block, module, text: block.text }];
  });
  if (known.length === 0) return new Map();
  const samples = known.map(({ module, text }): Sample => ({ module, text }));
  const code = codeFingerprint('src/3-resolve/code/highlight.ts');
  const version = libraryVersion('highlight.js');
  const result = await cached('code', [code, version, JSON.stringify(samples)], async () =>
    JSON.stringify(await highlightSamples(samples)),
  );
  const colored: (string | null)[] = JSON.parse(result);
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

const plain = new Set([
  '',
  'text',
  'txt',
  'plain',
  'plaintext',
  'none',
  'mermaid',
  'dot',
  'graphviz',
]);

function findModule(block: Code, report: Report): string | undefined {
  if (plain.has(block.language)) return undefined;
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

/** Languages that are embedded in others. */
const guests: ReadonlyMap<string, readonly string[]> = new Map([
  ['xml', ['css', 'javascript']],
  ['markdown', ['xml']],
  ['php', ['xml']],
  ['vue', ['xml', 'css', 'javascript']],
  ['handlebars', ['xml']],
  ['http', ['json', 'xml']],
  ['typescript', ['css', 'graphql', 'xml']],
  ['javascript', ['css', 'graphql', 'xml']],
]);

/** The start of embedded code in a script: JSX, or a template such as css`…`. */
const guestMark = /<\/|\/>|<>|(?:css|gql|html)`/;

function guestsIn({ module, text }: Sample): readonly string[] {
  const isScript = module === 'javascript' || module === 'typescript';
  return isScript && !guestMark.test(text) ? [] : (guests.get(module) ?? []);
}

/** The time limit for a block, in milliseconds; it is halved after each block that exceeds it. */
const timeLimit = 1000;

/** @returns HTML, or null if a block took too long */
async function highlightSamples(samples: readonly Sample[]): Promise<readonly (string | null)[]> {
  const { default: core } = await import('highlight.js/lib/core');
  const highlighter = core.newInstance();
  const modules = new Set(samples.flatMap((sample) => [sample.module, ...guestsIn(sample)]));
  await Promise.all(
    [...modules].map(async (name) => {
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
