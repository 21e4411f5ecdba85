import type { MathElement, MathNode } from '../../3-resolve/math/tree.ts';
import { writeMathNode } from '../math.ts';

/**
 * Writes a formula as MathML in which attributes say what the classes and styles of temml say, as the drawing of a
 * diagram has no styles.
 */
export function writeFormula(tree: MathNode): string {
  const node = plainNode(tree);
  const isRoot = typeof node !== 'string' && node.name === 'math';
  const content = isRoot ? node.children.map(writeMathNode).join('') : writeMathNode(node);
  return `<math display="block">${content}</math>`;
}

function plainNode(node: MathNode): MathNode {
  if (typeof node === 'string') return node;
  const { name, style } = node;
  const children = node.children.filter((child) => !isStroke(child)).map(plainNode);
  const attributes = { ...node.attributes, ...colorsOf(style), ...alignmentOf(node) };
  const plain: MathElement = { name, attributes, classes: [], style: {}, children };
  if (name === 'mtable') return { ...plain, attributes: { ...attributes, ...spacingOf(node) } };
  if (style['border'] === undefined) return plain;
  return { ...plain, name: 'menclose', attributes: { ...attributes, notation: 'box' } };
}

/** An empty element that only the styles of pages draw, as a line of an `menclose`. */
function isStroke(node: MathNode): boolean {
  if (typeof node === 'string' || node.name !== 'mrow') return false;
  return node.children.length === 0 && node.classes.length > 0;
}

function colorsOf({ color, 'background-color': background }: MathElement['style']) {
  return {
    ...(color !== undefined && { mathcolor: color }),
    ...(background !== undefined && { mathbackground: background }),
  };
}

function alignmentOf({ name, classes }: MathElement) {
  if (name !== 'mtd') return {};
  if (classes.includes('tml-left')) return { columnalign: 'left' };
  return classes.includes('tml-right') ? { columnalign: 'right' } : {};
}

/** The usual space at each side of a cell, in em. */
const cellPadding = 0.5;

/** The space between columns and rows. */
function spacingOf({ classes, children }: MathElement) {
  const [row] = children;
  const cells = row === undefined || typeof row === 'string' ? [] : row.children;
  const paddings = cells.map((cell) => {
    const style = typeof cell === 'string' ? {} : cell.style;
    const side = (value: string | undefined) => {
      const number = Number.parseFloat(value ?? '');
      return Number.isNaN(number) ? cellPadding : number;
    };
    return { left: side(style['padding-left']), right: side(style['padding-right']) };
  });
  const gaps = paddings.slice(1).map(({ left }, i) => `${(paddings[i]?.right ?? 0) + left}em`);
  return {
    ...(gaps.length > 0 && { columnspacing: gaps.join(' ') }),
    rowspacing: classes.includes('tml-small')
      ? '0.5ex'
      : classes.includes('tml-jot')
        ? '1.4ex'
        : '1ex',
  };
}
