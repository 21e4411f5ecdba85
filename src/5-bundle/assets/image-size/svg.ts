import type { ImageSize } from '../image-size.ts';

/** The CSS pixels of a unit; percentages and lengths in em are no size. */
const pixels: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/** Reads the size of an SVG from the attributes of its root element. */
export function svgSize(bytes: Buffer): ImageSize | undefined {
  const [tag] =
    /<(?:\w+:)?svg(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*/.exec(bytes.toString('utf8')) ?? [];
  if (tag === undefined) return undefined;
  const [width, height] = [lengthOf('width', tag), lengthOf('height', tag)];
  if (width !== undefined && height !== undefined) return { width, height };
  const box = (attribute('viewBox', tag) ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box;
  if (!(boxWidth > 0 && boxHeight > 0)) return undefined;
  const ratio = boxWidth / boxHeight;
  if (width !== undefined) return { width, height: width / ratio };
  if (height !== undefined) return { width: height * ratio, height };
  return { width: boxWidth, height: boxHeight };
}

function attribute(name: string, tag: string): string | undefined {
  const match = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match?.[1] ?? match?.[2];
}

function lengthOf(name: string, tag: string): number | undefined {
  const match = /^\s*(\d*\.?\d+)([a-z]*)\s*$/.exec(attribute(name, tag) ?? '');
  const unit = pixels[match?.[2] ?? ''];
  return match && unit !== undefined ? Number(match[1]) * unit : undefined;
}
