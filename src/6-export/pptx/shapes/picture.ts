import type { Picture } from '../slide/items.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import { atStart, type Box } from '../units.ts';
import { element, type Xml } from '../xml.ts';
import { addCaption, captionGap, captionHeight } from './caption.ts';
import { type PlaceholderRef, writeName, writePlaceholder, writeTransform } from './shape.ts';

/** Adds an image with its caption. @returns the ids of its shapes */
export function addPicture(
  writer: SlideWriter,
  picture: Picture,
  box: Box,
  options: { readonly placeholder?: PlaceholderRef; readonly align?: 'left' | 'center' } = {},
): readonly number[] {
  const { caption } = picture;
  const below = caption && !picture.fills ? captionHeight : 0;
  const room = { ...box, height: Math.max(1, box.height - below) };
  const fitted = fitInto(picture, room, options.align ?? 'left');
  const place = picture.fills ? room : atStart(fitted, room, writer);
  const ids = [addImage(writer, picture, place, options.placeholder)];
  if (caption) ids.push(addImageCaption(writer, caption, place, box));
  return ids;
}

function addImageCaption(
  writer: SlideWriter,
  runs: NonNullable<Picture['caption']>,
  place: Box,
  box: Box,
): number {
  const isWide = place.width > box.width * 0.4;
  const area = {
    ...place,
    y: place.y + place.height + captionGap,
    width: isWide ? place.width : box.width,
    height: captionHeight - captionGap,
  };
  return addCaption(writer, area, { runs }, { leading: 1.3 });
}

/** The place of a whole image in its room. */
function fitInto({ size, asked, isCentered }: Picture, room: Box, align: 'left' | 'center'): Box {
  const ratio = size.width / size.height;
  const most =
    asked?.share !== undefined
      ? asked.share * room.width
      : (asked?.width ?? (asked?.height ?? Number.POSITIVE_INFINITY) * ratio);
  const width = Math.min(room.width, room.height * ratio, most);
  const height = width / ratio;
  const x = isCentered || align === 'center' ? room.x + (room.width - width) / 2 : room.x;
  return { x, y: room.y + (align === 'center' ? (room.height - height) / 2 : 0), width, height };
}

/** Adds an image that fills its box, cropped at the center. @returns its id */
function addImage(
  writer: SlideWriter,
  picture: Picture,
  box: Box,
  placeholder?: PlaceholderRef,
): number {
  const id = writer.nextId();
  const { alt, link } = picture;
  const name = writeName(id, writer.nameOf('Picture'), alt);
  const linked = link ? withLink(id, alt, writer.nameOf('Link'), writer.link(link)) : name;
  const locks = element('a:picLocks', {
    noGrp: placeholder ? true : undefined,
    noChangeAspect: true,
  });
  writer.add(
    element(
      'p:pic',
      {},
      element(
        'p:nvPicPr',
        {},
        linked,
        element('p:cNvPicPr', {}, locks),
        writePlaceholder(placeholder),
      ),
      writeBlip(writer, picture, box, 'p:blipFill'),
      element(
        'p:spPr',
        {},
        writeTransform(box),
        element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      ),
    ),
  );
  return id;
}

function withLink(id: number, alt: string, name: string, link: Xml): Xml {
  return element('p:cNvPr', { id, name, descr: alt === '' ? undefined : alt }, link);
}

/** The image and how it is cropped. @param box that it fills */
export function writeBlip(
  writer: SlideWriter,
  { file, size, fills }: Pick<Picture, 'file' | 'size' | 'fills'>,
  box: Box,
  name: string,
  opacity = 1,
): Xml {
  const { image, svg } = writer.file.picture(file);
  const embed = writer.part.relate('image', image);
  const vector = svg && writer.part.relate('image', svg);
  const extension =
    vector !== undefined &&
    element(
      'a:extLst',
      {},
      element(
        'a:ext',
        { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
        element('asvg:svgBlip', {
          'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
          'r:embed': vector,
        }),
      ),
    );
  const faint = opacity < 1 && element('a:alphaModFix', { amt: Math.round(opacity * 100000) });
  return element(
    name,
    {},
    element('a:blip', { 'r:embed': embed }, faint, extension),
    fills && writeCrop(size, box),
    element('a:stretch', {}, element('a:fillRect')),
  );
}

function writeCrop(size: Picture['size'], box: Box): Xml | undefined {
  const [ratio, wanted] = [size.width / size.height, box.width / box.height];
  const share = (part: number): number => Math.round(((1 - part) / 2) * 100000);
  if (ratio > wanted * 1.005)
    return element('a:srcRect', { l: share(wanted / ratio), r: share(wanted / ratio) });
  if (ratio < wanted / 1.005)
    return element('a:srcRect', { t: share(ratio / wanted), b: share(ratio / wanted) });
  return undefined;
}
