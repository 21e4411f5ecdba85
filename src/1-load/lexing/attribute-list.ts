import type { TokenizerExtension, Tokens } from 'marked';

/** The text between the braces of `{#id .class key=value}`, and its start in the surrounding text. */
export interface AttributeList {
  readonly text: string;
  readonly start: number;
}

/** An attribute list on a line of its own. */
export interface AttributeLine {
  readonly type: 'attributeLine';
  readonly raw: string;
  readonly list: AttributeList;
}

/** Whether text between braces is an attribute list: `.class` is, `a, b` is not. */
export function isAttributeList(text: string): boolean {
  return /^\s*(?:(?:[#.][\w-]+(?::[\w-]+)*|[\w-]+=(?:"[^"]*"|[^\s"{}]+))(?:\s+|$))+$/.test(text);
}

/**
 * An attribute list that Markdown would parse as a paragraph, because the block above cannot continue.
 *
 * @param starts find the start of a block that interrupts a paragraph
 */
export function attributeLine(
  starts: readonly ((src: string) => number | undefined)[],
): TokenizerExtension {
  return {
    name: 'attributeLine',
    level: 'block',
    tokenizer(src, tokens): AttributeLine | undefined {
      const [raw, text = ''] = /^ {0,3}\{([^{}\n]*)\}[ \t]*(?:\n|$)/.exec(src) ?? [];
      if (raw === undefined || !isAttributeList(text)) return undefined;
      // A list item's text, like any other text, parses its attributes itself.
      const above = tokens.at(-1);
      if (!above || above.type === 'text') return undefined;
      const paragraph = this.lexer.options.tokenizer?.rules.block.paragraph;
      const probe = `x\n${paragraphOf(src.slice(raw.length))}`;
      const isWhole =
        starts.some((start) => start(probe) === 2) || paragraph?.exec(probe)?.[0].trimEnd() === 'x';
      if (!isWhole || isUnderline(probe)) return undefined;
      return { type: 'attributeLine', raw, list: { text, start: raw.indexOf('{') + 1 } };
    },
  };
}

/** The text up to a blank line. */
function paragraphOf(text: string): string {
  const end = text.search(/(?:^|\n)[ \t]*\n/);
  return end < 0 ? text : text.slice(0, end);
}

/** Whether the second line turns the first into a heading. */
function isUnderline(probe: string): boolean {
  return /^x\n {0,3}(?:=+|-+)[ \t]*(?:\n|$)/.test(probe);
}

/** An attribute list on the last line of a list, a quote or a table. */
const lastLine = /\n( *)\{([^{}\n]*)\}\s*$/;

/**
 * The offset of an attribute list on the last line of a list, quote or table, which CommonMark includes in it. A
 * line with the indent of an item's text belongs to the item.
 */
export function findAttributesBelow(
  token: Tokens.List | Tokens.Blockquote | Tokens.Table,
): number | undefined {
  const line = lastLine.exec(token.raw);
  if (!line || !isAttributeList(line[2] ?? '')) return undefined;
  const isInItem = isList(token) && (line[1] ?? '').length >= textIndent(token);
  return isInItem ? undefined : line.index + 1;
}

function isList(token: Tokens.List | Tokens.Blockquote | Tokens.Table): token is Tokens.List {
  return token.type === 'list';
}

/** The column of the text in the last item of a list. */
function textIndent(list: Tokens.List): number {
  const mark = /^ *(?:[-*+]|\d{1,9}[.)]) */.exec(list.items.at(-1)?.raw ?? '');
  return mark?.[0].length ?? 0;
}
