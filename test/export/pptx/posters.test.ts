import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { videoSize } from '../../../src/6-export/pptx/shapes/video-size.ts';
import { packageRoot } from '../../../src/base/files/package-root.ts';
import { png } from '../../support/images.ts';
import { mp3, mp4 } from '../../support/media.ts';
import { relationsOf } from './check-package.ts';
import { elements, type OpenedFile } from './opened-file.ts';
import { exportPptx } from './presentation.ts';

const film = readFileSync(path.join(packageRoot, 'test/bundle/damage/real/film.mp4'));

/** The images of a slide, by the names of their shapes. */
function imagesOf(file: OpenedFile, slide: number): readonly (readonly [string, Uint8Array])[] {
  const name = `ppt/slides/slide${slide}.xml`;
  const relations = new Map(relationsOf(file, name).map(({ id, target }) => [id, target]));
  return elements(file.xml(name), 'p:pic').map((shape) => {
    const embedded = elements(shape, 'a:blip')[0]?.attribs['r:embed'] ?? '';
    const bytes = file.parts[relations.get(embedded) ?? ''] ?? new Uint8Array();
    return [elements(shape, 'p:cNvPr')[0]?.attribs.name ?? '', bytes];
  });
}

const isJpeg = (bytes: Uint8Array | undefined): boolean => bytes?.[0] === 0xff && bytes[1] === 0xd8;

test('before it plays, a video shows its poster, its first frame, or a drawn one', async () => {
  const poster = png(160, 90);
  const deck =
    '# T\n\n---\n\n![A film](film.mp4)\n\n---\n\n' +
    '<video src="film.mp4" poster="poster.png"></video>\n\n---\n\n![Nothing](none.mp4)\n\n---\n\n![A sound](sound.mp3)\n\n' +
    '---\nbackground: film.mp4\n---\n\n## Over it\n\n---\nbackground: turned.mp4\n---\n\n## Cropped\n';
  const media = {
    ...{ 'film.mp4': film, 'turned.mp4': turnedFilm(), 'none.mp4': mp4() },
    ...{ 'poster.png': poster, 'sound.mp3': mp3() },
  };
  const file = await exportPptx(deck, media);
  const [[name, frame] = []] = imagesOf(file, 2);
  expect(name).toBe('Video 1');
  expect(isJpeg(frame)).toBe(true);
  expect(imagesOf(file, 3).map(([, bytes]) => Buffer.from(bytes))).toEqual([poster]);
  const [[, drawn] = []] = imagesOf(file, 4);
  expect(drawn?.length).toBeGreaterThan(1000);
  const [[sound] = []] = imagesOf(file, 5);
  expect(sound).toBe('Audio 1');
  const background = relationsOf(file, 'ppt/slides/slide6.xml').find(
    ({ type }) => type === 'image',
  );
  expect(file.parts[background?.target ?? '']).toEqual(frame);
  const [crop] = elements(file.xml('ppt/slides/slide7.xml'), 'a:srcRect');
  const size = videoSize(film) ?? { width: 0, height: 0 };
  const shown = size.height / size.width / (16 / 9);
  expect(Number(crop?.attribs.t) / 100_000).toBeCloseTo((1 - shown) / 2, 3);
  const shapes = elements(file.xml('ppt/slides/slide2.xml'), 'p:pic');
  const extent = shapes
    .flatMap((shape) => elements(shape, 'a:ext'))
    .find(({ attribs }) => attribs.cx);
  const ratio = Number(extent?.attribs.cx) / Number(extent?.attribs.cy);
  expect(ratio).toBeCloseTo(size.width / size.height, 2);
});

/** The film as phones write one when they are held upright. */
function turnedFilm(): Buffer {
  const turned = Buffer.from(film);
  const header = turned.indexOf('tkhd') + 4;
  const length = turned.readUInt32BE(header - 8) - 8;
  const matrix = header + length - 44;
  for (const at of [0, 16]) turned.writeInt32BE(0, matrix + at);
  for (const at of [4, 12]) turned.writeInt32BE(65536, matrix + at);
  return turned;
}

test('the size of a video is in its file, and turned if the film is', () => {
  const turned = turnedFilm();
  const size = videoSize(film);
  expect(size).toMatchObject({ width: expect.any(Number), height: expect.any(Number) });
  expect(videoSize(turned)).toEqual({ width: size?.height, height: size?.width });
  expect(videoSize(mp4())).toBeUndefined();
  expect(videoSize(Buffer.from('none'))).toBeUndefined();
});
