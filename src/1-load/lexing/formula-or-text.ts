import { commands, environments } from '../../base/math/tex-commands.ts';

/** What is between two dollar signs, and the text next to them. */
interface Candidate {
  readonly tex: string;
  /** The character before the opening sign; empty at the start of the text. */
  readonly before: string;
  /** The text after the closing sign. */
  readonly after: string;
}

const known = new Set(commands);

/** A command with its arguments, or a script in braces: words in these are no prose. */
const arguments_ =
  /\\[A-Za-z@]+\*?(?:\s*(?:\[[^\]]*\]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}))*|[_^]\{[^{}]*\}/g;
/** Names of functions that are often written without a backslash. */
const functions =
  /(?<!\p{L})(?:sin|cos|tan|cot|sec|csc|log|exp|max|min|sup|inf|det|dim|ker|deg|gcd|lcm|mod|lim|arg|var|cov|div|rot|sgn|erf|ln|lg|tr|id|Re|Im|Pr)(?!\p{L})/gu;
/** Words between words, numbers or marks. */
const smallWords =
  /[\p{L}\d)\]'"’”%.,*_~`] +(?:and|or|to|the|is|of|for|per|if|at|by|on|in|as|are|was|not|but|vs|than|und|oder|der|die|das|ist|bis|von|et|ou|les|est|por|para|con|el) +[\p{L}\d($'"‘“[*_~`]|\d +[aeoyà] +\d/u;
const onlySmallWord = /^\s*(?:and|or|to|the|is|of|for|per|if|und|oder|et|ou)\s*$/;
/** A text that goes on after the closing sign, as in `$$5 to $$10`. */
const openEnd = /[\p{L}\d)%.,] +(?:and|or|to|the|of|for|und|oder|bis|et|ou)\s*$/u;
const foreign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}€£¥₹]/u;

/**
 * Whether the text between two dollar signs is a formula, by what it contains. Prices, variables of shells and
 * programs, and regular expressions are text. A formula has no word of four letters outside of a command, no
 * end of a sentence, and does not end where a word goes on.
 */
export function isFormula(candidate: Candidate): boolean {
  const { tex, after } = candidate;
  const names = commandsIn(tex);
  if (/^\d/.test(after) && names.length === 0 && !/^[<>=~≈≤≥±×]$/.test(tex)) return false;
  if (isPattern(tex) || startsAsText(tex) || isJoined(candidate)) return false;
  // An assignment in a shell, as in `PID=$$`.
  if (/\p{L}{2,}=$/u.test(tex)) return false;
  if (names.length === 0 && (isCode(tex) || isUnbalanced(tex))) return false;
  const rest = withoutArguments(tex);
  return !hasProse(rest) && (isCertain(names, tex) || !hasWords(rest));
}

/** Whether a text is prose, as between the two `$$` of a process number. */
export function isProse(tex: string): boolean {
  return commandsIn(tex).length === 0 && hasProse(tex);
}

/** Whether a text between dollar signs may be meant as a formula: all that it has of a text is words. */
export function isDoubtful(tex: string): boolean {
  const checks = [isPattern, startsAsText, isCode, isUnbalanced];
  if (checks.some((isText) => isText(tex))) return false;
  if (/^\p{L}{4,}$/u.test(tex)) return true;
  const rest = withoutArguments(tex);
  return !hasProse(rest) && hasWords(rest) && /[=^_\\%]/.test(tex);
}

/**
 * Whether what is between `\(` and `\)`, or `\[` and `\]`, is a formula. In Markdown these are escaped brackets,
 * so that it must look like a formula: with a command, a script or a relation, or between spaces.
 *
 * @param isAlone whether it is a paragraph of its own
 */
export function isBracketedFormula(tex: string, open: '(' | '[', isAlone: boolean): boolean {
  const names = commandsIn(tex);
  const rest = withoutArguments(tex);
  if (hasProse(rest)) return false;
  if (isCertain(names, tex)) return true;
  if (hasWords(rest) || isCode(tex) || /^\s*--/.test(tex)) return false;
  if (names.length > 0 || /[\^_]/.test(tex)) return true;
  if (open === '[' && !isAlone) return false;
  const isSum = /[\w)]\s*[+*]\s*[\w(]/.test(tex) && !/\p{L}{2}/u.test(tex);
  const isRelation = /\S\s*[=<>≤≥≈]\s*\S/.test(tex);
  return isRelation || isSum || (open === '(' && (isVariable(tex) || /^\s[\s\S]*\s$/.test(tex)));
}

/**
 * Whether a text after a sign that opens a formula, and has no closing one, begins like a formula: with a command
 * that TeX knows, or with a relation, a sum or a script of a variable.
 *
 * @param dollars the count of dollar signs that open it; 0 for a bracket
 */
