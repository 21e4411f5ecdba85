import { childOf, descend, findAll, type XmlElement } from '../../base/ooxml/xml-tree.ts';
import { ownValue } from '../../base/own-value.ts';

/** The placeholder that a shape fills. */
export interface PlaceholderKey {
  readonly type: string;
  readonly index: string;
}

/** What a shape inherits from its layout and its master, the nearest first. */
export interface Inherited {
  /** The placeholders that it is made from. */
  readonly shapes: readonly XmlElement[];
  /** The styles of levels that apply to its text, the nearest first. */
  readonly styles: readonly XmlElement[];
}

export function placeholderOf(shape: XmlElement): PlaceholderKey | undefined {
  const ph = shape.children
    .filter(({ name }) => /^p:nv\w*Pr$/.test(name))
    .map((each) => descend(each, 'p:nvPr', 'p:ph'))
    .find(Boolean);
  if (!ph) return undefined;
  return { type: ph.attributes.type ?? 'obj', index: ph.attributes.idx ?? '0' };
}

const masterTypes: Readonly<Record<string, string>> = {
  ctrTitle: 'title',
  title: 'title',
  dt: 'dt',
  ftr: 'ftr',
  sldNum: 'sldNum',
};

/** The layout and the master of a slide, as what its placeholders inherit from. */
export class LayoutChain {
  readonly #layout: PlaceholderIndex;
  readonly #master: PlaceholderIndex;
  readonly #masterRoot: XmlElement | undefined;
  readonly #defaults: XmlElement | undefined;

  /** @param defaults the `p:defaultTextStyle` of the presentation */
  constructor(
    layout: XmlElement | undefined,
    master: XmlElement | undefined,
    defaults: XmlElement | undefined,
  ) {
    this.#layout = new PlaceholderIndex(layout);
    this.#master = new PlaceholderIndex(master);
    this.#masterRoot = master;
    this.#defaults = defaults;
  }

  /** What a shape inherits. */
  of(shape: XmlElement): Inherited {
    const key = placeholderOf(shape);
    const shapes = key ? this.#placeholdersFor(key) : [];
    const own = [shape, ...shapes].flatMap((each) => childOf(textOf(each), 'a:lstStyle') ?? []);
    const usual = this.#usualStyle(key);
    return {
      shapes,
      styles: [...own, ...(usual ? [usual] : []), ...(this.#defaults ? [this.#defaults] : [])],
    };
  }

  #placeholdersFor(key: PlaceholderKey): readonly XmlElement[] {
    const layout =
      this.#layout.sameAs(key) ?? (key.index === '0' ? this.#layout.ofType(key.type) : undefined);
    const type = (layout && placeholderOf(layout)?.type) ?? key.type;
    const master = this.#master.ofType(ownValue(masterTypes, type) ?? 'body');
    return [layout, master].filter((each) => each !== undefined);
  }

  #usualStyle(key: PlaceholderKey | undefined): XmlElement | undefined {
    const name =
      key === undefined || /^(?:dt|ftr|sldNum)$/.test(key.type)
        ? 'p:otherStyle'
        : ownValue(masterTypes, key.type) === 'title'
          ? 'p:titleStyle'
          : 'p:bodyStyle';
    return descend(this.#masterRoot, 'p:txStyles', name);
  }
}

/** The placeholders of a layout or a master; the first counts of those that are alike. */
class PlaceholderIndex {
  readonly #types = new Map<string, XmlElement>();
  readonly #same = new Map<string, XmlElement>();

  constructor(root: XmlElement | undefined) {
    for (const shape of shapesIn(root)) {
      const key = placeholderOf(shape);
      if (!key) continue;
      if (!this.#types.has(key.type)) this.#types.set(key.type, shape);
      if (!this.#same.has(sameKey(key))) this.#same.set(sameKey(key), shape);
    }
  }

  ofType(type: string): XmlElement | undefined {
    return this.#types.get(type);
  }

  sameAs(key: PlaceholderKey): XmlElement | undefined {
    return this.#same.get(sameKey(key));
  }
}

/** Layouts number their placeholders; a title has no number. */
function sameKey({ type, index }: PlaceholderKey): string {
  return ownValue(masterTypes, type) ?? `body ${index}`;
}

function shapesIn(root: XmlElement | undefined): readonly XmlElement[] {
  const tree = descend(root, 'p:cSld', 'p:spTree');
  if (!tree) return [];
  return ['p:sp', 'p:pic'].flatMap((name) => findAll(tree, name));
}

function textOf(shape: XmlElement): XmlElement | undefined {
  return childOf(shape, 'p:txBody');
}
