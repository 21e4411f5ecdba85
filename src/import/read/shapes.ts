import { childOf, descend, findAll, isTrue, type XmlElement } from '../../base/ooxml/xml-tree.ts';
import { readExtendedChart } from '../chart/extended.ts';
import { readChart } from '../chart/read-chart.ts';
import { cornerOf } from '../chart/workbook-corner.ts';
import type { Box, Shape } from '../model.ts';
import { childrenIn, chosenChild } from './choose.ts';
import { claimPart, claimQuietly, linkOf, type SlideContext } from './context.ts';
import { boxOf, groupTransform, type Transform } from './geometry.ts';
import { readPicture } from './pictures.ts';
import { placeholderOf } from './placeholders.ts';
import { readSmartArt } from './smart-art.ts';
import { readTable } from './table.ts';
import { hasText, readParagraphs } from './text.ts';

/** What all shapes have. */
export type ShapeBase = Omit<Extract<Shape, { kind: 'text' }>, 'kind' | 'paragraphs'>;

/** Reads the shapes of a slide in their order, those in groups included. */
export function readShapes(
  tree: XmlElement | undefined,
  transform: Transform,
  context: SlideContext,
): readonly Shape[] {
  return new ShapeReader(context).readAll(tree, transform);
}

class ShapeReader {
  readonly #context: SlideContext;

  constructor(context: SlideContext) {
    this.#context = context;
  }

  readAll(parent: XmlElement | undefined, transform: Transform, step?: number): readonly Shape[] {
    return childrenIn(parent).flatMap((shape) => this.#read(shape, transform, step));
  }

  #read(shape: XmlElement, transform: Transform, step?: number): readonly Shape[] {
    const base = this.#baseOf(shape, transform, step);
    if (!base) return [];
    switch (shape.name) {
      case 'p:sp':
        return this.#text(shape, base);
      case 'p:pic':
        return readPicture(shape, base, this.#context);
      case 'p:graphicFrame':
        return this.#frame(shape, base);
      case 'p:grpSp':
        return this.readAll(shape, groupTransform(shape, transform), base.step ?? step);
      case 'p:cxnSp':
        this.#context.losses.add('drawing');
        return [];
      case 'p:contentPart':
        this.#context.losses.add('ink');
        return [];
      default:
        return [];
    }
  }

  /** @returns `undefined` if the element is not a shape, or hidden */
  #baseOf(shape: XmlElement, transform: Transform, step?: number): ShapeBase | undefined {
    const properties = shape.children.find(({ name }) => /^p:nv\w+Pr$/.test(name));
    const named = childOf(properties, 'p:cNvPr');
    if (!named || isTrue(named.attributes.hidden)) return undefined;
    const { id = '0', name = '', descr = '', title = '' } = named.attributes;
    const placeholder = placeholderOf(shape);
    const link = linkOf(childOf(named, 'a:hlinkClick'), this.#context);
    const own = this.#context.appearances.get(Number(id))?.whole ?? step;
    return {
      id: Number(id),
      name,
      alt: (descr || title).trim(),
      isDecorative: findAll(named, 'adec:decorative').some(({ attributes }) =>
        isTrue(attributes.val),
      ),
      box: this.#boxOf(shape, transform),
      ...(placeholder && { placeholder }),
      ...(link && { link }),
      ...(own !== undefined && { step: own }),
    };
  }

  /** Where a shape is: a placeholder may be where its layout says. */
  #boxOf(shape: XmlElement, transform: Transform): Box {
    const own =
      boxOf(descend(shape, 'p:spPr', 'a:xfrm'), transform) ??
      boxOf(childOf(shape, 'p:xfrm'), transform);
    if (own) return own;
    const inherited = this.#context.chain
      .of(shape)
      .shapes.map((each) => boxOf(descend(each, 'p:spPr', 'a:xfrm'), transform))
      .find((box) => box !== undefined);
    return inherited ?? { x: 0, y: 0, width: 0, height: 0 };
  }

  #text(shape: XmlElement, base: ShapeBase): readonly Shape[] {
    const fill = this.#pictureFill(shape, base);
    if (this.#context.isOwn && /^QR code\b/.test(base.name))
      return [{ ...base, kind: 'text', paragraphs: [] }];
    if (!hasText(shape)) {
      if (fill.length === 0 && !base.placeholder && !base.isDecorative)
        this.#context.losses.add('drawing');
      return fill;
    }
    const inherited = this.#context.chain.of(shape);
    const steps = this.#context.appearances.get(base.id)?.paragraphs;
    const paragraphs = readParagraphs(childOf(shape, 'p:txBody'), inherited, this.#context, steps);
    return [...fill, { ...base, kind: 'text', paragraphs }];
  }

  /** The image that fills a shape. */
  #pictureFill(shape: XmlElement, base: ShapeBase): readonly Shape[] {
    const fill = descend(shape, 'p:spPr', 'a:blipFill');
    if (!fill) return [];
    this.#context.losses.add('picture fill');
    return readPicture(
      { ...shape, children: [{ ...fill, name: 'p:blipFill' }] },
      base,
      this.#context,
    );
  }

  #frame(frame: XmlElement, base: ShapeBase): readonly Shape[] {
    const { file, part, losses } = this.#context;
    const data = descend(frame, 'a:graphic', 'a:graphicData');
    const table = chosenChild(data, 'a:tbl');
    if (table) {
      const content = readTable(table, this.#context);
      return content ? [{ ...base, kind: 'table', table: content }] : [];
    }
    const ref = chosenChild(data, 'c:chart', 'cx:chart');
    if (ref) {
      const target = file.relationship(part, ref.attributes['r:id'])?.target;
      if (target !== undefined && file.has(target)) return this.#chart(target, ref.name, base);
      losses.add('missing', base.name);
      return [];
    }
    if (data && findAll(data, 'dgm:relIds').length > 0) {
      const paragraphs = readSmartArt(data, this.#context);
      return paragraphs.length === 0 ? [] : [{ ...base, kind: 'text', paragraphs }];
    }
    return this.#object(data, base);
  }

  #chart(target: string, name: string, base: ShapeBase): readonly Shape[] {
    const { file, losses, appearances, isOwn, claimed } = this.#context;
    if (!claimPart(target, this.#context)) return [];
    if (name === 'cx:chart') return readExtendedChart(file.xml(target), base, losses);
    const workbook = file.related(target, 'package');
    const isFree = workbook !== undefined && claimQuietly(workbook, claimed);
    const corner = isFree ? cornerOf(file.bytes(workbook)) : '';
    const by = appearances.get(base.id)?.by;
    const found = readChart(file.xml(target), base, losses, { corner, isOwn });
    return found.map((each) => ({ ...each, ...(by && { by }) }));
  }

  /** An embedded object is shown as its preview image. */
  #object(data: XmlElement | undefined, base: ShapeBase): readonly Shape[] {
    const object = chosenChild(data, 'p:oleObj');
    const picture = chosenChild(object, 'p:pic');
    const kind = object?.attributes.progId ?? object?.attributes.name ?? base.name;
    this.#context.losses.add(picture ? 'object' : 'object lost', kind);
    return picture ? readPicture(picture, base, this.#context) : [];
  }
}
