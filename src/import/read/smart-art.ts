import {
  childOf,
  childrenOf,
  descend,
  findAll,
  type XmlElement,
} from '../../base/ooxml/xml-tree.ts';
import type { Paragraph } from '../model.ts';
import { claimPart, type SlideContext } from './context.ts';
import { readParagraphs } from './text.ts';

const maxDepth = 8;

/** The texts of a SmartArt graphic as a list, in the order and depth of its points. */
export function readSmartArt(graphic: XmlElement, context: SlideContext): readonly Paragraph[] {
  const id = findAll(graphic, 'dgm:relIds')[0]?.attributes['r:dm'];
  const target = context.file.relationship(context.part, id)?.target;
  if (target === undefined || !context.file.has(target)) {
    context.losses.add('missing', 'SmartArt');
    return [];
  }
  if (!claimPart(target, context)) return [];
  context.losses.add('smart art');
  return new PointReader(context.file.xml(target), { ...context, part: target }).read();
}

interface PointAt {
  readonly id: string;
  readonly level: number;
}

/** The types of points that have no text of their own. */
const unseen = new Set(['doc', 'pres']);

class PointReader {
  readonly #context: SlideContext;
  readonly #points: ReadonlyMap<string, XmlElement>;
  readonly #children = new Map<string, string[]>();
  readonly #seen = new Set<string>();

  constructor(data: XmlElement, context: SlideContext) {
    this.#context = context;
    const points = childrenOf(childOf(data, 'dgm:ptLst'), 'dgm:pt');
    this.#points = new Map(points.map((point) => [point.attributes.modelId ?? '', point]));
    const links = childrenOf(childOf(data, 'dgm:cxnLst'), 'dgm:cxn')
      .filter(({ attributes }) => (attributes.type ?? 'parOf') === 'parOf')
      .toSorted((a, b) => Number(a.attributes.srcOrd ?? 0) - Number(b.attributes.srcOrd ?? 0));
    for (const { attributes } of links) {
      const { srcId = '', destId = '' } = attributes;
      const own = this.#children.get(srcId) ?? [];
      own.push(destId);
      this.#children.set(srcId, own);
    }
  }

  read(): readonly Paragraph[] {
    const roots = [...this.#points].filter(([, { attributes }]) => attributes.type === 'doc');
    const first = this.#readFrom(roots.flatMap(([id]) => this.#below(id, 0)));
    // What nothing leads to, such as the labels of arrows, comes last; then what is in itself only.
    const inner = new Set([...this.#children.values()].flat());
    const others = [...this.#points]
      .filter(([id, { attributes }]) => !this.#seen.has(id) && !unseen.has(attributes.type ?? ''))
      .map(([id]) => ({ id, level: 0 }));
    const orphans = others.filter(({ id }) => !inner.has(id));
    return [...first, ...this.#readFrom([...orphans, ...others])];
  }

  #readFrom(points: readonly PointAt[]): readonly Paragraph[] {
    const paragraphs: Paragraph[] = [];
    // Points may be in each other without end: those to read are on a stack, the next one at its end.
    const open = points.toReversed();
    for (let next = open.pop(); next; next = open.pop()) {
      const { id, level } = next;
      const point = this.#points.get(id);
      if (!point || this.#seen.has(id)) continue;
      this.#seen.add(id);
      const own = this.#textOf(point, level);
      for (const each of own) paragraphs.push(each);
      const inner = own.length === 0 ? level : Math.min(maxDepth, level + 1);
      for (const each of this.#below(id, inner).toReversed()) open.push(each);
    }
    return paragraphs;
  }

  #below(id: string, level: number): readonly PointAt[] {
    return (this.#children.get(id) ?? []).map((child) => ({ id: child, level }));
  }

  #textOf(point: XmlElement, level: number): readonly Paragraph[] {
    const none = { shapes: [], styles: [] };
    const body = descend(point, 'dgm:t');
    return readParagraphs(body, none, this.#context)
      .filter(({ inlines }) =>
        inlines.some((inline) => inline.kind !== 'text' || inline.text.trim() !== ''),
      )
      .map((paragraph) => ({ ...paragraph, level, bullet: { kind: 'dot' } }));
  }
}
