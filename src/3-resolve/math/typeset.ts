import type { Options } from 'temml';
import type { Report } from '../../base/diagnostics/report.ts';
import { TimeLimitError, withTimeLimit } from '../../base/time-limit.ts';
import type { Deck } from '../../model/deck.ts';
import type { TexFormula } from '../../model/inline.ts';
import type { Located } from '../../model/source.ts';
import { explain, type TexFault } from './errors.ts';
import { type Macros, ownMacros } from './macros.ts';
import { placeIn, wholeOf } from './place.ts';
import { isBlank, type MathNode, readNode } from './tree.ts';

/** The trees of a deck's formulas; one that is faulty has none. */
export type Typeset = ReadonlyMap<TexFormula, MathNode>;

type Temml = typeof import('temml').default;

/** Longer than this, a formula is typeset against the clock. */
const [longTex, timeLimit] = [2000, 1000];
/** So many unknown commands are named in one formula. */
const maxFaults = 8;

/** Typesets a deck's formulas; says at its place what is wrong in each. Without formulas it loads nothing. */
export async function typesetAll(deck: Deck, report: Report): Promise<Typeset> {
  if (deck.formulas.length === 0) return new Map();
  // It has the types of a CommonJS module, and is none.
  const temml = (await import('temml')).default as unknown as Temml;
  const typesetter = new Typesetter(temml, deck, report);
  for (const [name, macro] of deck.frontMatter.macros) typesetter.define(name, macro);
  const trees = deck.formulas.map((formula) => [formula, typesetter.typeset(formula)] as const);
  return new Map(trees.flatMap(([formula, tree]) => (tree ? [[formula, tree]] : [])));
}

class Typesetter {
  readonly #temml: Temml;
  readonly #deck: Deck;
  readonly #report: Report;
  readonly #macros: Macros;

  constructor(temml: Temml, deck: Deck, report: Report) {
    this.#temml = temml;
    this.#deck = deck;
    this.#report = report;
    this.#macros = ownMacros(deck.equations);
  }

  /** Takes a command of the deck's own up, if its TeX holds together. */
  define(name: string, { value, span }: Located<string>): void {
    const [highest = 0] = [...value.matchAll(/#([1-9])/g)]
      .map(([, n]) => Number(n))
      .sort()
      .reverse();
    const definition = `\\def\\${name}${parameters(highest)}{${value}}`;
    try {
      this.#takeDefinitions(definition);
    } catch (error) {
      const { message } = explain(error as TexFault, value, []);
      this.#report.add('maths-macro', span, `the command \\${name} is broken: ${message}`);
    }
  }

  /** @returns nothing for a formula that is faulty, or does nothing but define commands */
  typeset(formula: TexFormula): MathNode | undefined {
    const { tex, lines } = formula;
    try {
      if (tex.length <= longTex) return this.#typeset(formula);
      return withTimeLimit(timeLimit, () => this.#typeset(formula));
    } catch (error) {
      const hint = 'simplify or split it';
      if (error instanceof TimeLimitError) {
        this.#report.add('time-limit', lines[0], 'this formula takes too long to typeset', hint);
      } else if (error instanceof RangeError) {
        this.#report.add('nesting-limit', lines[0], 'this formula is nested too deeply', hint);
      } else throw error;
      return undefined;
    }
  }

  #typeset({ tex, display, lines }: TexFormula): MathNode | undefined {
    let text = tex;
    for (let count = 0; count < maxFaults; count++) {
      try {
        const node = readNode(this.#temml.__renderToMathMLTree(text, this.#options(display)));
        if (count > 0) return undefined;
        if (!isDefinition(tex) || !isBlank(node)) return node;
        this.#takeDefinitions(tex);
        return undefined;
      } catch (error) {
        if (error instanceof RangeError) throw error;
        // Where temml gives up in another way than by its own error, it says no place.
        const fault = explain(error as TexFault, text, this.#deck.equations.keys());
        const { start, length, message, hint } = fault;
        const span = start === undefined ? wholeOf(lines) : placeIn(lines, start, length);
        this.#report.add(fault.code, span, message, hint);
        // An unknown command is left out, to find what else is wrong.
        if (!fault.isRecoverable || start === undefined) return undefined;
        text = text.slice(0, start) + '{}'.padEnd(length) + text.slice(start + length);
      }
    }
    return undefined;
  }

  #options(displayMode: boolean): Options {
    return {
      displayMode,
      throwOnError: true,
      trust: false,
      maxExpand: 1000,
      maxSize: [40, 40],
      // After a fault, temml leaves in it what the formula had defined.
      macros: { ...this.#macros },
    };
  }

  /** Makes commands known to all formulas from here on. */
  #takeDefinitions(tex: string): void {
    const { macros, ...options } = this.#options(true);
    const keep = ({ macros: { current } }: { readonly macros: { readonly current: Macros } }) => {
      for (const [name, value] of Object.entries(current)) {
        if (name !== keeper) this.#macros[name] = withoutPlaces(value);
      }
      return '';
    };
    this.#temml.__parse(`${tex}\n${keeper}`, { ...options, macros: { ...macros, [keeper]: keep } });
  }
}

/** A command at the end of definitions, which sees what they defined before TeX forgets it. */
const keeper = '\\lectern@keep';

/** `#1#2`, as TeX declares what a command takes. */
function parameters(count: number): string {
  return Array.from({ length: count }, (_, i) => `#${i + 1}`).join('');
}

function isDefinition(tex: string): boolean {
  return /^\s*\\(?:(?:re|provide)?newcommand|[egx]?def|let|DeclareMathOperator)\b/.test(tex);
}

/** Places in a definition mean nothing in the formulas that use it. */
function withoutPlaces(macro: unknown): unknown {
  const { tokens } = macro as { readonly tokens?: readonly { loc?: unknown }[] };
  for (const token of tokens ?? []) token.loc = undefined;
  return macro;
}
