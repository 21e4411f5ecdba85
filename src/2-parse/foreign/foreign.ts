import type { Code } from '../../base/diagnostics/diagnostic.ts';
import type { Source } from '../source.ts';

/** A construct of another tool that means nothing in Lectern's own Markdown. */
export interface ForeignSyntax {
  /** Finds it in a text; in one that it must fill, with `^` and `$`. */
  readonly pattern: RegExp;
  /** For messages: `a pause of presenterm`. */
  readonly what: string;
  /** What to write instead. @param groups the capturing groups of the pattern, `''` where one is absent */
  readonly hint: string | ((...groups: readonly string[]) => string);
}

export function hintOf({ hint }: ForeignSyntax, match: RegExpExecArray | RegExpMatchArray): string {
  if (typeof hint === 'string') return hint;
  return hint(...match.slice(1).map((group) => group ?? ''));
}

/**
 * Reports the first construct of a table that a text is. Decks of other tools are translated: what is left there
 * is text.
 *
 * @param effect what becomes of it, for the message
 * @param source begins with the text
 * @param length of the span
 * @returns whether there is one
 */
export function reportForeign(
  code: Code,
  table: readonly ForeignSyntax[],
  { text, effect, length }: { text: string; effect: string; length: number },
  source: Source,
): boolean {
  if (source.scope.isTranslated) return false;
  for (const syntax of table) {
    const match = syntax.pattern.exec(text);
    if (!match) continue;
    const message = `${syntax.what}: ${effect}`;
    source.report.add(code, source.span(0, length), message, hintOf(syntax, match));
    return true;
  }
  return false;
}
