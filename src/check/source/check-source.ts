import type { BuildOptions } from '../../model/source.ts';
import { type Finding, findingOf } from '../finding.ts';
import type { ReadDeck } from '../read-deck.ts';
import type { SourceLines } from '../source-lines.ts';
import type { Extras, SourceContext } from './rule.ts';
import { sourceRules } from './rules.ts';

/**
 * Runs the rules that look at the source.
 *
 * @param signal ends the check between two rules; with it, other work may be done between them
 */
export async function checkSource(
  { deck, slides, parts }: ReadDeck,
  options: BuildOptions,
  lines: SourceLines,
  extras: Extras = {},
  signal?: AbortSignal,
): Promise<readonly Finding[]> {
  const findings = new Map<string, Finding>();
  const context: SourceContext = {
    deck,
    slides,
    parts,
    options,
    ...extras,
    linesOf: (file) => lines.of(file),
    add: (found) => {
      const key = JSON.stringify([found.rule, found.span, found.message]);
      if (findings.has(key)) return;
      findings.set(key, { ...findingOf(found), ...(found.severity && { isFixed: true }) });
    },
  };
  for (const rule of sourceRules) {
    await rule(context);
    if (!signal) continue;
    // A save must not wait for it.
    await new Promise(setImmediate);
    if (signal.aborted) break;
  }
  return [...findings.values()];
}
