import { wordsIn } from '../../../base/words/words.ts';
import type { Part } from '../package/package.ts';
import { playPng } from '../package/png.ts';
import type { MediaItem } from '../slide/items.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import { atStart, type Box } from '../units.ts';
import { element, Xml } from '../xml.ts';
import { addCaption, captionGap, captionHeight } from './caption.ts';
import { writeTransform } from './shape.ts';
import { shownSize } from './video-size.ts';

const playback = 'http://schemas.microsoft.com/office/2007/relationships/media';

/** Adds a video or audio that plays on a click. @returns the ids of its shapes; none if its type cannot be played */
export function addMedia(writer: SlideWriter, item: MediaItem, box: Box): readonly number[] {
  const media = writer.file.media(item.file);
  if (!media) return [];
  const id = writer.nextId();
  const linked = writer.part.relate(item.type, media);
  const embedded = writer.part.relate(playback, media);
  const size = sizeOf(item);
  const image = writer.part.relate('image', posterOf(writer, item, size));
  const frame =
    item.type === 'audio' ? { ...box, ...size } : frameIn(box, size, item.caption !== undefined);
  const place = atStart(frame, box, writer);
  const play = new Xml('<a:hlinkClick r:id="" action="ppaction://media"/>');
  const name = writer.nameOf(item.type === 'video' ? 'Video' : 'Audio');
  const extension = element(
    'p:ext',
    { uri: '{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}' },
    element('p14:media', {
      'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main',
      'r:embed': embedded,
    }),
  );
  writer.add(
    element(
      'p:pic',
      {},
      element(
        'p:nvPicPr',
        {},
        element(
          'p:cNvPr',
          { id, name, descr: item.alt || wordsIn(writer.lang).panels[item.type] },
          play,
        ),
        element('p:cNvPicPr', {}, element('a:picLocks', { noChangeAspect: true })),
        element(
          'p:nvPr',
          {},
          element(`a:${item.type}File`, { 'r:link': linked }),
          element('p:extLst', {}, extension),
        ),
      ),
      element(
        'p:blipFill',
        {},
        element('a:blip', { 'r:embed': image }),
        element('a:stretch', {}, element('a:fillRect')),
      ),
      element(
        'p:spPr',
        {},
        writeTransform(place),
        element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      ),
    ),
  );
  writer.media.push({ shape: id, type: item.type });
  const text = item.caption ?? (item.type === 'audio' ? item.alt : '');
  return text === '' ? [id] : [id, addLabel(writer, text, item, place, box)];
}

type Size = Pick<Box, 'width' | 'height'>;

function sizeOf({ type, file }: MediaItem): Size {
  return type === 'audio' ? { width: 64, height: 64 } : shownSize(file.bytes);
}

/** What is shown before it plays: the image that the author has chosen, its first frame, or a drawn one. */
function posterOf(writer: SlideWriter, { file, poster }: MediaItem, { width, height }: Size): Part {
  const frame = poster ?? writer.file.frameOf(file);
  if (frame) return writer.file.picture(frame).image;
  const scale = 360 / Math.min(width, height);
  const [w = 0, h = 0] = [width, height].map((side) => Math.min(1600, Math.round(side * scale)));
  return writer.file.picture({ bytes: playPng(w, h), mime: 'image/png' }).image;
}

function frameIn(box: Box, size: Size, hasCaption: boolean): Box {
  const room = box.height - (hasCaption ? captionHeight : 0);
  const scale = Math.min(box.width / size.width, room / size.height);
  const [width, height] = [size.width * scale, size.height * scale];
  return { ...box, x: box.x + (box.width - width) / 2, width, height };
}

function addLabel(
  writer: SlideWriter,
  text: string,
  { type }: MediaItem,
  place: Box,
  box: Box,
): number {
  const inset = place.width + 16;
  const area =
    type === 'audio'
      ? atStart({ ...place, x: box.x + inset, width: box.width - inset }, box, writer)
      : { ...place, y: place.y + place.height + captionGap, height: captionHeight - captionGap };
  const runs = [{ kind: 'text', text, style: {} }] as const;
  return addCaption(writer, area, { runs }, { anchor: 'ctr' });
}
