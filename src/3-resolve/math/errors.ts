import type { Code } from '../../base/diagnostics/diagnostic.ts';
import { didYouMean, suggest } from '../../base/diagnostics/suggest.ts';
import { commands, environments } from '../../base/math/tex-commands.ts';
import { missingReference } from './macros.ts';

/** An error of temml. */
export interface TexError {
  readonly message: string;
  /** The offset in the TeX at which it was noticed. */
  readonly position?: number;
}

interface Explained {
  readonly code: Code;
  /** Absent if the error is in a command of the deck's own. */
  readonly start?: number | undefined;
  readonly length: number;
  readonly message: string;
  readonly hint?: string;
  /** Whether the formula can be typeset without this part. */
  readonly isRecoverable?: true;
  /** The length of the command with its arguments, if these have no meaning without it. */
  readonly extent?: number;
}

type Explanation = Omit<Explained, 'code' | 'length'> & Partial<Explained>;
type Explain = (match: RegExpExecArray, start: number | undefined, tex: string) => Explanation;

/** Plain explanations of common errors; the others keep temml's message. */
const explanations: readonly (readonly [RegExp, Explain])[] = [
  [/^Unsupported function name: (\S+)/, ([, name = ''], ...at) => unknownCommand(name, ...at)],
  [/^Function "(\S+)" is not trusted/, ([, name = ''], ...at) => unknownCommand(name, ...at)],
  [
    /^No such environment: (.*)$/,
    ([, name = ''], start, tex) => unknownEnvironment(name, start, tex),
  ],
  [/^Double (sub|super)script/, ([, which], start) => secondScript(which === 'sub', start)],
  [
    /^Too many expansions/,
    () => ({
      message: 'this command never ends: it refers to itself',
      hint: 'remove the command from its own definition',
    }),
  ],
  [
    /^Expected '\\right', got/,
    (_, __, tex) => ({
      start: lastOpen(tex, /\\(left|right)(?![A-Za-z])/g, 'left'),
      message: '\\left has no \\right',
      hint: 'for no delimiter, write \\right.',
    }),
  ],
  [
    /^(?:Expected '\}', got|Unexpected end of input in a macro argument|.*expected '\}')/,
    (_, start, tex) => openBrace(start, tex),
  ],
  [
    /^Expected (?:'EOF'|'\\right'|'\\end'|'.'), got '(.*)'$/,
    ([, got = ''], start, tex) => stray(got, start, tex),
  ],
  [
    /^Expected group as (?:the )?argument to '(.*)'/,
    ([, name = ''], start, tex) => ({
      start: start === undefined ? undefined : tex.lastIndexOf(name, start),
      message: `${name} lacks what it applies to`,
      hint: 'put it in braces',
    }),
  ],
  [
    /^Mismatch: \\begin\{(.*)\} matched by \\end\{(.*)\}/,
    ([, open = '', close = ''], start) => ({
      start,
      message: `\\begin{${open}} is closed by \\end{${close}}`,
      hint: `write \\end{${open}}`,
    }),
  ],
  [
    /^Expected node of type/,
    () => ({
      message: 'a part of this formula is not what its command or environment needs',
      hint: 'see how that is written: \\begin{alignedat}{2} takes a number, \\begin{array}{lr} its columns',
    }),
  ],
  [
    // An error in temml itself, as for "x^".
    /^Cannot read properties of|is not a function$|is not iterable/,
    () => ({
      start: undefined,
      message: 'a part of this formula is missing',
      hint: 'as in "x^" or "\\frac{a}"',
    }),
  ],
  [
    /^Can't use function '\$' in math mode/,
    (_, start) => ({
      start,
      message: 'a dollar sign within a formula',
      hint: 'write \\$ for a dollar sign',
    }),
  ],
];

/** @param labels the ids of the deck's formulas */
export function describeTexError(
  error: TexError,
  tex: string,
  labels: Iterable<string>,
): Explained {
  const start = error.position;
  const text = error.message
    .replace(/^(?:ParseError:)?\s*/, '')
    .replace(/ at (?:position \d+|end of input): ?[\s\S]*$/, '');
  if (text.includes(missingReference)) return missingEquation(labels, tex);
  for (const [pattern, write] of explanations) {
    const match = pattern.exec(text);
    if (match) return withDefaults(write(match, start, tex), tex);
  }
  const message = /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
  return withDefaults({ start, message }, tex);
}

function withDefaults(explanation: Explanation, tex: string): Explained {
  const { start = tex.length } = explanation;
  const token = /^(?:\\(?:[A-Za-z]+|[\s\S])|\S)/.exec(tex.slice(start))?.[0] ?? '';
  return { code: 'maths-syntax', length: Math.max(1, token.length), ...explanation };
}

