import { withoutTexComments } from '../2-parse/inline/math.ts';
import { simplify } from '../3-resolve/math/simplify.ts';
import { isDefinition, type MathElement, type MathNode } from '../3-resolve/math/tree.ts';
import { estimateWidth } from '../3-resolve/math/width.ts';
import { attributes, escapeHtml, type Html, html, rawHtml } from '../base/html.ts';
import type { TexFormula } from '../model/inline.ts';
import type { SlideContext } from './context.ts';

/** The number of a row, and its name for references. */
export interface RowNumber {
  readonly text: string;
  readonly id?: string | undefined;
}

/**
 * Renders a formula as MathML, with its TeX as text alternative; `undefined` if it could not be typeset. If the author
 * has named it, it is hidden from screen readers, most of which read MathML whatever its name: the element around it
 * is an image with that name.
 *
 * @param rows the numbers of the rows of a formula that is a table
 */
export function renderMath(
  formula: TexFormula,
  context: SlideContext,
  rows?: readonly (RowNumber | undefined)[],
): Html | undefined {
  const tree = context.resources.formulas.get(formula);
  if (tree === undefined) return undefined;
  context.features.add('math');
  const own = attributes({
    display: formula.display && 'block',
    alttext: withoutTexComments(formula.tex).trim().replace(/\s+/g, ' '),
    ...(formula.alt !== undefined && { 'aria-label': formula.alt, 'aria-hidden': 'true' }),
  });
  const simple = simplify(tree);
  const isRightToLeft = context.dir === 'rtl';
  const nodes = rows ? simple.map((node) => numberRows(node, rows, isRightToLeft)) : simple;
  return rawHtml(`<math${own}>${nodes.map(writeMathNode).join('')}</math>`);
}

/** Renders a formula within a text. */
export function renderInlineMath(formula: TexFormula, context: SlideContext): Html | undefined {
  const math = renderMath(formula, context);
  const { alt } = formula;
  return math && alt !== undefined
    ? html`<span role="img" aria-label="${alt}">${math}</span>`
    : math;
}

/** The TeX of a formula that could not be typeset, which was reported; nothing if it only defines commands. */
export function renderTex({ tex }: TexFormula): Html | undefined {
  const source = tex.trim();
  return source === '' || isDefinition(source) ? undefined : html`<code>${source}</code>`;
}

/** Adds a column with the numbers at the end of the rows, and an empty one of the same width at the other end. */
function numberRows(
  table: MathNode,
  rows: readonly (RowNumber | undefined)[],
  isRightToLeft: boolean,
): MathNode {
  if (typeof table === 'string' || table.name !== 'mtable') return table;
  const children = table.children.map((row, index): MathNode => {
    if (typeof row === 'string') return row;
    const { text, id } = rows[index] ?? {};
    const number = text === undefined ? [] : [element('mtext', [], [text])];
    const cells = [
      element('mtd', ['row-side'], []),
      element('mtd', ['row-side', 'row-number'], number),
    ];
    const [first, last] = isRightToLeft ? cells.reverse() : cells;
    return {
      ...row,
      attributes: { ...row.attributes, ...(id !== undefined && { id }) },
      children: [first, ...row.children, last].filter((cell) => cell !== undefined),
    };
  });
  return { ...table, classes: [...table.classes, 'numbered'], children };
}

function element(
  name: string,
  classes: readonly string[],
  children: readonly MathNode[],
): MathNode {
  return { name, classes, children, attributes: {}, style: {} };
}

/** The approximate width of a formula, in em. */
export function widthOfMath(formula: TexFormula, context: SlideContext): number {
  const tree = context.resources.formulas.get(formula);
  return tree === undefined ? 0 : estimateWidth(simplify(tree));
}

/** Writes a formula or a part of one as MathML. */
export function writeMathNode(node: MathNode): string {
  if (typeof node === 'string') return escapeHtml(node);
  const { name, children } = node;
  const open = `<${name}${writeAttributes(node)}`;
  // MathML has self-closing elements, like XML.
  return children.length === 0
    ? `${open}/>`
    : `${open}>${children.map(writeMathNode).join('')}</${name}>`;
}

function writeAttributes({ attributes: own, classes, style }: MathElement): string {
  const declarations = Object.entries(style).map(([name, value]) => `${name}:${value}`);
  const all = attributes({
    ...own,
    class: classes.length > 0 ? classes.join(' ') : undefined,
    style: declarations.length > 0 ? declarations.join(';') : undefined,
  });
  return all.toString();
}
