import type { MermaidSource } from '../mermaid-source.ts';

const icon = /(^|\s|>)(fa[bklrs]?:fa-[a-z0-9-]+)\s*/g;
const formula = /\$\$(.*?)\$\$/gs;

/** Warns of icons of Font Awesome and of formulas in a label, and removes the icons and the signs around formulas. */
export function warnOfUndrawn(label: string, source: MermaidSource): string {
  for (const [, , name = ''] of label.matchAll(icon)) {
    source.ignore(
      name,
      `the icon "${name}" is not drawn`,
      'an emoji such as 🚗 is drawn as a text',
    );
  }
  for (const [whole] of label.matchAll(formula)) {
    const hint = 'write it with characters such as α, ² and ≤, or next to the diagram';
    source.ignore(whole, 'a formula in a diagram is drawn as its source', hint);
  }
  return label.replace(icon, '$1').replace(formula, '$1');
}