export function startsFormula(rest: string, dollars: number): boolean {
  const start = rest.slice(0, 200);
  const command = /(?:^|[^A-Za-z\\/:.])\\([A-Za-z]{2,})/.exec(start)?.[1];
  const hasCommand = command !== undefined && known.has(command);
  // One dollar sign may be a price.
  if (dollars === 1)
    return hasCommand && (/^\S{0,40}?\\[A-Za-z]{2,}/.test(start) || /[\^_]/.test(start));
  return hasCommand || startOfFormula.test(start);
}

const startOfFormula =
  /^\s*\p{L}(?:[\^_](?:\{[^{}]*\}|\w)|\(\p{L}\))?'*\s*(?:[\^_=<>≤≥≈+*]|-\s*\p{L}\b)\s*[\p{L}\d\\({-]/u;

/** A variable, or a function of some: `x`, `f'(x, y)`. */
function isVariable(tex: string): boolean {
  return /^\p{L}'*(?:\(\p{L}(?:, ?\p{L})*\))?$/u.test(tex);
}

function commandsIn(tex: string): readonly string[] {
  return [...tex.matchAll(/\\([A-Za-z]{2,})/g)].map(([, name = '']) => name);
}

function withoutArguments(tex: string): string {
  return tex.replace(arguments_, ' ').replace(functions, ' ');
}

/** Whether it has a command that TeX knows. */
function isCertain(names: readonly string[], tex: string): boolean {
  const hasEnvironment = environments.some((name) => tex.includes(`\\begin{${name}}`));
  return hasEnvironment || names.some((name) => known.has(name) && name !== 'begin');
}

/** Whether it is a piece of a regular expression, such as of `/^\d+$/` or `\.js$`. */
function isPattern(tex: string): boolean {
  return /\\[dwsDWS](?![A-Za-z])|\\\.\w/.test(tex);
}

/** Whether its first character only goes on with a text. */
function startsAsText(tex: string): boolean {
  if (tex.length === 1) return false;
  return /^(?:[;,?)}"'–—/]|\.(?!\d)|:(?!=)|\|(?!.*\|)|\](?!.*[[\]]$)|\{[A-Za-z_]\w+(?:\}|:?[-+?=]))/s.test(
    tex,
  );
}

/** Whether one of the dollar signs belongs to the word next to it, as in `US$6` and `$USER:$HOST`. */
function isJoined({ tex, before, after }: Candidate): boolean {
  const isName = /^(?:(?!\p{L}_[\p{L}\d]$)\p{L}[\p{L}\d_]+|\{\w+\})$/u.test(tex);
  if (isName && (startsWord(after) || after.startsWith('{'))) return true;
  const isOpen = /(?<!\\)[-+=*/,;:.|&@<>([{]$/.test(tex) && !/^[-+=<>]$/.test(tex);
  if (isOpen && (startsWord(after) || /^[{(]/.test(after))) return true;
  if (!startsWord(before)) return false;
  return /^-?\d/.test(tex) || (/^\p{L}/u.test(tex) && startsWord(after));
}

function startsWord(text: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\d_]/u.test(text);
}

/** Whether it is a piece of a program or of markup, or has a path in it. */
function isCode(tex: string): boolean {
  return /["@`]|\*\*|\]\(|<\/?[a-z]+>|(?<!\\)#|&\w+=|(?:^|\s)\/[a-z]{2}/i.test(tex);
}

/** Whether parentheses open or close without a partner. Half-open intervals mix both kinds of brackets. */
function isUnbalanced(tex: string): boolean {
  let depth = 0;
  for (const [bracket] of tex.matchAll(/[()[\]]/g)) {
    depth += bracket === '(' || bracket === '[' ? 1 : -1;
    if (depth < 0 && bracket === ')') return true;
  }
  return depth > 0;
}

/** Whether prose runs through it; without the arguments of commands. */
function hasProse(rest: string): boolean {
  const hasSentence = /[.!?;:]\s+\p{Lu}\p{Ll}|[.!?]\s+\p{Lu}\s/u.test(rest);
  return (
    hasSentence || [smallWords, onlySmallWord, openEnd, foreign].some((words) => words.test(rest))
  );
}

/** Whether there are words in it, not only names of one to three letters; or a comment, which TeX leaves out. */
function hasWords(rest: string): boolean {
  if (/\p{L}{4,}|(?<!\\)%/u.test(rest)) return true;
  if (/[=^_<>+*]/.test(rest)) return false;
  // A price is followed by words, a number in a formula at most by a unit.
  if (/^\d[\d.,]*\D* \p{L}{2,3}[\s,;.]/u.test(rest)) return true;
  return !/[/|(]/.test(rest) && /\p{L}{2,} +\p{L}|\p{L} +\p{L}{2,}/u.test(rest);
}
