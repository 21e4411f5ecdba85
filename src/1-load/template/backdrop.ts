import { composite } from '../../base/color/color.ts';
import type { OoxmlPackage } from '../../base/ooxml/package.ts';
import { childOf, descend, findAll, type XmlElement } from '../../base/ooxml/xml-tree.ts';
import { type ColorScheme, colorOf, hexOf, readColor, share } from './office-color.ts';
import type { TemplateMaster } from './open-template.ts';
import { placeholderOf, readBox } from './placeholder.ts';

/** What is below the content of a layout. */
export interface Backdrop {
  /** Six hexadecimal digits; of a gradient, the color of its middle. */
  readonly color: string;
  /** The part of an image that covers the slide. */
  readonly image?: string;
  /** CSS. */
  readonly gradient?: string;
  /** A small image of the master, such as a logo, with its place as shares of the slide. */
  readonly logo?: Logo;
}

export interface Logo {
  readonly part: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Box extends Room {
  readonly x: number;
  readonly y: number;
}

interface Room {
  readonly width: number;
  readonly height: number;
}

interface Fill {
  readonly color?: string;
  readonly image?: string;
  readonly gradient?: string;
}

/** Reads the background of a layout, and what its own and its master's shapes cover it with. */
export function readBackdrop(
  file: OoxmlPackage,
  part: string,
  layout: XmlElement,
  master: TemplateMaster,
  colors: ColorScheme,
  room: Room,
): Backdrop {
  const showsMaster = !/^(?:0|false)$/.test(layout.attributes.showMasterSp ?? '1');
  const sources = [
    { part, root: layout },
    { part: master.part, root: master.root },
  ];
  const shown = showsMaster ? sources : sources.slice(0, 1);
  const fills = [
    ...shown.flatMap((source) => coverOf(file, source, colors, room) ?? []),
    ...sources.flatMap((source) => backgroundOf(file, source, master, colors) ?? []),
  ];
  const [fill = {}] = fills;
  const logo = shown.map((source) => logoOf(file, source, room)).find((each) => each);
  const below = fills.find(({ color }) => color !== undefined)?.color;
  return {
    ...fill,
    color: fill.color ?? below ?? colors.get('bg1') ?? 'FFFFFF',
    ...(logo && { logo }),
  };
}

interface Source {
  readonly part: string;
  readonly root: XmlElement;
}

function backgroundOf(
  file: OoxmlPackage,
  { part, root }: Source,
  master: TemplateMaster,
  colors: ColorScheme,
): Fill | undefined {
  const background = descend(root, 'p:cSld', 'p:bg');
  const own = childOf(background, 'p:bgPr');
  if (own) return readFill(file, part, own, colors);
  const reference = childOf(background, 'p:bgRef');
  if (!reference) return undefined;
  const color = readColor(reference, colors);
  const list = descend(master.theme, 'a:themeElements', 'a:fmtScheme', 'a:bgFillStyleLst');
  const style = list?.children[Number(reference.attributes.idx) - 1001];
  const found =
    style && readFillElement(file, master.themePart ?? '', style, colors, color ?? undefined);
  return found ?? (color === undefined ? undefined : { color });
}

const fillNames = /^a:(?:solidFill|gradFill|blipFill|pattFill)$/;

function readFill(
  file: OoxmlPackage,
  part: string,
  element: XmlElement,
  colors: ColorScheme,
): Fill | undefined {
  const fill = element.children.find(({ name }) => fillNames.test(name));
  return fill && readFillElement(file, part, fill, colors);
}

function readFillElement(
  file: OoxmlPackage,
  part: string,
  fill: XmlElement,
  colors: ColorScheme,
  placeholder?: string,
): Fill | undefined {
  if (fill.name === 'a:blipFill') return readImage(file, part, fill);
  if (fill.name === 'a:gradFill') return readGradient(fill, colors, placeholder);
  const inner = fill.name === 'a:pattFill' ? childOf(fill, 'a:bgClr') : fill;
  const color = readColor(inner, colors, placeholder);
  return color === undefined ? undefined : { color };
}

function readImage(file: OoxmlPackage, part: string, fill: XmlElement): Fill | undefined {
  const image = imagePart(file, part, fill);
  return image === undefined ? undefined : { image };
}

/** The image of a fill; the vector image in its place, if there is one. */
function imagePart(file: OoxmlPackage, part: string, fill: XmlElement): string | undefined {
  const svg = findAll(fill, 'asvg:svgBlip')[0];
  const blip = childOf(fill, 'a:blip');
  for (const id of [svg?.attributes['r:embed'], blip?.attributes['r:embed']]) {
    const found = id === undefined ? undefined : file.relationship(part, id);
    if (found && !found.isExternal && file.has(found.target)) return found.target;
  }
  return undefined;
}

function readGradient(
  fill: XmlElement,
  colors: ColorScheme,
  placeholder: string | undefined,
): Fill | undefined {
  const stops = (childOf(fill, 'a:gsLst')?.children ?? []).flatMap((stop) => {
    const color = readColor(stop, colors, placeholder);
    return color === undefined ? [] : [{ color, at: share(stop.attributes.pos) }];
  });
  const sorted = stops.toSorted((a, b) => a.at - b.at);
  const [first] = sorted;
  if (!first) return undefined;
  const nearest = sorted.reduce((best, each) =>
    Math.abs(each.at - 0.5) < Math.abs(best.at - 0.5) ? each : best,
  );
  const list = sorted.map(({ color, at }) => `#${color} ${Math.round(at * 100)}%`).join(', ');
  const linear = childOf(fill, 'a:lin');
  // OOXML counts from the left, CSS from below.
  const angle = Math.round(Number(linear?.attributes.ang ?? 0) / 60_000 + 90) % 360;
  const gradient = linear ? `linear-gradient(${angle}deg, ${list})` : `radial-gradient(${list})`;
  return { color: nearest.color, gradient };
}

function shapesOf(root: XmlElement): readonly XmlElement[] {
  const tree = descend(root, 'p:cSld', 'p:spTree');
  return tree?.children.filter((shape) => placeholderOf(shape) === undefined) ?? [];
}

/** What the last shape that covers the whole slide is filled with. */
function coverOf(
  file: OoxmlPackage,
  { part, root }: Source,
  colors: ColorScheme,
  room: Room,
): Fill | undefined {
  const covering = shapesOf(root).filter((shape) => {
    const box = readBox(shape);
    return (
      box &&
      box.x <= room.width * 0.02 &&
      box.y <= room.height * 0.02 &&
      box.x + box.width >= room.width * 0.98 &&
      box.y + box.height >= room.height * 0.98
    );
  });
  for (const shape of covering.toReversed()) {
    if (shape.name === 'p:pic') {
      const fill = childOf(shape, 'p:blipFill');
      const image = fill && imagePart(file, part, fill);
      if (image !== undefined) return { image };
    }
    const properties = childOf(shape, 'p:spPr');
    const found = properties && isOpaque(properties) && readFill(file, part, properties, colors);
    if (found) return found;
  }
  return undefined;
}

/**
 * The color that text in a box is on: that of the background and of the shapes which cover the box.
 *
 * @returns `undefined` if it is an image or a pattern
 */
export function colorBehind(
  box: Box,
  layout: XmlElement,
  master: TemplateMaster,
  colors: ColorScheme,
  { color, image }: Backdrop,
): string | undefined {
  const showsMaster = !/^(?:0|false)$/.test(layout.attributes.showMasterSp ?? '1');
  const shapes = [...(showsMaster ? shapesOf(master.root) : []), ...shapesOf(layout)];
  const covering = shapes.filter((shape) => covers(readBox(shape), box));
  const below = image === undefined ? color : undefined;
  return covering.reduce((found, shape) => colorOver(shape, found, colors), below);
}

/** Whether a shape is below most of a box. */
function covers(shape: Box | undefined, { x, y, width, height }: Box): boolean {
  if (!shape) return false;
  const across = Math.min(shape.x + shape.width, x + width) - Math.max(shape.x, x);
  const down = Math.min(shape.y + shape.height, y + height) - Math.max(shape.y, y);
  return across > 0 && down > 0 && across * down > width * height * 0.5;
}

function colorOver(
  shape: XmlElement,
  below: string | undefined,
  colors: ColorScheme,
): string | undefined {
  if (shape.name === 'p:pic') return undefined;
  const properties = childOf(shape, 'p:spPr');
  const fill = properties?.children.find(({ name }) => fillNames.test(name));
  if (!fill || childOf(properties, 'a:custGeom')) return below;
  if (fill.name === 'a:blipFill' || fill.name === 'a:pattFill') return undefined;
  const color =
    fill.name === 'a:gradFill'
      ? readGradient(fill, colors, undefined)?.color
      : readColor(fill, colors);
  const [alpha] = findAll(fill, 'a:alpha');
  if (color === undefined || !alpha) return color ?? below;
  const translucent = { color: colorOf(color), alpha: share(alpha.attributes.val) };
  return below === undefined ? undefined : hexOf(composite(translucent, colorOf(below)));
}

function isOpaque(properties: XmlElement): boolean {
  return findAll(properties, 'a:alpha').length === 0;
}

function logoOf(file: OoxmlPackage, { part, root }: Source, room: Room): Logo | undefined {
  for (const shape of shapesOf(root)) {
    const box = shape.name === 'p:pic' ? readBox(shape) : undefined;
    if (!box || box.width > room.width * 0.35 || box.height > room.height * 0.25) continue;
    if (
      box.x < 0 ||
      box.y < 0 ||
      box.x + box.width > room.width ||
      box.y + box.height > room.height
    )
      continue;
    const fill = childOf(shape, 'p:blipFill');
    const image = fill && imagePart(file, part, fill);
    if (image === undefined) continue;
    return {
      part: image,
      x: box.x / room.width,
      y: box.y / room.height,
      width: box.width / room.width,
      height: box.height / room.height,
    };
  }
  return undefined;
}
