import {
  childOf,
  childrenOf,
  descend,
  findAll,
  isTrue,
  type XmlElement,
} from '../../base/ooxml/xml-tree.ts';
import { type ColorScheme, readColor, share } from './office-color.ts';
import type { TemplateMaster } from './open-template.ts';

/** A place for content in a layout, with what it inherits from its master. Lengths are in pixels of 9525 EMU. */
export interface TemplatePlaceholder {
  /** As in `ST_PlaceholderType`; `obj` takes any content. */
  readonly type: string;
  /** The attributes that refer to it: `type`, `idx` and the like, as written. */
  readonly reference: Readonly<Record<string, string>>;
  readonly name: string;
  readonly box: TemplateBox;
  readonly text: PlaceholderText;
  /** The color below its text, as six hexadecimal digits; absent if that is an image. */
  readonly background?: string;
}

interface TemplateBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlaceholderText {
  readonly size: number;
  /** Six hexadecimal digits. */
  readonly color: string;
  /** Of the highlighter, which is on the background. */
  readonly highlight?: string;
  readonly isBold: boolean;
  readonly isRightToLeft: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly anchor: 't' | 'ctr' | 'b';
  /** The distance of lines, as a share of the size. */
  readonly leading: number;
  /** Left, top, right, bottom. */
  readonly insets: readonly [number, number, number, number];
}

/** English Metric Units per slide pixel. */
export const emuPerPixel = 9525;

/** The placeholders of a layout that have a place. */
export function readPlaceholders(
  layout: XmlElement,
  master: TemplateMaster,
  colors: ColorScheme,
  defaults: XmlElement | undefined,
): readonly TemplatePlaceholder[] {
  const above = shapesOf(master.root);
  return shapesOf(layout).flatMap((shape) => {
    const type = typeOf(shape);
    const parent = above.find((each) => typeOf(each) === parentType(type));
    const box = readBox(shape) ?? (parent && readBox(parent));
    if (!box) return [];
    const reference = placeholderOf(shape)?.attributes ?? {};
    const name = findAll(shape, 'p:cNvPr')[0]?.attributes.name ?? '';
    const styles = stylesFor(shape, parent, master, defaults);
    return [{ type, reference, name, box, text: readText(styles, shape, parent, colors) }];
  });
}

function shapesOf(root: XmlElement): readonly XmlElement[] {
  const tree = descend(root, 'p:cSld', 'p:spTree');
  return tree?.children.filter((shape) => placeholderOf(shape) !== undefined) ?? [];
}

export function placeholderOf(shape: XmlElement): XmlElement | undefined {
  const own = shape.children.find(({ name }) => /^p:nv\w+Pr$/.test(name));
  return descend(own, 'p:nvPr', 'p:ph');
}

function typeOf(shape: XmlElement): string {
  return placeholderOf(shape)?.attributes.type ?? 'obj';
}

/** The placeholder of the master that one of a layout inherits from. */
function parentType(type: string): string {
  if (type === 'ctrTitle' || type === 'title') return 'title';
  return ['dt', 'ftr', 'sldNum'].includes(type) ? type : 'body';
}

export function readBox(shape: XmlElement): TemplateBox | undefined {
  const frame = childOf(childOf(shape, 'p:spPr') ?? childOf(shape, 'p:grpSpPr'), 'a:xfrm');
  const [offset, extent] = [childOf(frame, 'a:off'), childOf(frame, 'a:ext')];
  const numbers = [
    offset?.attributes.x,
    offset?.attributes.y,
    extent?.attributes.cx,
    extent?.attributes.cy,
  ].map((text) => Number(text ?? 'none') / emuPerPixel);
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  return numbers.every(Number.isFinite) && width > 0 && height > 0
    ? { x, y, width, height }
    : undefined;
}

/** The looks of the first level, from the placeholder itself to the defaults of the file. */
function stylesFor(
  shape: XmlElement,
  parent: XmlElement | undefined,
  { root }: TemplateMaster,
  defaults: XmlElement | undefined,
): readonly XmlElement[] {
  const kind = parentType(typeOf(shape));
  const style =
    kind === 'title' ? 'p:titleStyle' : kind === 'body' ? 'p:bodyStyle' : 'p:otherStyle';
  const lists = [
    descend(shape, 'p:txBody', 'a:lstStyle'),
    descend(parent, 'p:txBody', 'a:lstStyle'),
    descend(root, 'p:txStyles', style),
    defaults,
  ];
  return lists.flatMap((list) => childOf(list, 'a:lvl1pPr') ?? []);
}

function readText(
  styles: readonly XmlElement[],
  shape: XmlElement,
  parent: XmlElement | undefined,
  colors: ColorScheme,
): PlaceholderText {
  const first = <T>(read: (style: XmlElement) => T | undefined): T | undefined => {
    for (const style of styles) {
      const found = read(style);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const run =
    (name: string) =>
    (style: XmlElement): string | undefined =>
      childOf(style, 'a:defRPr')?.attributes[name];
  // Hundredths of a point; a pixel is three quarters of one.
  const size = Number(first(run('sz')) ?? 1800) / 75;
  const align = first(({ attributes }) => attributes.algn);
  const highlight = first((style) => readColor(descend(style, 'a:defRPr', 'a:highlight'), colors));
  return {
    size: Number.isFinite(size) && size > 0 ? size : 24,
    color:
      first((style) => readColor(descend(style, 'a:defRPr', 'a:solidFill'), colors)) ??
      colors.get('tx1') ??
      '000000',
    ...(highlight !== undefined && { highlight }),
    isBold: isTrue(first(run('b'))),
    isRightToLeft: isTrue(first(({ attributes }) => attributes.rtl)),
    align: align === 'ctr' ? 'center' : align === 'r' ? 'right' : 'left',
    leading: first(leadingOf) ?? 1.2,
    ...readBody(shape, parent),
  };
}

/** The line height of fonts is about 1.2 of their size, of which the file has a share. */
function leadingOf(style: XmlElement): number | undefined {
  const spacing = descend(style, 'a:lnSpc', 'a:spcPct')?.attributes.val;
  return spacing === undefined ? undefined : share(spacing) * 1.2 || undefined;
}

function readBody(
  shape: XmlElement,
  parent: XmlElement | undefined,
): Pick<PlaceholderText, 'anchor' | 'insets'> {
  const bodies = [shape, parent].flatMap((each) =>
    childrenOf(childOf(each, 'p:txBody'), 'a:bodyPr'),
  );
  const value = (name: string): string | undefined =>
    bodies.map(({ attributes }) => attributes[name]).find((each) => each !== undefined);
  const inset = (name: string, usual: number): number => {
    const pixels = Number(value(name)) / emuPerPixel;
    return Number.isFinite(pixels) ? pixels : usual;
  };
  const anchor = value('anchor');
  return {
    anchor: anchor === 'b' ? 'b' : anchor === 'ctr' ? 'ctr' : 't',
    insets: [inset('lIns', 9.6), inset('tIns', 4.8), inset('rIns', 9.6), inset('bIns', 4.8)],
  };
}
