import type { TokenizerExtension } from 'marked';
import { isBracketedFormula, isFormula, isProse } from './formula-or-text.ts';

/** TeX between dollar signs, or escaped brackets as in LaTeX, in text. */
export interface MathToken {
  readonly type: 'math';
  readonly raw: string;
  readonly tex: string;
  /** The offset of the TeX in `raw`. */
  readonly start: number;
  readonly display: boolean;
}

/** `$$ … $$` or `\[ … \]` on lines of its own, with the attribute list after it. */
export interface FormulaToken extends MathToken {
  readonly attributeList?: { readonly text: string; readonly start: number };
  readonly isClosed: boolean;
}

/** `\eqref{name}` or `\ref{name}` in a text. */
export interface ReferenceToken {
  readonly type: 'reference';
  readonly raw: string;
  readonly label: string;
  readonly bare: boolean;
}

const displayed = /^\$\$(?!\$)((?:\\[\s\S]|\$(?!\$)|[^\\$])+)\$\$(?!\$)/;
/** The syntax of code hosts that protects TeX from other Markdown. */
const guarded = /^\$`((?:[^`\n]|\n(?!\n))+)`\$(?!\d)/;
/** The rule of Pandoc: no space after the opening and before the closing dollar. */
const plain = /^\$(?![\s$])((?:\\[\s\S]|[^\\$])+)(?<!\s)\$/;
/** The delimiters of LaTeX. */
const bracketed = /^\\(?:(\()((?:\\[^)]|[^\\])+?)\\\)|(\[)((?:\\[^\]]|[^\\])+?)\\\])/;

/**
 * Reads an inline formula at the start of `src`.
 *
 * @param before the character before it; empty after a formula or an escaped character
 */
function readMath(src: string, before: string): MathToken | undefined {
  if (src.startsWith('\\')) return readBracketed(src);
  if (!src.startsWith('$') || before === '$') return undefined;
  const display = readDisplayed(src, before);
  const match = display ?? guarded.exec(src) ?? readPlain(src, before);
  if (!match) return undefined;
  const [raw, tex = ''] = match;
  if (tex.trim() === '') return undefined;
  return { type: 'math', raw, tex, start: raw.indexOf(tex), display: display !== null };
}

/** Within a text, two dollar signs are no surer than one, as in `$$5 to $$10`. */
function readDisplayed(src: string, before: string): RegExpExecArray | null {
  const match = displayed.exec(src);
  if (!match) return null;
  const [raw = '', tex = ''] = match;
  if (hasOpenDollar(tex)) return null;
  return isFormula({ tex: tex.trim(), before, after: src.slice(raw.length, raw.length + 20) })
    ? match
    : null;
}

/** Whether a formula contains a dollar sign that is not of a text in it, as in `\text{if $x$}`. */
function hasOpenDollar(tex: string): boolean {
  return tex.includes('$') && /\$/.test(tex.replace(/\\\$|\{[^{}]*\}/g, ''));
}

function readPlain(src: string, before: string): RegExpExecArray | null {
  const match = plain.exec(src);
  if (!match) return null;
  const [raw = '', tex = ''] = match;
  // The next formula may follow directly.
  const next = src.startsWith('$', raw.length) ? plain.exec(src.slice(raw.length)) : undefined;
  if (next === null || (next && !isFormula({ tex: next[1] ?? '', before: '', after: '' }))) {
    return null;
  }
  const tick = tex.indexOf('`');
  // Code spans take precedence over dollar signs.
  if (tick >= 0 && code.test(src.slice(tick + 1))) return null;
  return isFormula({ tex, before, after: src.slice(raw.length, raw.length + 20) }) ? match : null;
}

