import type { MathElement, MathNode } from './tree.ts';

/** The size of scripts relative to their base. */
const scriptScale = 0.71;

/** Some formulas are up to this factor wider in Chromium than estimated. */
const caution = 1.1;

/** Estimates the width of a formula, in em of its own size. The styles shrink formulas that are too wide. */
export function estimateWidth(nodes: readonly MathNode[]): number {
  return widthOf(nodes) * caution;
}

function widthOf(nodes: readonly MathNode[], isScript = false): number {
  return nodes.reduce((sum, node) => sum + widthOfNode(node, isScript), 0);
}

function widthOfNode(node: MathNode, isScript: boolean): number {
  if (typeof node === 'string') return 0;
  const { name, children, attributes } = node;
  switch (name) {
    case 'mi':
    case 'mn':
    case 'mtext':
      return sum([...textOf(node)].map(widthOfCharacter));
    case 'mo':
      return widthOfSign(node, isScript);
    case 'mspace':
      return Number.parseFloat(attributes.width ?? '0') || 0;
    case 'mfrac':
      return Math.max(...children.map((child) => widthOfNode(child, isScript))) + 0.15;
    case 'msqrt':
      return widthOf(children, isScript) + 0.85;
    case 'mtable':
      return widthOfTable(node);
    case 'msub':
    case 'msup':
    case 'msubsup':
      return ofBase(node, isScript) + Math.max(...scriptsOf(node));
    case 'munder':
    case 'mover':
    case 'munderover':
    case 'mroot':
      return Math.max(ofBase(node, isScript), ...scriptsOf(node)) + (name === 'mroot' ? 0.85 : 0);
    default:
      return widthOf(children, isScript);
  }
}

function ofBase({ children }: MathElement, isScript: boolean): number {
  return widthOf(children.slice(0, 1), isScript);
}

function scriptsOf({ children }: MathElement): readonly number[] {
  return children.slice(1).map((child) => widthOfNode(child, true) * scriptScale);
}

function widthOfTable({ children }: MathElement): number {
  const rows = children.map((row) => (typeof row === 'string' ? [] : row.children));
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  const widths = Array.from({ length: columns }, (_, index) =>
    Math.max(...rows.map((cells) => widthOf(cells.slice(index, index + 1)))),
  );
  return sum(widths) + Math.max(0, columns - 1) * 0.8;
}

/** The width of an operator, with the space that browsers leave around it outside scripts. */
function widthOfSign(node: MathElement, isScript: boolean): number {
  const text = textOf(node);
  if (/^[,.;:!′]$/.test(text)) return 0.4;
  if (/^[()[\]{}|‖⟨⟩⌈⌉⌊⌋/]$/.test(text)) return 0.5;
  if (/^[∑∏∐⋃⋂⨁⨂]$/.test(text)) return 1.4;
  if (/^[∫∬∭∮]$/.test(text)) return 1.2;
  const space = isScript || node.attributes.lspace !== undefined ? 0 : 0.5;
  return sum([...text].map(widthOfCharacter)) + 0.15 + space;
}

function widthOfCharacter(character: string): number {
  if (/[\u2061-\u2064]/.test(character)) return 0;
  if (/[ijlftI.,'|]/.test(character)) return 0.35;
  if (/[mwMWΩΦΨ⋯…⟶]/.test(character)) return 0.85;
  return /\p{Lu}/u.test(character) ? 0.68 : 0.54;
}

function textOf({ children }: MathElement): string {
  return children.filter((child) => typeof child === 'string').join('');
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
