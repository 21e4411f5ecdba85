import type { Lexer, TokenizerExtension, Tokens } from 'marked';

/** An image or a link up to its target: its text may contain brackets in pairs. */
const opening = /^(!?)\[((?:\\.|[^[\]\\\n]|\[(?:\\.|[^[\]\\\n])*\])*)\]\(/;

/** A drawing in the address itself, written as it is: `data:image/svg+xml;utf8,<svg …>…</svg>`. */
const svgUrl =
  /^\s*(data:image\/svg\+xml[^,\s]*,\s*<svg\b(?:[^>]*\/>|[\s\S]*?<\/svg>))(?:\s+("[^"]*"|'[^']*'))?\s*\)/i;

/**
 * Reads an image or a link whose path contains spaces or single parentheses, which CommonMark shows as text:
 * `![Photo](my photo (1).jpg "Title")`. The target of a link must look like a path, as words in parentheses
 * are text.
 */
export function readLooseLink(src: string, lexer: Lexer): Tokens.Link | Tokens.Image | undefined {
  const [open, mark = '', text = ''] = opening.exec(src) ?? [];
  if (open === undefined) return undefined;
  const svg = svgUrl.exec(src.slice(open.length));
  if (svg && mark !== '') {
    const [rest, href = '', title] = svg;
    const raw = open + rest;
    const tokens = lexer.inlineTokens(text, []);
    return { type: 'image', raw, href, title: title?.slice(1, -1) ?? null, text, tokens };
  }
  const [line = ''] = src.slice(open.length).split('\n', 1);
  const end = findEnd(line);
  if (end === undefined) return undefined;
  const { href, title } = readTarget(line.slice(0, end));
  // Anything else is text for other reasons, such as a link in a link.
  if (!/[ \t()]/.test(href) || /[<>]/.test(href)) return undefined;
  if (mark === '' && (!isPath(href) || href.includes('"'))) return undefined;
  const raw = src.slice(0, open.length + end + 1);
  if (mark !== '') {
    const tokens = lexer.inlineTokens(text, []);
    return { type: 'image', raw, href, title, text, tokens };
  }
  const { inLink } = lexer.state;
  lexer.state.inLink = true;
  const tokens = lexer.inlineTokens(text, []);
  lexer.state.inLink = inLink;
  return { type: 'link', raw, href, title, text, tokens };
}

/**
 * Whether the title of a link is one in CommonMark, where a title in parentheses contains others only with a
 * backslash. `[link](url ((title))` is text.
 */
export function hasTitle({ raw, title }: Tokens.Link | Tokens.Image): boolean {
  const target = raw.slice(raw.lastIndexOf('](') + 2);
  if (!title || !/\)\s*\)$/.test(target)) return true;
  const written = /\s\(((?:\\.|[^\\)])*)\)\s*\)$/.exec(target)?.[1] ?? '';
  return !/(?:^|[^\\])(?:\\\\)*\(/.test(written);
}

/** The offset of the parenthesis that ends a target: the one that closes it, or the first after a file name. */
function findEnd(line: string): number | undefined {
  let depth = 1;
  let quote = '';
  for (const { 0: character, index } of line.matchAll(/\\.|[()"']/g)) {
    const isQuote = character === '"' || character === "'";
    if (isQuote && quote === '' && /\s$/.test(line.slice(0, index))) quote = character;
    else if (character === quote && /^\s*\)/.test(line.slice(index + 1))) quote = '';
    else if (quote === '' && character === '(') depth++;
    else if (quote === '' && character === ')' && --depth === 0) return index;
  }
  const named = /^[^)]*\.\w{1,5}(?:\s+(?:"[^"]*"|'[^']*'))?\s*(?=\))/.exec(line);
  return named?.[0].length;
}

function readTarget(written: string): { readonly href: string; readonly title: string | null } {
  const [, target = '', title] =
    /^\s*(.*?)(?:\s+("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'))?\s*$/.exec(written) ?? [];
  return {
    href: withoutEscapes(target),
    title: title === undefined ? null : withoutEscapes(title.slice(1, -1)),
  };
}

function withoutEscapes(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Whether a target is an address, a place in the deck, or the path of a file: with a slash or an extension. */
function isPath(href: string): boolean {
  return /^(?:[a-z][a-z\d+.-]+:|#)|\/|\.[a-z]\w{0,4}(?:[?#].*)?$/i.test(href);
}

/** A definition of a link with a space in its target, which is text: a line of its own. */
export const looseDefinition =
  /(?<=^|\n) {0,3}(\[[^\]^\n][^\]\n]*\]:[ \t]+)((?:[^\s<>]+[ \t]+)+[^\s<>]*\.[A-Za-z]\w{0,4})(?=[ \t]+["'(]|[ \t]*(?:\n|$))/g;

const looseDefinitionLine = new RegExp(
  `^${looseDefinition.source.replace('(?<=^|\\n)', '')}[^\\n]*(?:\\n|$)`,
);

/** Ends the paragraph of such a line, so that definitions below it are read. */
export const definitionBelowText: TokenizerExtension = {
  name: 'definitionBelowText',
  level: 'block',
  tokenizer(src, tokens): Tokens.Paragraph | Tokens.Def | undefined {
    const [raw] = looseDefinitionLine.exec(src) ?? [];
    if (raw !== undefined) {
      const text = raw.replace(/\n$/, '');
      return { type: 'paragraph', raw, text, tokens: this.lexer.inline(text) };
    }
    const above = tokens.at(-1);
    if (above?.type !== 'paragraph' || !looseDefinitionLine.test(above.raw)) return undefined;
    const definition = this.lexer.options.tokenizer?.def(src);
    if (!definition) return undefined;
    const { tag, href, title = '' } = definition;
    this.lexer.tokens.links[tag] ??= { href, title };
    return definition;
  },
};