/** Commands of the LaTeX package "siunitx" for numbers with units, and its most frequent units. */
const siunitx =
  /^\\(?:SI|si|unit|num|ang|(?:SI|qty|num)(?:list|range|product)|complexnum|kilo|centi|milli|micro|nano|mega|giga|per|square|squared|cubic|cubed|met(?:re|er)|gram|kilogram|second|minute|ampere|kelvin|mole|candela|hertz|newton|pascal|joule|watt|volt|ohm|farad|tesla|henry|coulomb|celsius|degreeCelsius|lit(?:re|er)|percent|electronvolt|radian|becquerel)$/;

/** The arguments after a command. */
const args = /^(?:\s*(?:\[[^[\]]*\]|\{(?:[^{}]|\{[^{}]*\})*\}))*/;

const switchedOff = /^\\(?:href|url|includegraphics|class|id|style|data|html\w*)$/;

function unknownCommand(name: string, start: number | undefined, tex: string): Explanation {
  const place = { start, length: name.length, isRecoverable: true } as const;
  if (switchedOff.test(name)) {
    const hint = 'formulas only draw; links, images and classes are written in Markdown';
    return { ...place, message: `${name} means nothing in a deck's formulas`, hint };
  }
  if (siunitx.test(name)) {
    const hint = 'write numbers and units as they are: 3.5\\,\\mathrm{kg}, 9.81\\,\\mathrm{m/s^2}';
    const rest = tex.slice((start ?? tex.length) + name.length);
    const extent = name.length + (args.exec(rest)?.[0].length ?? 0);
    return { ...place, message: `there is no command ${name}`, hint, extent };
  }
  const near = didYouMean(name.slice(1), commands);
  const hint = near
    ? `did you mean "\\${near}"?`
    : 'define it under "macros:" in the front matter, or put words into \\text{…}';
  return { ...place, message: `there is no command ${name}`, hint };
}

function unknownEnvironment(name: string, start: number | undefined, tex: string): Explanation {
  const at = start === undefined ? undefined : tex.indexOf(name, start);
  const message = `there is no environment "${name}"`;
  return { start: at, length: name.length, message, hint: suggest(name, environments) };
}

function secondScript(isSub: boolean, start: number | undefined): Explanation {
  const [word, example] = isSub ? ['subscript', 'a_{b_c} or a_{b,c}'] : ['superscript', 'a^{b^c}'];
  return { start, message: `a second ${word} on the same letter`, hint: `group them: ${example}` };
}

function openBrace(start: number | undefined, tex: string): Explanation {
  const open = lastOpen(tex, /(?<!\\)(?:\\\\)*([{}])/g, '{');
  if (open !== undefined) {
    return { start: open, message: 'this brace is not closed', hint: 'close it with }' };
  }
  const command = openCommand(tex.slice(0, start));
  if (command < 0) return { start, message: 'the formula ends too soon' };
  return { start: command, message: 'this command lacks a part', hint: 'as in \\frac{a}{b}' };
}

/** The offset of the first command after which there are only groups and signs; -1 if there is none. */
function openCommand(tex: string): number {
  const onlyGroupsFrom = Array<boolean>(tex.length + 1).fill(true);
  let close: number | undefined;
  for (let at = tex.length - 1; at >= 0; at--) {
    const isSign = /\W/.test(tex[at] ?? '') && onlyGroupsFrom[at + 1];
    const isGroup = tex[at] === '{' && close !== undefined && onlyGroupsFrom[close + 1];
    onlyGroupsFrom[at] = Boolean(isSign || isGroup);
    if (tex[at] === '}') close = at;
    else if (tex[at] === '{') close = undefined;
  }
  const commands = [...tex.matchAll(/\\[A-Za-z]+/g)];
  return commands.find(({ 0: name, index }) => onlyGroupsFrom[index + name.length])?.index ?? -1;
}

function stray(got: string, start: number | undefined, tex: string): Explanation {
  if (got === 'EOF') return openBrace(start, tex);
  if (got === '&') {
    const hint = 'put \\begin{aligned} … \\end{aligned} around it; one that is to be seen is \\&';
    return { start, message: '& stands outside of an alignment or a table', hint };
  }
  return { start, message: `${got} closes nothing` };
}

/** The offset of the last opening mark that is not closed. */
function lastOpen(tex: string, marks: RegExp, opener: string): number | undefined {
  const open: number[] = [];
  for (const { index, 0: whole, 1: mark = '' } of tex.matchAll(marks)) {
    if (mark !== opener) open.pop();
    else open.push(index + whole.lastIndexOf(mark) - (whole.startsWith('\\l') ? 1 : 0));
  }
  return open.at(-1);
}

function missingEquation(labels: Iterable<string>, tex: string): Explained {
  const known = [...labels];
  const all = [...tex.matchAll(/\\(?:eq)?ref\s*\{([^{}]*)\}/g)];
  const found = all.find(([, label = '']) => !known.includes(label));
  const label = found?.[1] ?? '';
  return {
    code: 'equation-missing',
    start: found && found.index + found[0].lastIndexOf(label),
    length: Math.max(1, label.length),
    message: `there is no formula with the id "${label}"`,
    hint: known.length > 0 ? suggest(label, known) : `number it after its end: $$ … $$ {#${label}}`,
  };
}
