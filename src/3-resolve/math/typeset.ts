import type { Options } from 'temml';
import type { Report } from '../../base/diagnostics/report.ts';
import { firstLineOf, spanInLines } from '../../base/span.ts';
import { isStackOverflow } from '../../base/stack-overflow.ts';
import { TimeLimitError, withTimeLimit } from '../../base/time/time-limit.ts';
import type { Deck } from '../../model/deck.ts';
import type { TexFormula } from '../../model/inline.ts';
import type { Located } from '../../model/source.ts';
import { describeTexError, type TexError } from './errors.ts';
import { type Macros, ownMacros } from './macros.ts';
import { isBlank, isDefinition, type MathNode, readNode } from './tree.ts';

/** The trees of a deck's formulas, except of those with errors. */
export type Typeset = ReadonlyMap<TexFormula, MathNode>;

type Temml = typeof import('temml').default;

/** Longer formulas are typeset with a time limit, in milliseconds. */
const [longTex, timeLimit] = [2000, 1000];
/** The maximum errors reported per formula. */
const maxErrors = 8;

/**
 * Typesets a deck's formulas and reports their errors. Loads nothing if there are no formulas.
 *
 * @param more formulas, after those of the text
 */
export async function typesetAll(
  deck: Deck,
  more: readonly TexFormula[],
  report: Report,
): Promise<Typeset> {
  const formulas = [...deck.formulas, ...more];
  if (formulas.length === 0) return new Map();
  // Its types are those of a CommonJS module, but it is an ES module.
  const temml = (await import('temml')).default as unknown as Temml;
  const typesetter = new Typesetter(temml, deck, report);
  for (const [file, macros] of deck.macros) typesetter.defineAll(file, macros);
  const trees = formulas.map((formula) => [formula, typesetter.typeset(formula)] as const);
  return new Map(trees.flatMap(([formula, tree]) => (tree ? [[formula, tree]] : [])));
}

class Typesetter {
  readonly #temml: Temml;
  readonly #deck: Deck;
  readonly #report: Report;
  readonly #macros: Macros;
  /** The commands of included files, which are defined only there. */
  readonly #own = new Map<string, Macros>();

  constructor(temml: Temml, deck: Deck, report: Report) {
    this.#temml = temml;
    this.#deck = deck;
    this.#report = report;
    this.#macros = ownMacros(deck.equations);
  }

  /** Defines the commands in a file's front matter: those of the deck itself for all files. */
  defineAll(file: string, macros: Deck['frontMatter']['macros']): void {
    if (macros === this.#deck.frontMatter.macros) {
      for (const [name, macro] of macros) this.#define(name, macro, this.#macros);
      return;
    }
    const own: Macros = {};
    this.#own.set(file, own);
    for (const [name, macro] of macros) this.#define(name, macro, own);
  }

  #define(name: string, { value, span }: Located<string>, target: Macros): void {
    const [highest = 0] = [...value.matchAll(/#([1-9])/g)]
      .map(([, n]) => Number(n))
      .sort()
      .reverse();
    const definition = `\\def\\${name}${parameters(highest)}{${value}}`;
    try {
      this.#addDefinitions(definition, target);
    } catch (error) {
      const { message } = describeTexError(error as TexError, value, []);
      this.#report.add('maths-macro', span, `the command \\${name} is broken: ${message}`);
    }
  }

  /** @returns `undefined` for a formula that has errors or only defines commands */
  typeset(formula: TexFormula): MathNode | undefined {
    const { tex, lines } = formula;
    try {
      if (tex.length <= longTex) return this.#typeset(formula);
      return withTimeLimit(timeLimit, () => this.#typeset(formula));
    } catch (error) {
      const hint = 'simplify or split it';
      if (error instanceof TimeLimitError) {
        this.#report.add('time-limit', lines[0], 'this formula takes too long to typeset', hint);
      } else if (isStackOverflow(error)) {
        this.#report.add('nesting-limit', lines[0], 'this formula is nested too deeply', hint);
      } else throw error;
      return undefined;
    }
  }

  #typeset({ tex, display, lines }: TexFormula): MathNode | undefined {
    let text = tex;
    for (let count = 0; count < maxErrors; count++) {
      try {
        const options = this.#options(display, lines[0]?.file);
        const node = readNode(this.#temml.__renderToMathMLTree(text, options));
        if (count > 0) return undefined;
        if (!isDefinition(tex) || !isBlank(node)) return node;
        this.#addDefinitions(tex);
        return undefined;
      } catch (error) {
        if (isStackOverflow(error)) throw error;
        // Errors other than temml's own have no position.
        const problem = describeTexError(error as TexError, text, this.#deck.equations.keys());
        const { start, length, message, extent = length } = problem;
        const isPlain = !display && !/\\[A-Za-z]{2}/.test(tex);
        const hint = isPlain ? withLine(problem.hint, dollarHint) : problem.hint;
        const span = start === undefined ? firstLineOf(lines) : spanInLines(lines, start, length);
        this.#report.add(problem.code, span, message, hint);
        // An unknown command is removed, to find further errors.
        if (!problem.isRecoverable || start === undefined) return undefined;
        text = text.slice(0, start) + '{}'.padEnd(extent) + text.slice(start + extent);
      }
    }
    return undefined;
  }

  /** @param file that contains the formula */
  #options(displayMode: boolean, file = ''): Options {
    return {
      displayMode,
      throwOnError: true,
      trust: false,
      maxExpand: 1000,
      maxSize: [40, 40],
      // A copy, as temml leaves definitions of a failed formula in it.
      macros: { ...this.#macros, ...this.#own.get(file) },
    };
  }

  /** Adds the definitions in a text: to the commands of all following formulas, if no other target is named. */
  #addDefinitions(tex: string, target = this.#macros): void {
    const { macros, ...options } = this.#options(true);
    const before = { ...macros };
    const capture = ({
      macros: { current },
    }: {
      readonly macros: { readonly current: Macros };
    }) => {
      for (const [name, value] of Object.entries(current)) {
        if (name !== captureCommand && value !== before[name]) target[name] = withoutPlaces(value);
      }
      return '';
    };
    this.#temml.__parse(`${tex}\n${captureCommand}`, {
      ...options,
      macros: { ...macros, [captureCommand]: capture },
    });
  }
}

/** For formulas that may not be meant as such. */
const dollarHint = 'for dollar signs that are text, write \\$';

function withLine(hint: string | undefined, line: string): string {
  return hint === undefined ? line : `${hint}\n${line}`;
}

/** A command at the end of definitions that collects them before TeX drops them. */
const captureCommand = '\\lectern@keep';

/** The parameters of a command in TeX: `#1#2`. */
function parameters(count: number): string {
  return Array.from({ length: count }, (_, i) => `#${i + 1}`).join('');
}

/** Removes positions, which are meaningless in the formulas that use the definition. */
function withoutPlaces(macro: unknown): unknown {
  const { tokens } = macro as { readonly tokens?: readonly { loc?: unknown }[] };
  for (const token of tokens ?? []) token.loc = undefined;
  return macro;
}
