import type { TokenizerExtension } from 'marked';

/** TeX between dollars in a line of text. */
export interface MathToken {
  readonly type: 'math';
  readonly raw: string;
  readonly tex: string;
  /** Where in `raw` the TeX begins. */
  readonly start: number;
  readonly display: boolean;
}

/** `$$ … $$` on lines of its own, and the braces behind it. */
export interface FormulaToken extends MathToken {
  /** What stands between the braces. */
  readonly braces?: { readonly text: string; readonly start: number };
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
/** As on code hosts, where other marks could get in the way of the TeX. */
const guarded = /^\$`((?:[^`\n]|\n(?!\n))+)`\$(?!\d)/;
/** As Pandoc has it: a price is none, as what follows its dollar ends in a space or before a digit. */
const plain = /^\$(?![\s$])((?:\\[\s\S]|[^\\$])+)(?<!\s)\$(?![\d$])/;

/** A formula in a line of text at the beginning of `src`. */
function readMath(src: string): MathToken | undefined {
  const display = displayed.exec(src);
  const match = display ?? guarded.exec(src) ?? readPlain(src);
  if (!match) return undefined;
  const [raw, tex = ''] = match;
  if (tex.trim() === '') return undefined;
  const start = raw.indexOf(tex);
  return { type: 'math', raw, tex, start, display: display !== null };
}

function readPlain(src: string): RegExpExecArray | null {
  const match = plain.exec(src);
  const tick = match?.[1]?.indexOf('`') ?? -1;
  // Code holds more firmly than dollars do.
  return tick >= 0 && code.test(src.slice(tick + 1)) ? null : match;
}

const code = /^(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/;

export const inlineMath: TokenizerExtension = {
  name: 'math',
  level: 'inline',
  start: (src) => indexOrNone(src.indexOf('$')),
  tokenizer: readMath,
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

/** Hides formulas from the search for the end of emphasis: `$a*b$` holds no asterisk. */
export function maskMath(src: string): string {
  if (!src.includes('$')) return src;
  let [text, at] = ['', 0];
  for (const { index, 0: found } of src.matchAll(/\\[\s\S]|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|\$/g)) {
    if (index < at || found !== '$') continue;
    const { raw } = readMath(src.slice(index)) ?? {};
    if (raw === undefined) continue;
    text += `${src.slice(at, index)}$${'a'.repeat(raw.length - 2)}$`;
    at = index + raw.length;
  }
  return text + src.slice(at);
}

/** What a formula does not go over: a blank line, a slide's end, a block's. */
const stop = String.raw`\n[ \t]*\n|\n(?:---?|:{3,}[^\n]*)[ \t]*(?:\n|$)`;
const closed = new RegExp(
  String.raw`^( {0,3}\$\$(?!\$))((?:\\[^\n]|\\(?=\n)|(?!\$\$|${stop})[^\\])*)\$\$[ \t]*(?:\{([^{}\n]*)\}[ \t]*)?(?:\n|$)`,
);
/** As far as what may have been meant for one: to the next such line, or the end of the paragraph. */
const unclosed = new RegExp(
  String.raw`^( {0,3}\$\$[ \t]*\n)((?:(?!\n(?:#{1,6} |---?[ \t]*(?:\n|$)))[\s\S])*?\n {0,3}\$\$[ \t]*(?:\n|$)|(?:(?!${stop})[\s\S])*(?:\n|$))`,
);

export const displayMath: TokenizerExtension = {
  name: 'formula',
  level: 'block',
  start: nextFormula,
  tokenizer(src): (Omit<FormulaToken, 'type'> & { readonly type: 'formula' }) | undefined {
    const match = closed.exec(src);
    const [raw, open = '', tex = '', braces] = match ?? unclosed.exec(src) ?? [];
    if (raw === undefined) return undefined;
    return {
      type: 'formula',
      raw,
      tex,
      start: open.length,
      display: true,
      isClosed: match !== null,
      ...(braces !== undefined && { braces: { text: braces, start: raw.lastIndexOf('{') + 1 } }),
    };
  },
};

/** Lets a formula end a paragraph that it touches. */
export function nextFormula(src: string): number | undefined {
  if (!src.includes('$$')) return undefined;
  const end = src.search(/\n[ \t]*\n/);
  const at = (end < 0 ? src : src.slice(0, end)).search(/\n {0,3}\$\$(?!\$)/);
  return indexOrNone(at < 0 ? at : at + 1);
}

function indexOrNone(index: number): number | undefined {
  return index < 0 ? undefined : index;
}
