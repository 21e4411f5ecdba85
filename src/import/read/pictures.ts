import type { Crop } from '../../5-bundle/reduce/worker/job.ts';
import { childOf, descend, findAll, type XmlElement } from '../../base/ooxml/xml-tree.ts';
import type { Shape } from '../model.ts';
import { chosenChild } from './choose.ts';
import type { SlideContext } from './context.ts';
import type { ShapeBase } from './shapes.ts';

/** Reads an image, or what plays when it is clicked. */
export function readPicture(
  picture: XmlElement,
  base: ShapeBase,
  context: SlideContext,
): readonly Shape[] {
  const media = readMedia(picture, base, context);
  if (media) return media;
  const blipFill = chosenChild(picture, 'p:blipFill', 'a:blipFill');
  const part = partOfBlip(childOf(blipFill, 'a:blip'), context);
  if (part === undefined) return [];
  // In our own files, images are cropped as their layout does it.
  const crop = context.isOwn ? undefined : readCrop(childOf(blipFill, 'a:srcRect'));
  return [{ ...base, kind: 'picture', file: { part, name: base.name, ...(crop && { crop }) } }];
}

/** The file of an image: the SVG if it has one besides its pixels. */
export function partOfBlip(
  blip: XmlElement | undefined,
  { file, part, losses }: SlideContext,
): string | undefined {
  if (!blip) return undefined;
  const svg = findAll(blip, 'asvg:svgBlip')[0]?.attributes['r:embed'];
  const drawing = svg === undefined ? undefined : file.relationship(part, svg);
  if (drawing && !drawing.isExternal && file.has(drawing.target)) return drawing.target;
  const { 'r:embed': embedded, 'r:link': linked } = blip.attributes;
  const relation = file.relationship(part, embedded ?? linked);
  if (relation && !relation.isExternal && file.has(relation.target)) return relation.target;
  if (relation?.isExternal) losses.add('external media', relation.target);
  else if (embedded !== undefined || linked !== undefined)
    losses.add('missing', embedded ?? linked);
  return undefined;
}

/** What is cut off, in 1000ths of a percent; negative values are empty room. Less than 1 % is not seen. */
function readCrop(area: XmlElement | undefined): Crop | undefined {
  const share = (side: string): number => {
    const value = Number(area?.attributes[side] ?? 0) / 100_000;
    return value > 0.01 ? value : 0;
  };
  const crop = { left: share('l'), top: share('t'), right: share('r'), bottom: share('b') };
  const isCropped = Object.values(crop).some((each) => each > 0);
  return isCropped && crop.left + crop.right < 1 && crop.top + crop.bottom < 1 ? crop : undefined;
}

function readMedia(
  picture: XmlElement,
  base: ShapeBase,
  { file, part, losses }: SlideContext,
): readonly Shape[] | undefined {
  const properties = descend(picture, 'p:nvPicPr', 'p:nvPr');
  const played = chosenChild(
    properties,
    'a:videoFile',
    'a:audioFile',
    'a:wavAudioFile',
    'a:quickTimeFile',
  );
  if (!played || !properties) return undefined;
  const type =
    played.name === 'a:videoFile' || played.name === 'a:quickTimeFile' ? 'video' : 'audio';
  const embedded = findAll(properties, 'p14:media')[0]?.attributes['r:embed'];
  const ids = [embedded, played.attributes['r:link'], played.attributes['r:embed']];
  const relations = ids.flatMap((id) =>
    id === undefined ? [] : (file.relationship(part, id) ?? []),
  );
  const own = relations.find(({ isExternal, target }) => !isExternal && file.has(target));
  if (own) return [{ ...base, kind: 'media', type, file: { part: own.target, name: base.name } }];
  const address = relations.find(({ isExternal }) => isExternal)?.target ?? '';
  losses.add('external media', address || base.name);
  if (!/^https?:\/\//.test(address)) return undefined;
  const text = base.alt || base.name || address;
  const style = { link: { kind: 'web', href: address } } as const;
  const inlines = [{ kind: 'text', text, style }] as const;
  return [{ ...base, kind: 'text', paragraphs: [{ inlines, level: 0, isIndented: false }] }];
}
