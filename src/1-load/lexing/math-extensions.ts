import type { TokenizerExtension } from 'marked';

/** TeX between dollar signs in text. */
export interface MathToken {
  readonly type: 'math';
  readonly raw: string;
  readonly tex: string;
  /** The offset of the TeX in `raw`. */
  readonly start: number;
  readonly display: boolean;
}

/** `$$ … $$` on lines of its own, with the attribute list after it. */
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
/** The rule of Pandoc, which excludes prices: no space before the closing dollar, no digit after it. */
const plain = /^\$(?![\s$])((?:\\[\s\S]|[^\\$])+)(?<!\s)\$(?![\d$])/;

/** Reads an inline formula at the start of `src`. */
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
  // Code spans take precedence over dollar signs.
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

/** Masks formulas in the search for the end of emphasis: the asterisk in `$a*b$` is not one. */
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

/** What ends an unclosed formula: a blank line, the end of a slide or of a block. */
const stop = String.raw`\n[ \t]*\n|\n(?:---?|:{3,}[^\n]*)[ \t]*(?:\n|$)`;
const closed = new RegExp(
  String.raw`^( {0,3}\$\$(?!\$))((?:\\[^\n]|\\(?=\n)|(?!\$\$|${stop})[^\\])*)\$\$[ \t]*(?:\{([^{}\n]*)\}[ \t]*)?(?:\n|$)`,
);
/** An unclosed formula: up to the next `$$` line or the end of the paragraph. */
const unclosed = new RegExp(
  String.raw`^( {0,3}\$\$[ \t]*\n)((?:(?!\n(?:#{1,6} |---?[ \t]*(?:\n|$)))[\s\S])*?\n {0,3}\$\$[ \t]*(?:\n|$)|(?:(?!${stop})[\s\S])*(?:\n|$))`,
);

export const displayMath: TokenizerExtension = {
  name: 'formula',
  level: 'block',
  start: nextFormula,
  tokenizer(src): (Omit<FormulaToken, 'type'> & { readonly type: 'formula' }) | undefined {
    const match = closed.exec(src);
    const [raw, open = '', tex = '', list] = match ?? unclosed.exec(src) ?? [];
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

/** Finds a formula that interrupts a paragraph. */
export function nextFormula(src: string): number | undefined {
  if (!src.includes('$$')) return undefined;
  const end = src.search(/\n[ \t]*\n/);
  const at = (end < 0 ? src : src.slice(0, end)).search(/\n {0,3}\$\$(?!\$)/);
  return indexOrNone(at < 0 ? at : at + 1);
}

function indexOrNone(index: number): number | undefined {
  return index < 0 ? undefined : index;
}
