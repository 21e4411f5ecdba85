import { simplifyAttributes, simplifyStyle } from './attributes.ts';
import { simplifyTable } from './table.ts';
import type { MathElement, MathNode } from './tree.ts';

/** What a formula consists of, without what changes nothing in how it looks or reads. */
export function simplify(tree: MathNode): readonly MathNode[] {
  return inRow(simplifyNode(tree, false));
}

/** Elements that lay their children out in a row, as `mrow` does. */
const rows = new Set(['math', 'mrow', 'mstyle', 'mpadded', 'msqrt', 'mtd']);

/** @param isScript whether it is set smaller than what it belongs to */
function simplifyNode(node: MathNode, isScript: boolean): MathNode {
  if (typeof node === 'string') return node;
  const { name } = node;
  const simplified = node.children.map((child, index) =>
    simplifyNode(child, isScript || (index > 0 && scripted.test(name))),
  );
  const children = rows.has(name) ? unwrap(simplified.flatMap(inRow)) : simplified;
  const isPrimes = children.length > 0 && children.every((child) => textOf(child) === '′');
  const element: MathElement = {
    ...node,
    children,
    classes: node.classes.filter((given) => known.test(given) && !isPrimes),
    style: simplifyStyle(node.style),
    attributes: simplifyAttributes(node, isScript),
  };
  if (name === 'mtable') return simplifyTable(element);
  const [only, ...others] = children;
  if (only === undefined || others.length > 0) return element;
  if (name === 'mrow' && isPlain(element)) return only;
  // The space that temml takes off around a word, browsers do not set.
  const isWord = typeof only !== 'string' && /^(?:mi|mtext|mn)$/.test(only.name);
  return name === 'mpadded' && isWord ? only : element;
}

/** Elements whose children are scripts but for the first. */
const scripted = /^m(?:sub|sup|subsup|under|over|underover|root|multiscripts)$/;

function textOf(node: MathNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** What stands for a node in a row: nothing, where it is an empty sign; its parts, where grouping them means nothing. */
function inRow(node: MathNode): readonly MathNode[] {
  if (typeof node === 'string') return node === '' ? [] : [node];
  const { name, children } = node;
  // A delimiter that is not to be seen, written \right.
  if (name === 'mo' && children.join('') === '') return [];
  if (name === 'mspace' && isPlain(node)) return [];
  if (name === 'math') return children;
  if (name !== 'mrow' || !isPlain(node) || children.length === 0) return [node];
  // Signs stretch to the height of their row, and stand closer at its ends.
  return children.some(isOperator) ? [node] : children;
}

/** A row in a row, with nothing beside it, is one row. */
function unwrap(children: readonly MathNode[]): readonly MathNode[] {
  const [only, ...others] = children;
  const isRow = typeof only === 'object' && only.name === 'mrow' && isPlain(only);
  return isRow && others.length === 0 ? only.children : children;
}

function isOperator(node: MathNode): boolean {
  if (typeof node === 'string') return false;
  return node.name === 'mo' || (scripted.test(node.name) && node.children.some(isOperator));
}

function isPlain({ attributes, classes, style }: MathElement): boolean {
  return classes.length === 0 && [attributes, style].every((all) => Object.keys(all).length === 0);
}

/** The classes that `themes/base/math.css` has rules for. */
const known =
  /^(?:tml-(?:(?:med|lrg)-pad|jot|small|x?cancel|(?:tilde|hat)-\d|left|right|overline|underline|fbox)|chr-\w+(?:-vec)?|wbk-(?:\w+-)?acc|menclose|upstrike|downstrike|sout|circle-pad|textcircle|longdiv-(?:top|arc)|phasor-(?:bottom|angle)|actuarial)$/;
