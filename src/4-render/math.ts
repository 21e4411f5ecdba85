import { simplify } from '../3-resolve/math/simplify.ts';
import type { MathElement, MathNode } from '../3-resolve/math/tree.ts';
import { estimateWidth } from '../3-resolve/math/width.ts';
import { attributes, escapeHtml, type Html, rawHtml } from '../base/html.ts';
import type { TexFormula } from '../model/inline.ts';
import type { SlideContext } from './context.ts';

/** Renders a formula as MathML, with its TeX as text alternative; `undefined` if it could not be typeset. */
export function renderMath(formula: TexFormula, context: SlideContext): Html | undefined {
  const tree = context.resources.formulas.get(formula);
  if (tree === undefined) return undefined;
  context.features.add('math');
  const own = attributes({
    display: formula.display && 'block',
    alttext: formula.tex.trim().replace(/\s+/g, ' '),
  });
  return rawHtml(`<math${own}>${simplify(tree).map(write).join('')}</math>`);
}

/** The approximate width of a formula, in em. */
export function widthOfMath(formula: TexFormula, context: SlideContext): number {
  const tree = context.resources.formulas.get(formula);
  return tree === undefined ? 0 : estimateWidth(simplify(tree));
}

function write(node: MathNode): string {
  if (typeof node === 'string') return escapeHtml(node);
  const { name, children } = node;
  const open = `<${name}${writeAttributes(node)}`;
  // MathML has self-closing elements, like XML.
  return children.length === 0 ? `${open}/>` : `${open}>${children.map(write).join('')}</${name}>`;
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
