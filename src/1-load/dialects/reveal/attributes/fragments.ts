import { attributeOf } from '../html/element-text.ts';
import type { SlideNode } from '../tree/tree.ts';
import type { ElementAttributes } from './comment-attributes.ts';

/**
 * Numbers the fragments of a slide in which some have an index: in reveal.js, these come first, and then the others,
 * each as a step of its own.
 */
export function orderFragments(nodes: readonly SlideNode[], elements: ElementAttributes): void {
  const readValue = (node: SlideNode, name: string): string | undefined =>
    elements.get(node)?.get(name) ?? (node.kind === 'html' ? attributeOf(node, name) : undefined);
  const fragments = nodes.filter((node) =>
    /(?:^|\s)fragment(?:\s|$)/.test(readValue(node, 'class') ?? ''),
  );
  const indexes = fragments.map((node) =>
    Number.parseInt(readValue(node, 'data-fragment-index') ?? '', 10),
  );
  const known = [...new Set(indexes.filter((index) => index >= 0))].sort((a, b) => a - b);
  if (known.length === 0) return;
  let next = known.length;
  for (const [i, node] of fragments.entries()) {
    const place = known.indexOf(indexes[i] ?? Number.NaN);
    const values = elements.get(node) ?? new Map<string, string>();
    values.set('data-fragment-index', String(place < 0 ? next++ : place));
    elements.set(node, values);
  }
}
