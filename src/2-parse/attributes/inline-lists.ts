import { isAttributeList } from '../../1-load/lexing/attribute-list.ts';
import type { Source } from '../source.ts';

/** Tokens to which an attribute list directly after them belongs, as to images. */
export const attributeOwners: ReadonlySet<string> = new Set([
  'em',
  'strong',
  'del',
  'codespan',
  'math',
  'subscript',
  'superscript',
  'highlight',
]);

/**
 * Reports attribute lists within a text, which belong to nothing and are shown.
 *
 * @param source begins with the text
 */
export function reportStrayLists(text: string, source: Source): void {
  for (const { 0: whole, 1: list = '', index } of text.matchAll(/\{([^{}\n]*)\}/g)) {
    // Those of icons, and of a block, are reported where they are read.
    const isOwned = /:[\w+-]+:$|(?:^|\n):{3,}[^\n]*$/.test(text.slice(0, index));
    if (isOwned || !isAttributeList(list) || !/(?:^|\s)(?:[.#][A-Za-z]|data-notes=)/.test(list))
      continue;
    const message = 'these attributes are shown as text';
    const hint =
      'write them directly after their text, without a space: [text]{.class}, **text**{.class}\na brace that is text is written \\{';
    source.report.add('attribute-text', source.span(index, whole.length), message, hint);
  }
}
