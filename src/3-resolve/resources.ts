import { createRequire } from 'node:module';
import type { LanguageFn } from 'highlight.js';
import { cached } from '../base/cache.ts';
import type { Report } from '../base/diagnostics/report.ts';
import { suggest } from '../base/diagnostics/suggest.ts';
import type { Inputs } from '../base/inputs.ts';
import { TimeLimitError, withTimeLimit } from '../base/time-limit.ts';
import type { Code } from '../model/blocks.ts';
import type { Deck } from '../model/deck.ts';
import { languageModule, languageNames } from './code/languages.ts';
import type { Icon } from './icons/icon-set.ts';
import { findIcons } from './icons/icons.ts';
import { type Typeset, typesetAll } from './math/typeset.ts';

/** What rendering needs from heavy libraries, made before so that rendering itself is a pure function. */
export interface Resources {
  /** The coloured HTML of code blocks, by {@link codeKey}; what is not in it is plain text. */
  readonly highlighted: ReadonlyMap<string, string>;
  /** The trees of formulas; one that is not in it is faulty, or only defines commands. */
  readonly formulas: Typeset;
  /** The emoji by name. */
  readonly emoji: ReadonlyMap<string, string>;
  /** The icons by name. */
  readonly icons: ReadonlyMap<string, Icon>;
  /** Whether the deck has no errors, and all of its code that can be coloured is. */
  readonly isWhole: boolean;
}

/** What the colours of a block depend on. */
export function codeKey({ language, text }: Code): string {
  return `${language}\0${text}`;
}

/** Colours the deck's code, typesets its formulas and looks its emoji up. What the deck has none of is not loaded. */
export async function loadResources(
  deck: Deck,
  inputs: Inputs,
  report: Report,
): Promise<Resources> {
  const [highlighted, formulas, emoji] = await Promise.all([
    highlightAll(deck.code, report),
    typesetAll(deck, report),
    findEmoji(deck.emoji),
  ]);
  const icons = findIcons(deck.icons, inputs, report);
  const isWhole = !report.hasErrors && !report.diagnostics.some(({ code }) => code === 'code-slow');
  return { highlighted, formulas, emoji, icons, isWhole };
}

async function findEmoji(names: ReadonlySet<string>): Promise<Resources['emoji']> {
  if (names.size === 0) return new Map();
  const { nameToEmoji } = await import('gemoji');
  const found = [...names].filter((name) => Object.hasOwn(nameToEmoji, name));
  return new Map(found.map((name) => [name, nameToEmoji[name] ?? '']));
}

interface Sample {
  readonly module: string;
  readonly text: string;
}

async function highlightAll(
  blocks: readonly Code[],
  report: Report,
): Promise<Resources['highlighted']> {
  const known = blocks.flatMap((block) => {
    const module = findModule(block, report);
    return module === undefined ? [] : [{ block, module, text: block.text }];
  });
  if (known.length === 0) return new Map();
  const samples = known.map(({ module, text }): Sample => ({ module, text }));
  const version = String(createRequire(import.meta.url)('highlight.js/package.json').version);
  const result = await cached('code', [version, JSON.stringify(samples)], async () =>
    JSON.stringify(await highlightSamples(samples)),
  );
  const coloured: (string | null)[] = JSON.parse(result);
  const highlighted = new Map<string, string>();
  for (const [i, { block }] of known.entries()) {
    const html = coloured[i];
    if (typeof html === 'string') highlighted.set(codeKey(block), html);
    else reportSlow(block, report);
  }
  return highlighted;
}

function reportSlow({ span }: Code, report: Report): void {
  const message = 'colouring this block takes too long; it stays plain';
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

/** Languages that are written inside of others. */
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

/** Begins a part in another language within a script: JSX, or a template such as css`…`. */
const guestMark = /<\/|\/>|<>|(?:css|gql|html)`/;

function guestsIn({ module, text }: Sample): readonly string[] {
  const isScript = module === 'javascript' || module === 'typescript';
  return isScript && !guestMark.test(text) ? [] : (guests.get(module) ?? []);
}

/** Milliseconds for one block; after each that took too long, the others get half of it. */
const timeLimit = 1000;

/** @returns HTML, or null where a block took too long */
async function highlightSamples(samples: readonly Sample[]): Promise<readonly (string | null)[]> {
  const { default: core } = await import('highlight.js/lib/core');
  const highlighter = core.newInstance();
  const modules = new Set(samples.flatMap((sample) => [sample.module, ...guestsIn(sample)]));
  await Promise.all(
    [...modules].map(async (name) => {
      const language: { default: LanguageFn } = await import(`highlight.js/lib/languages/${name}`);
      highlighter.registerLanguage(name, language.default);
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
