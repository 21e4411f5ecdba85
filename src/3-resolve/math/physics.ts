import type { Expander, Expansion, Macros, MacroToken } from './macros.ts';

type Tokens = readonly MacroToken[];

/** The closing delimiters of `\qty`, by the opening ones. */
const delimiters: Readonly<Record<string, string>> = { '(': ')', '[': ']', '|': '|' };

/**
 * Commands of the LaTeX package "physics" that temml reads only in one of their forms: `\qty` with the
 * delimiters after it, and derivatives with an order or with a variable alone.
 */
export const physicsMacros: Macros = {
  ...named(['qty', 'quantity'], quantity),
  ...named(['dv', 'derivative'], derivative(['\\text', '{', 'd', '}'])),
  ...named(['pdv', 'partialderivative'], derivative(['\\partial'])),
  ...named(['fdv', 'functionalderivative'], derivative(['\\delta'])),
  ...named(['dd', 'differential'], differential),
};

function named(names: readonly string[], expand: (expander: Expander) => Expansion): Macros {
  return Object.fromEntries(names.map((name) => [`\\${name}`, expand]));
}

/** `\qty(x)`, `\qty[x]`, `\qty|x|` and `\qty{x}`; with a star, the delimiters do not grow. */
function quantity(expander: Expander): Expansion {
  const [left, right] = takeIf(expander, '*') ? [[], []] : [['\\left'], ['\\right']];
  const open = expander.future().text;
  const close = delimiters[open];
  if (close === undefined) {
    return expansion('{', ...left, '\\{', takeArgument(expander), ...right, '\\}', '}');
  }
  expander.popToken();
  const inner = takeUpTo(expander, open, close);
  return expansion('{', ...left, open, inner, ...right, close, '}');
}

/** `\dv{x}`, `\dv{f}{x}`, `\dv[n]{f}{x}`, and `\pdv{f}{x}{y}` for two variables. */
function derivative(sign: readonly string[]): (expander: Expander) => Expansion {
  return (expander) => {
    takeIf(expander, '*');
    const order = takeIf(expander, '[') ? takeUpTo(expander, '[', ']') : undefined;
    const first = takeArgument(expander);
    const second = isGroup(expander) ? takeArgument(expander) : undefined;
    const third = second && !order && isGroup(expander) ? takeArgument(expander) : undefined;
    const power = order ?? (third && [{ text: '2' }]);
    const raised = power ? ['^', ...group(power)] : [];
    const below = third
      ? [...sign, ...group(second ?? []), ...sign, ...group(third)]
      : [...sign, ...group(second ?? first), ...raised];
    const above = [...sign, ...raised, ...group(second ? first : [])];
    return expansion('{', '\\frac', ...group(above), ...group(below), '}');
  };
}

/** `\dd`, `\dd{x}`, `\dd[3]{x}`. */
function differential(expander: Expander): Expansion {
  const power = takeIf(expander, '[') ? ['^', ...group(takeUpTo(expander, '[', ']'))] : [];
  return expansion('{', '\\text', '{', 'd', '}', ...power, '}');
}

type Piece = string | MacroToken | Tokens;

/** The tokens that replace a command, in the order in which they are read. */
function expansion(...pieces: readonly Piece[]): Expansion {
  const tokens = pieces
    .flat()
    .map((piece) => (typeof piece === 'string' ? { text: piece } : piece));
  return { tokens: tokens.reverse(), numArgs: 0 };
}

function group(pieces: readonly Piece[]): readonly (string | MacroToken)[] {
  return ['{', ...pieces.flat(), '}'];
}

function isGroup(expander: Expander): boolean {
  return expander.future().text === '{';
}

function takeIf(expander: Expander, text: string): boolean {
  if (expander.future().text !== text) return false;
  expander.popToken();
  return true;
}

/** The next argument, without the braces around it. */
function takeArgument(expander: Expander): Tokens {
  return [...(expander.consumeArgs(1)[0] ?? [])].reverse();
}

/** The tokens up to a closing delimiter, which is dropped. Throws if there is none. */
function takeUpTo(expander: Expander, open: string, close: string): Tokens {
  const tokens: MacroToken[] = [];
  let [depth, braces] = [0, 0];
  for (;;) {
    const token = expander.popToken();
    if (token.text === 'EOF') throw new Error(`"${open}" is not closed`);
    if (token.text === '{') braces++;
    else if (token.text === '}') braces--;
    else if (braces === 0 && token.text === close && depth-- === 0) break;
    else if (braces === 0 && token.text === open) depth++;
    tokens.push(token);
  }
  return tokens;
}
