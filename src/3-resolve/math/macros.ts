import type { Options } from 'temml';
import type { Deck } from '../../model/deck.ts';

export type Macros = NonNullable<Options['macros']>;

interface Expander {
  consumeArgs(count: number): readonly (readonly { readonly text: string }[])[];
  future(): { readonly text: string };
  popToken(): unknown;
}

/** Labels and tags were already parsed and are ignored here; references are text. */
export function ownMacros(equations: Deck['equations']): Macros {
  const skip = (expander: Expander): string => {
    if (expander.future().text === '*') expander.popToken();
    expander.consumeArgs(1);
    return '';
  };
  const refer =
    (isBare: boolean) =>
    (expander: Expander): string => {
      const [name = []] = expander.consumeArgs(1);
      const label = name
        .map(({ text }) => text)
        .reverse()
        .join('');
      const number = equations.get(label);
      if (number === undefined) return `\\${missingReference}`;
      return `\\text{${isBare ? bareNumber(number) : number}}`;
    };
  const declare = (expander: Expander): string => {
    const isStarred = expander.future().text === '*';
    if (isStarred) expander.popToken();
    return `\\def#1{\\operatorname${isStarred ? '*' : ''}{#2}}`;
  };
  return {
    '\\DeclareMathOperator': declare,
    '\\label': skip,
    '\\tag': skip,
    '\\ref': refer(true),
    '\\eqref': refer(false),
  };
}

/** An undefined command that marks a reference without a target. */
export const missingReference = 'lectern@missing';

/** A number without the parentheses around it. */
export function bareNumber(number: string): string {
  return number.replace(/^\((.*)\)$/, '$1');
}
