import { spanAt } from '../../../base/span.ts';
import { attributeText, without } from '../pandoc/attributes.ts';
import type { PandocDeck } from '../pandoc/deck.ts';
import { blockAttributes, colonsAt, type Div, replaceLine } from '../pandoc/divs.ts';
import type { Part } from '../pandoc/scan.ts';
import { alignmentOf } from '../pandoc/text/images.ts';
import type { Labels } from './labels.ts';
import { hasLayout, writeSideBySide } from './side-by-side.ts';
import { beginsParagraph } from './theorems.ts';

const captions = ['fig-cap', 'tbl-cap', 'lst-cap'] as const;
const unused = new Set([
  ...[...captions, 'fig-align', 'fig-alt', 'fig-env', 'fig-pos', 'fig-scap', 'tbl-colwidths'],
  ...[
    'layout',
    'layout-ncol',
    'layout-nrow',
    'layout-align',
    'layout-valign',
    'tbl-subcap',
    'fig-subcap',
  ],
]);

/**
 * Writes `::: {#fig-pears}`, with a caption in its last paragraph: a block whose caption has its number.
 *
 * @returns whether it is one
 */
export function writeFloat(div: Div, labels: Labels, deck: PandocDeck): boolean {
  const { open, close, content } = div;
  const { id = '', values } = open.attributes;
  const lead = /^(?:fig|tbl|lst)-/.test(id) ? labels.leadOf(id) : undefined;
  if (lead === undefined) return false;
  const { edits } = deck;
  const given = captions.map((key) => values.get(key)).find((text) => text !== undefined);
  const last = given === undefined ? captionPart(content, open.depth) : undefined;
  const align = alignmentOf(open.attributes);
  const own = blockAttributes(without(open.attributes, unused));
  const classes = [...own.classes, ...(align === undefined ? [] : [align])];
  const colons = colonsAt(open.depth);
  const head = `${colons} ${attributeText({ ...own, classes })}`;
  if (hasLayout(open.attributes)) writeSideBySide(div, deck, { head, without: last });
  else replaceLine(open, head, edits);
  if (last) {
    edits.insert(last.start, lead);
    edits.insert(last.end - 1, ' {.caption}');
  }
  const text =
    given === undefined
      ? lead.replace(/\W+$/, '')
      : lead + deck.translatePart(given, spanAt(deck.author, open.start, colons.length));
  if (close) replaceLine(close, last ? colons : `\n${text} {.caption}\n${colons}`, edits);
  return true;
}

/** The text that is last in a block, if it is a paragraph. */
function captionPart(content: readonly Part[], depth: number): Part | undefined {
  const own = content.filter(({ kind }) => kind !== 'blank' && kind !== 'comment');
  const last = own.at(-1);
  const isText = own.length > 1 && last?.kind === 'text' && last.depth === depth + 1;
  return isText && beginsParagraph(last.lines[0]?.text ?? '') ? last : undefined;
}
