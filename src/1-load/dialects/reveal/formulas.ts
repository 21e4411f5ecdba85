import type { SlideNode } from './tree.ts';

/** The formula in a code span, which protects it from Markdown: `` `$$ x $$` ``. */
export function formulaOf(code: string, node: SlideNode): string | undefined {
  const [, , display, , inline] =
    /^\s*(?:(\$\$|\\\[)([\s\S]+?)(?:\$\$|\\\])|(\$|\\\()([^$]+?)(?:\$|\\\)))\s*$/.exec(code) ?? [];
  if (display !== undefined) return writeDisplay(display, node);
  if (inline === undefined || /^\s|\s$/.test(inline)) return undefined;
  return writeInline(inline);
}

/** The syntax that is a formula whatever is in it. */
export function writeInline(tex: string): string {
  return tex.includes('`') ? `$${tex.trim()}$` : `$\`${tex.trim()}\`$`;
}

/** On lines of its own, if it is all that its paragraph has. */
export function writeDisplay(tex: string, { parent }: SlideNode): string {
  const isAlone =
    parent?.name === 'paragraph' &&
    parent.parent?.parent === undefined &&
    parent.children.filter(({ kind }) => kind !== 'comment').length === 1;
  const text = tex.trim().replace(/\n\s*\n/g, '\n');
  return isAlone ? `$$\n${text}\n$$` : `$$${text}$$`;
}
