import type { Options } from 'temml';
import type { Deck } from '../../model/deck.ts';
import { physicsMacros } from './physics.ts';

export type Macros = NonNullable<Options['macros']>;

export interface MacroToken {
  readonly text: string;
}

/** The tokens that replace a command, in reverse order. */
export interface Expansion {
  readonly tokens: readonly MacroToken[];
  readonly numArgs: 0;
}

/** The part of temml that reads the arguments of commands. */
export interface Expander {
  /** @returns the tokens of each argument, in reverse order */
  consumeArgs(count: number): readonly (readonly MacroToken[])[];
  /** The next token, which is not removed. */
  future(): MacroToken;
  popToken(): MacroToken;
}

/** Commands of LaTeX and of common packages that temml has under another name. */
const synonyms: Macros = {
  '\\mbox': '\\text{#1}',
  '\\ensuremath': '{#1}',
  '\\nicefrac': '{}^{#1}\\!/\\!{}_{#2}',
  '\\mathds': '\\mathbb{#1}',
  '\\mathbbm': '\\mathbb{#1}',
  '\\mathbfit': '\\bm{#1}',
  '\\symbf': '\\mathbf{#1}',
  '\\symup': '\\mathrm{#1}',
  '\\symit': '\\mathit{#1}',
  '\\textdegree': '\\degree',
};

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
    ...physicsMacros,
    ...synonyms,
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
