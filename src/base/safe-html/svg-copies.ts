import { withoutSections } from '../text/markup-sections.ts';

/** Shapes that an image may draw by copying elements; more would take a browser seconds to minutes. */
export const maxCopies = 300_000;

/** Of copies inside each other; deeper ones count as too many. */
const maxDepth = 1000;

/** An element with an id, or the whole text. */
interface Node {
  /** The elements inside of it that have no id. */
  own: number;
  readonly children: Node[];
  /** The ids of the elements that are drawn in it once more. */
  readonly references: string[];
}

/**
 * The number of elements that SVG draws, with the copies that `<use>`, patterns, masks and markers make. A copy of
 * something with copies multiplies: seven levels of ten are ten million.
 *
 * @param text XML or HTML
 */
export function countCopies(text: string): number {
  if (!/<(?:[\w-]+:)?use[\s/>]|url\(\s*["']?#/i.test(text)) return 0;
  const nodes = new Map<string, Node>();
  const root = readNodes(withoutSections(text), nodes);
  const known = new Map<Node, number>();
  const cost = (node: Node, depth: number): number => {
    const found = known.get(node);
    if (found !== undefined) return found;
    if (depth > maxDepth) return maxCopies + 1;
    // What contains itself is not drawn.
    known.set(node, 0);
    let sum = node.own;
    for (const child of node.children) sum += cost(child, depth + 1);
    for (const id of node.references) {
      const target = nodes.get(id);
      if (target) sum += cost(target, depth + 1);
    }
    const bounded = Math.min(sum, Number.MAX_SAFE_INTEGER);
    known.set(node, bounded);
    return bounded;
  };
  return cost(root, 0);
}

const tag = /<(\/?)([a-z][\w:.-]*)([^"'<>]*(?:(?:"[^"]*"|'[^']*')[^"'<>]*)*)>/gi;

function readNodes(text: string, nodes: Map<string, Node>): Node {
  const root: Node = { own: 0, children: [], references: [] };
  const open: { readonly name: string; readonly node: Node }[] = [];
  for (const [, slash, name, attributes = ''] of text.matchAll(tag)) {
    if (name === undefined) continue;
    if (slash) {
      // In HTML, an end tag may be missing.
      const index = open.findLastIndex((element) => element.name === name);
      if (index >= 0) open.length = index;
      continue;
    }
    const parent = open.at(-1)?.node ?? root;
    const [, , id] = /\sid\s*=\s*(["'])(.*?)\1/.exec(attributes) ?? [];
    const node = id === undefined ? parent : { own: 0, children: [], references: [] };
    node.own++;
    if (id !== undefined && node !== parent) {
      parent.children.push(node);
      if (!nodes.has(id)) nodes.set(id, node);
    }
    node.references.push(...referencesOf(name, attributes));
    const isVoid = attributes.endsWith('/') || /^(?:br|hr|img|input|wbr|source)$/i.test(name);
    if (!isVoid) open.push({ name, node });
  }
  return root;
}

function referencesOf(name: string, attributes: string): readonly string[] {
  const painted = attributes.matchAll(/url\(\s*(?:&quot;|["'])?#([^"')&\s]+)/gi);
  const ids = Array.from(painted, ([, id = '']) => id);
  if (!/(?:^|:)use$/i.test(name)) return ids;
  const [, , id] = /\s(?:xlink:)?href\s*=\s*(["'])\s*#(.*?)\1/i.exec(attributes) ?? [];
  return id === undefined ? ids : [...ids, id];
}
