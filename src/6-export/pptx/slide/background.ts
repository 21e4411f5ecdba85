import { ownValue } from '../../../base/own-value.ts';
import type { Slide } from '../../../model/deck.ts';
import { writeBlip } from '../shapes/picture.ts';
import { addArea, writeName, writeTransform } from '../shapes/shape.ts';
import type { SlideRoom } from '../theme/looks.ts';
import { writeBackground } from '../theme/master.ts';
import type { Box } from '../units.ts';
import { element, type Xml } from '../xml.ts';
import type { SlideScene } from './scene.ts';
import type { SlideWriter } from './slide-writer.ts';

/**
 * Writes the background of a slide that differs from its layout's. An image that has a part of the slide
 * is a shape below the others.
 */
export function writeSlideBackground(
  writer: SlideWriter,
  slide: Slide,
  scene: SlideScene,
  room: SlideRoom,
): Xml | undefined {
  const { background } = slide.settings;
  const isOther = writer.isOwnColor('--color-background');
  if (!background) return isOther ? writeBackground(writer.color('--color-background')) : undefined;
  if (background.kind === 'color') {
    const css = writer.style.text('--background') ?? background.css;
    return (
      writeGradient(writer, css) ??
      writeBackground(writer.color(writer.style.text('--ground') ?? css))
    );
  }
  const source = scene.fileOf(background.asset);
  const isVideo = background.kind === 'video';
  if (isVideo) scene.lose('background video', background.asset.path, background.asset.span);
  const file = isVideo && source ? writer.file.frameOf(source) : source;
  if (!file) return isOther ? writeBackground(writer.color('--color-background')) : undefined;
  recordDetails(background, scene);
  const size = file.size ?? { width: room.width, height: room.height };
  const picture = { file, size, fills: true };
  const whole = { x: 0, y: 0, ...room };
  const layers = [background, ...(background.others ?? [])];
  if (!background.side && layers.length === 1 && background.size === 'cover') {
    if (background.opacity === undefined && slide.slots.length > 0) addScrim(writer, whole);
    const blip = writeBlip(writer, picture, whole, 'a:blipFill', background.opacity);
    return element('p:bg', {}, element('p:bgPr', {}, blip, element('a:effectLst')));
  }
  for (const [index, layer] of layers.entries()) {
    const own = layer === background ? file : scene.fileOf(layer.asset);
    if (!own) continue;
    const box = shareOf(index, layers.length, background, room);
    addLayer(
      writer,
      { file: own, size: own.size ?? room, fills: layer.size === 'cover' },
      box,
      background.opacity,
    );
  }
  return isOther ? writeBackground(writer.color('--color-background')) : undefined;
}

/** Names what is ignored of the settings of an image. */
function recordDetails(background: MediaBackground, scene: SlideScene): void {
  const { asset, filter, position = 'center', repeat } = background;
  const isTiled = repeat !== undefined && background.size !== 'cover';
  const isMoved = !/^(?:center|50%)(?: (?:center|50%))?$/.test(position.trim());
  if (filter !== undefined || isMoved || isTiled) scene.lose('background', asset.path, asset.span);
}

type MediaBackground = Exclude<NonNullable<Slide['settings']['background']>, { kind: 'color' }>;

function shareOf(
  index: number,
  count: number,
  { side, isVertical }: MediaBackground,
  { width, height }: SlideRoom,
): Box {
  const part = {
    x: side?.edge === 'right' ? width * (1 - side.share) : 0,
    y: side?.edge === 'bottom' ? height * (1 - side.share) : 0,
    width: side?.edge === 'left' || side?.edge === 'right' ? width * side.share : width,
    height: side?.edge === 'top' || side?.edge === 'bottom' ? height * side.share : height,
  };
  if (isVertical)
    return { ...part, y: part.y + (part.height * index) / count, height: part.height / count };
  return { ...part, x: part.x + (part.width * index) / count, width: part.width / count };
}

function addLayer(
  writer: SlideWriter,
  picture: {
    readonly file: Parameters<SlideWriter['file']['picture']>[0];
    readonly size: SlideRoom;
    readonly fills: boolean;
  },
  box: Box,
  opacity: number | undefined,
): void {
  const id = writer.nextId();
  const { size, fills } = picture;
  const scale = Math.min(box.width / size.width, box.height / size.height);
  const [width, height] = [size.width * scale, size.height * scale];
  const whole = {
    x: box.x + (box.width - width) / 2,
    y: box.y + (box.height - height) / 2,
    width,
    height,
  };
  const place = fills ? box : whole;
  writer.add(
    element(
      'p:pic',
      {},
      element(
        'p:nvPicPr',
        {},
        writeName(id, writer.nameOf('Background'), ''),
        element('p:cNvPicPr'),
        element('p:nvPr'),
      ),
      writeBlip(writer, picture, place, 'p:blipFill', opacity),
      element(
        'p:spPr',
        {},
        writeTransform(place),
        element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      ),
    ),
  );
}

/** A translucent area that keeps text readable over an image. */
function addScrim(writer: SlideWriter, box: Box): void {
  const stop = (token: string, pos: number): Xml => {
    const opacity = Number.parseFloat(writer.style.text(token) ?? '75');
    const color = element(
      'a:srgbClr',
      { val: writer.style.color('--color-background') },
      element('a:alpha', { val: Math.round(opacity * 1000) }),
    );
    return element('a:gs', { pos }, color);
  };
  const stops = element('a:gsLst', {}, stop('--scrim-top', 0), stop('--scrim-bottom', 100000));
  addArea(
    writer,
    'Scrim',
    box,
    element(
      'a:gradFill',
      { rotWithShape: true },
      stops,
      element('a:lin', { ang: 5400000, scaled: false }),
    ),
  );
}

/** A linear gradient between colors; `undefined` for other backgrounds. */
function writeGradient(writer: SlideWriter, css: string): Xml | undefined {
  const [, inner = ''] = /^linear-gradient\((.*)\)$/s.exec(css.trim()) ?? [];
  const parts =
    inner.match(/(?:[^,()]|\((?:[^()]|\([^()]*\))*\))+/g)?.map((part) => part.trim()) ?? [];
  const first = parts[0] ?? '';
  const angle = /^([\d.]+)deg$/.exec(first)?.[1] ?? ownValue(sides, first);
  const colors = angle === undefined ? parts : parts.slice(1);
  if (colors.length < 2) return undefined;
  const stops = colors.map((part, index) => {
    const [, color = part, at] = /^(.*?)(?:\s+([\d.]+)%)?$/s.exec(part) ?? [];
    const pos = Math.round(
      (at === undefined ? index / (colors.length - 1) : Number(at) / 100) * 100000,
    );
    return element('a:gs', { pos: Math.min(100000, Math.max(0, pos)) }, writer.plainColor(color));
  });
  // CSS counts from the top, clockwise; OOXML from the right.
  const ang = Math.round(((Number(angle ?? 180) - 90 + 360) % 360) * 60000);
  const fill = element(
    'a:gradFill',
    { rotWithShape: true },
    element('a:gsLst', {}, stops),
    element('a:lin', { ang, scaled: false }),
  );
  return element('p:bg', {}, element('p:bgPr', {}, fill, element('a:effectLst')));
}

const sides: Readonly<Record<string, string>> = {
  'to top': '0',
  'to right': '90',
  'to bottom': '180',
  'to left': '270',
  'to top right': '45',
  'to bottom right': '135',
  'to bottom left': '225',
  'to top left': '315',
};
