import type { SlideNode } from '../tree/tree.ts';

/** Attributes by their names; a later one replaces an earlier one. */
export type AttributeValues = Map<string, string>;

/** Of elements that comments change. */
export type ElementAttributes = Map<SlideNode, AttributeValues>;

/** What comments such as `<!-- .element: class="fragment" -->` set. */
export interface CommentAttributes {
  /** Of the slide. */
  readonly slide: AttributeValues;
  /** Of the elements in it. */
  readonly elements: ElementAttributes;
  /** The comments that set something, or were meant to. */
  readonly comments: readonly SlideNode[];
}

/** The patterns of reveal.js: without a colon, and only one line. */
const ofElement = /\.element\s*?(.+?)$/m;
const ofSlide = /\.slide:\s*?(\S.+?)$/m;
const attribute = /([^"= ]+?)="([^"]+?)"|(data-[^"= ]+?)(?=[" ])/gm;

/** Reads the comments of a slide. */
export function readCommentAttributes(
  root: SlideNode,
  nodes: readonly SlideNode[],
): CommentAttributes {
  const slide: AttributeValues = new Map();
  const elements: ElementAttributes = new Map();
  const comments: SlideNode[] = [];
  const targets: Targets = new Map();
  for (const node of nodes) {
    if (node.kind !== 'comment') continue;
    const text = (node.piece?.text ?? '').replace(/^<!--|-->$/g, '');
    const [, own] = ofElement.exec(text) ?? [];
    const [, ofAll] = own === undefined ? (ofSlide.exec(text) ?? []) : [];
    const list = own ?? ofAll;
    if (list === undefined) continue;
    comments.push(node);
    const target = own === undefined ? root : targetOf(node, targets);
    const values = target === root ? slide : (elements.get(target) ?? new Map());
    if (target !== root) elements.set(target, values);
    for (const [, name, value = '', flag] of list.matchAll(attribute)) {
      values.set((name ?? flag ?? '').toLowerCase(), value);
    }
  }
  return { slide, elements, comments };
}

/** By elements: what each comment in them changes. */
type Targets = Map<SlideNode, ReadonlyMap<SlideNode, SlideNode>>;

/** The element before a comment, or else the one around it. */
function targetOf(comment: SlideNode, targets: Targets): SlideNode {
  const { parent } = comment;
  if (!parent) return comment;
  const own = targets.get(parent) ?? targetsIn(parent);
  targets.set(parent, own);
  return own.get(comment) ?? parent;
}

function targetsIn(parent: SlideNode): ReadonlyMap<SlideNode, SlideNode> {
  let target = parent;
  const targets = new Map<SlideNode, SlideNode>();
  for (const child of parent.children) {
    if (isElement(child)) target = child;
    else targets.set(child, target);
  }
  return targets;
}

function isElement({ kind, name }: SlideNode): boolean {
  return (kind === 'html' || kind === 'markdown') && name !== 'br';
}
