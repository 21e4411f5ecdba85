import { simplifyAttributes, simplifyStyle } from './attributes.ts';
import { simplifyTable } from './table.ts';
import type { MathElement, MathNode } from './tree.ts';

/** Removes the parts of a formula that affect neither its appearance nor its reading. */
export function simplify(tree: MathNode): readonly MathNode[] {
  return inRow(simplifyNode(tree, false));
}

/** Elements that lay their children out in a row, as `mrow` does. */
const rows = new Set(['math', 'mrow', 'mstyle', 'mpadded', 'msqrt', 'mtd']);

/** @param isScript whether the element is a script */
function simplifyNode(node: MathNode, isScript: boolean): MathNode {
  if (typeof node === 'string') return node;
  const { name } = node;
  const simplified = node.children.map((child, index) =>
    simplifyNode(child, isScript || (index > 0 && scripted.test(name))),
  );
  const inner = rows.has(name) ? unwrap(simplified.flatMap(inRow)) : simplified;
  const children = name === 'mtd' && inner.some(isStretched) ? [rowOf(inner)] : inner;
  const isPrimes = children.length > 0 && children.every((child) => textOf(child) === '′');
  const element: MathElement = {
    ...node,
    children,
    classes: node.classes.filter((given) => known.test(given) && !isPrimes),
    style: simplifyStyle(node.style),
    attributes: simplifyAttributes(node, isScript),
  };
  if (name === 'mtable') return simplifyTable(element);
  if (name === 'menclose') return drawnByStyles(element);
  const [only, ...others] = children;
  if (only === undefined || others.length > 0) return element;
  if (name === 'mrow' && isPlain(element)) return only;
  // temml compensates for space around a word that browsers do not leave.
  const isWord = typeof only !== 'string' && /^(?:mi|mtext|mn)$/.test(only.name);
  return name === 'mpadded' && isWord ? only : element;
}

/** Replaces an `menclose` whose lines the styles can draw in every browser. */
function drawnByStyles(element: MathElement): MathElement {
  const { notation = '', ...attributes } = element.attributes;
  if (/longdiv|circle/.test(notation)) return element;
  return { ...element, name: 'mrow', attributes, classes: ['menclose', ...element.classes] };
}

/** Elements whose children, except the first, are scripts. */
const scripted = /^m(?:sub|sup|subsup|under|over|underover|root|multiscripts)$/;

function textOf(node: MathNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** Simplifies a node in a row: removes empty operators, and dissolves groups without effect. */
function inRow(node: MathNode): readonly MathNode[] {
  if (typeof node === 'string') return node === '' ? [] : [node];
  const { name, children } = node;
  // An invisible delimiter such as `\right.`.
  if (name === 'mo' && children.join('') === '') return [];
  if (name === 'mspace' && isPlain(node)) return [];
  if (name === 'math') return children;
  if (name !== 'mrow' || !isPlain(node) || children.length === 0) return [node];
  // Operators stretch to the height of their row, and have less space at its ends.
  return children.some(isOperator) ? [node] : children;
}

/** Dissolves a row that is the only child of a row. */
function unwrap(children: readonly MathNode[]): readonly MathNode[] {
  const [only, ...others] = children;
  const isRow = typeof only === 'object' && only.name === 'mrow' && isPlain(only);
  return isRow && others.length === 0 ? only.children : children;
}

function isOperator(node: MathNode): boolean {
  if (typeof node === 'string') return false;
  return node.name === 'mo' || (scripted.test(node.name) && node.children.some(isOperator));
}

/** Whether it is an operator that grows; in the cell of a table, WebKit stretches only those in a row. */
function isStretched(node: MathNode): boolean {
  if (typeof node === 'string') return false;
  if (node.name !== 'mo') return scripted.test(node.name) && node.children.some(isStretched);
  const { stretchy, minsize } = node.attributes;
  return stretchy !== 'false' && (minsize !== undefined || /^[()[\]{}⟨⟩⌈⌉⌊⌋]$/.test(textOf(node)));
}

function rowOf(children: readonly MathNode[]): MathElement {
  return { name: 'mrow', attributes: {}, classes: [], style: {}, children };
}

function isPlain({ attributes, classes, style }: MathElement): boolean {
  return classes.length === 0 && [attributes, style].every((all) => Object.keys(all).length === 0);
}

/** The classes that `themes/base/math.css` has rules for. */
const known =
  /^(?:tml-(?:(?:med|lrg)-pad|jot|small|x?cancel|cancelto|(?:tilde|hat)-\d|left|right|overline|underline|fbox|shift-left)|chr-\w+(?:-vec)?|wbk-(?:\w+-)?acc|menclose|upstrike|downstrike|sout|circle-pad|textcircle|longdiv-(?:top|arc)|phasor-(?:bottom|angle)|actuarial)$/;