function readBracketed(src: string): MathToken | undefined {
  const [raw, round, inRound, , inSquare] = bracketed.exec(src) ?? [];
  const tex = inRound ?? inSquare;
  if (raw === undefined || tex === undefined || tex.trim() === '') return undefined;
  // What follows makes `\[…\]` a link that was not meant to be one.
  if (!isBracketedFormula(tex, round ? '(' : '[', false) || /^[(:]/.test(src.slice(raw.length))) {
    return undefined;
  }
  return { type: 'math', raw, tex, start: 2, display: !round };
}

const code = /^(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/;

export const inlineMath: TokenizerExtension = {
  name: 'math',
  level: 'inline',
  start: (src) => indexOrNone(src.search(/\$|\\[([]/)),
  tokenizer(src, tokens) {
    const { type, raw = '' } = tokens.at(-1) ?? {};
    return readMath(src, type === 'math' || type === 'escape' ? '' : raw.slice(-1));
  },
};

export const equationReference: TokenizerExtension = {
  name: 'reference',
  level: 'inline',
  start: (src) => indexOrNone(src.search(/\\(?:eq)?ref\{/)),
  tokenizer(src): ReferenceToken | undefined {
    const match = /^\\(eq)?ref\{([\w:.-]+)\}/.exec(src);
    if (!match) return undefined;
    const [raw, eq, label = ''] = match;
    return { type: 'reference', raw, label, bare: eq === undefined };
  },
};

/**
 * Masks formulas in the search for the end of emphasis: the asterisk in `$a*b$` is not one.
 *
 * @param masked the text with what the lexer itself has masked, at the same offsets
 */
export function maskMath(src: string, masked: string): string {
  if (!/\$|\\[([]/.test(src)) return masked;
  let [text, at] = ['', 0];
  for (const { index, 0: found } of src.matchAll(/\\[\s\S]|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|\$/g)) {
    if (index < at || !/^(?:\$|\\[([])$/.test(found)) continue;
    const isAfterOther = (index === at && index > 0) || src[index - 2] === '\\';
    const before = isAfterOther ? '' : src.slice(Math.max(0, index - 1), index);
    const { raw } = readMath(src.slice(index), before) ?? {};
    if (raw === undefined) continue;
    text += `${masked.slice(at, index)}$${'a'.repeat(raw.length - 2)}$`;
    at = index + raw.length;
  }
  return text + masked.slice(at);
}

/** What ends an unclosed formula: a blank line, the end of a slide or of a block. */
const stop = String.raw`\n[ \t]*\n|\n(?:---?|:{3,}[^\n]*)[ \t]*(?:\n|$)`;
const closed = new RegExp(
  String.raw`^( {0,3}\$\$(?!\$))((?:\\[^\n]|\\(?=\n)|(?!\$\$|${stop})[^\\])*)\$\$[ \t]*(?:\{([^{}\n]*)\}[ \t]*)?(?:\n|$)`,
);
/** An unclosed formula: up to the next `$$` line or the end of the paragraph. */
const unclosed = new RegExp(
  String.raw`^( {0,3}\$\$[ \t]*\n)((?:(?!\n(?:#{1,6} |---?[ \t]*(?:\n|$)))[\s\S])*?\n {0,3}\$\$[ \t]*(?:\n|$)|(?:(?!${stop})[\s\S])*(?:\n|$))`,
);

/** As in LaTeX, on lines of its own or as a paragraph of one line. */
const inBrackets = new RegExp(
  String.raw`^( {0,3}\\\[)((?:(?!\\\]|${stop})[\s\S])*)\\\][ \t]*(?:\{([^{}\n]*)\}[ \t]*)?(?:\n|$)`,
);

export const displayMath: TokenizerExtension = {
  name: 'formula',
  level: 'block',
  start: nextFormula,
  tokenizer(src): (Omit<FormulaToken, 'type'> & { readonly type: 'formula' }) | undefined {
    const match = closed.exec(src) ?? readInBrackets(src);
    const [raw, open = '', tex = '', list] =
      match ?? unclosed.exec(src) ?? readUnclosedInBrackets(src) ?? [];
    if (raw === undefined) return undefined;
    return {
      type: 'formula',
      raw,
      tex,
      start: open.length,
      display: true,
      isClosed: match !== null,
      ...(list !== undefined && { attributeList: { text: list, start: raw.lastIndexOf('{') + 1 } }),
    };
  },
};

function readInBrackets(src: string): RegExpExecArray | null {
  const match = inBrackets.exec(src);
  if (!match) return null;
  const [raw = '', , tex = ''] = match;
  const isAlone = /^[ \t]*(?:\n|$)/.test(src.slice(raw.length));
  return isOnOwnLines(tex) || isBracketedFormula(tex, '[', isAlone) ? match : null;
}

function isOnOwnLines(tex: string): boolean {
  return /^[ \t]*\n[\s\S]*\n[ \t]*$/.test(tex) && tex.trim() !== '' && !isProse(tex);
}

/** Reads a formula in brackets with a blank line in it, or without an end. */
function readUnclosedInBrackets(
  src: string,
): readonly [raw: string, open: string, tex: string] | undefined {
  const [open] = /^ {0,3}\\\[/.exec(src) ?? [];
  if (open === undefined) return undefined;
  const [body = ''] = src.slice(open.length).split(endOfSlide, 1);
  const at = body.search(/\\[[\]]/);
  const blankLine = body.search(blank);
  if (at >= 0 && body.startsWith('\\]', at)) {
    const tex = body.slice(0, at);
    const [rest] = /^\\\][ \t]*(?:\n|$)/.exec(body.slice(at)) ?? [];
    const isFormula = isOnOwnLines(tex) || isBracketedFormula(tex, '[', true);
    return rest !== undefined && blank.test(tex) && isFormula
      ? [open + tex + rest, open, tex]
      : undefined;
  }
  const tex = blankLine < 0 ? body : body.slice(0, blankLine + 1);
  const isMeant = /^[ \t]*\n/.test(tex) && isBracketedFormula(tex, '[', true);
  return isMeant ? [open + tex, open, tex] : undefined;
}

const endOfSlide = /(?<=\n)(?=#{1,6} |(?:---?|:{3,}[^\n]*)[ \t]*(?:\n|$))/;
const blank = /\n[ \t]*\n/;

/** Finds a formula that interrupts a paragraph. */
export function nextFormula(src: string): number | undefined {
  const end = src.search(/\n[ \t]*\n/);
  const paragraph = end < 0 ? src : src.slice(0, end);
  const at = paragraph.search(/\n {0,3}(?:\$\$(?!\$)|\\\[[ \t]*\n)/);
  return indexOrNone(at < 0 ? at : at + 1);
}

function indexOrNone(index: number): number | undefined {
  return index < 0 ? undefined : index;
}
