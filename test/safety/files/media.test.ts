import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkTrack } from '../../../src/5-bundle/assets/track-file.ts';
import { findDamage } from '../../../src/5-bundle/damage/damage.ts';
import { checkSvg } from '../../../src/5-bundle/damage/svg.ts';
import { stripMetadata } from '../../../src/5-bundle/metadata/strip.ts';
import { planJob } from '../../../src/5-bundle/reduce/plan-job.ts';
import { Report } from '../../../src/base/diagnostics/report.ts';
import { countCopies } from '../../../src/base/safe-html/svg-copies.ts';
import { spanOfFile } from '../../../src/base/span.ts';
import { withoutComments, withoutSections } from '../../../src/base/text/markup-sections.ts';
import { isEndless } from '../../../src/check/source/media/endless-image.ts';
import { findAnimations } from '../../../src/check/source/media/endless-style.ts';
import { findingsOf } from '../../check/source.ts';
import { temporaryFolder } from '../../support/files.ts';
import { jpegHeader } from '../../support/images.ts';
import { box, u16, u32 } from './binary.ts';

const handler = box('hdlr', u32(0, 0), Buffer.from('vide'), Buffer.alloc(13));
const start = box('ftyp', Buffer.from('isommp42'), u32(0));

function track(...table: readonly Buffer[]): Buffer {
  const media = box('mdia', handler, box('minf', box('stbl', ...table)));
  return box('trak', box('tkhd', Buffer.alloc(84)), media);
}

/** @param chunks all at the same offset @param samples of each chunk */
function chunks(count: number, samples: number): readonly Buffer[] {
  const offsets = Buffer.alloc(4 * count);
  for (let i = 0; i < count; i++) offsets.writeUInt32BE(8, 4 * i);
  return [box('stsc', u32(0, 1, 1, samples, 1)), box('stco', u32(0, count), offsets)];
}

function movie(...tracks: readonly Buffer[]): Buffer {
  return box('moov', box('mvhd', Buffer.alloc(100)), ...tracks);
}

describe('the metadata of a file are removed in a bounded time', () => {
  test('with as many chunks as parts', () => {
    const parts = Buffer.concat(Array(50_000).fill(box('mdat')));
    const sizes = box('stsz', u32(0, 1, 0));
    const film = Buffer.concat([start, movie(track(...chunks(50_000, 0), sizes)), parts]);
    expect(stripMetadata(film, 'video/mp4')?.equals(film)).toBe(true);
  });

  test('with tracks of four billion samples', () => {
    const endless = track(...chunks(1, 0xffffffff), box('stsz', u32(0, 1, 0xffffffff)));
    const data = box('mdat', Buffer.alloc(100, 1));
    const film = Buffer.concat([start, movie(...Array(50).fill(endless)), data]);
    expect(stripMetadata(film, 'video/mp4')?.equals(film)).toBe(true);
  });

  test('with runs that are longer than their fragment', () => {
    const runs = Buffer.concat(Array(20_000).fill(box('trun', u32(0x200, 500_000))));
    const fragment = box('moof', box('traf', box('tfhd', u32(0, 0)), runs));
    const data = box('mdat', Buffer.alloc(4_000_000));
    const film = Buffer.concat([start, movie(track()), fragment, data]);
    expect(stripMetadata(film, 'video/mp4')).toBeUndefined();
  });

  test('with items of a billion empty parts', () => {
    const count = 20_000;
    const items = Buffer.concat(Array(count).fill(u16(1, 0, 65_535)));
    const places = box('iloc', u32(0), Buffer.alloc(2), u16(count), items);
    const item = box('infe', u32(2 << 24), u16(1, 0), Buffer.from('Exif\0'));
    const meta = box('meta', u32(0), places, box('iinf', u32(0), u16(1), item));
    const image = Buffer.concat([box('ftyp', Buffer.from('avif'), u32(0)), meta]);
    expect(stripMetadata(image, 'image/avif')).toBeUndefined();
  });

  test('and samples that touch, overlap or are in no order stay', () => {
    const sizes = box('stsz', u32(0, 4, 3));
    const offsetsOf = (at: number) => box('stco', u32(0, 3, at + 10, at, at + 2));
    const build = (at: number) =>
      Buffer.concat([
        start,
        movie(track(box('stsc', u32(0, 1, 1, 1, 1)), offsetsOf(at), sizes)),
        box('mdat', Buffer.alloc(20, 1)),
      ]);
    const at = build(0).length - 20;
    const cleared = stripMetadata(build(at), 'video/mp4');
    expect(cleared?.subarray(at).join('')).toBe('11111100001111000000');
  });
});

const svg = (content: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${attributes}>${content}</svg>`;

const copies = `<defs><g id="g0"><rect/></g>${Array.from(
  { length: 7 },
  (_, i) => `<g id="g${i + 1}">${`<use href="#g${i}"/>`.repeat(10)}</g>`,
).join('')}</defs><use href="#g7"/>`;

const latin = (text: string) =>
  Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`, 'latin1');

describe('an SVG image', () => {
  test('is read in the encoding that it declares', () => {
    expect(checkSvg(latin(svg('<text>é</text>')))).toBeUndefined();
    expect(checkSvg(latin(svg(`<desc>é</desc>${copies}`)))?.what).toContain('300,000 shapes');
    expect(
      checkSvg(Buffer.from(`<?xml version="1.0" encoding="none"?>${svg('')}`)),
    ).toBeUndefined();
    const shared = stripMetadata(latin(svg('<desc>secret</desc><text>é</text>')), 'image/svg+xml');
    expect(String(shared)).toBe(`<?xml version="1.0"?>${svg('<text>é</text>')}`);
  });

  test('with many prefixed elements deep inside of others is checked in a bounded time', () => {
    const depth = 4900;
    const deep = `${'<g>'.repeat(depth)}${'<a:b/>'.repeat(300_000)}${'</g>'.repeat(depth)}`;
    expect(checkSvg(Buffer.from(svg(deep, ' xmlns:a="b"')))).toBeUndefined();
    expect(checkSvg(Buffer.from(svg('<g xmlns:a="b"><a:b/></g><a:b/>')))?.what).toContain('a:b');
  });

  test('has one declaration, at its start', () => {
    expect(checkSvg(Buffer.from(`<!DOCTYPE svg>${svg('')}`))).toBeUndefined();
    expect(checkSvg(Buffer.from(`<!DOCTYPE svg><!DOCTYPE svg>${svg('')}`))).toBeDefined();
    expect(checkSvg(Buffer.from(`${svg('')}<!DOCTYPE svg>`))).toBeDefined();
  });

  test('is searched for copies in a bounded time', () => {
    expect(countCopies(svg(`<use href="#a"/><![CDATA[${'<!--'.repeat(300_000)}]]>`))).toBe(2);
  });
});

test('comments and sections are removed up to their ends, or to the end', () => {
  expect(withoutComments('a<!--b-->c<!--d<!--e-->f<![CDATA[<!--g]]>')).toBe('acf<![CDATA[');
  expect(withoutSections('a<![CDATA[<!--b]]>c<!--<![CDATA[-->d<!DOCTYPE e>')).toBe(
    'acd<!DOCTYPE e>',
  );
  expect(withoutComments('<!--'.repeat(300_000))).toBe('');
});

describe('animations without an end are found in a bounded time', () => {
  test.each([
    ['declarations', `<text>${'animation: '.repeat(200_000)}</text>`],
    ['elements', `<text><![CDATA[${'<animate '.repeat(200_000)}]]></text>`],
    ['comments', `<text><![CDATA[${'<!--'.repeat(300_000)}]]></text>`],
  ])('in SVG images: %s', (_, content) => {
    expect(isEndless(Buffer.from(svg(content)))).toBe(false);
  });

  test.each([
    ['declarations', ' animation: a'.repeat(200_000)],
    ['queries', '@media '.repeat(200_000)],
    ['comments', '/*'.repeat(300_000)],
  ])('in style sheets: %s', (_, css) => {
    expect(findAnimations([css])).toEqual([]);
  });

  test('at their places', () => {
    const lines = ['/* animation: a infinite */ p { color: red;', '  animation: a', '  infinite }'];
    const many = Array(20_000).fill('p { animation: a 1s infinite; --no-animation: infinite }');
    expect(findAnimations(lines)).toEqual([{ line: 2, column: 3, length: 12 }]);
    expect(findAnimations(many).length).toBe(20_000);
    expect(findAnimations(many).at(-1)).toEqual({ line: 20_000, column: 5, length: 24 });
    expect(isEndless(Buffer.from(svg('<style>g { animation: a 1s infinite }</style>')))).toBe(true);
    expect(isEndless(Buffer.from(svg('<animate repeatCount="indefinite"/>')))).toBe(true);
    expect(isEndless(Buffer.from(svg('<!--<animate repeatCount="indefinite"/>-->')))).toBe(false);
  });

  test('in attributes', async () => {
    const found = await findingsOf(
      'motion',
      '# T\n\n<p style="animation: a 1s infinite">Text</p>\n',
    );
    expect(found).toHaveLength(1);
  });
});

describe('a file with very many parts is refused', () => {
  const many = (part: Buffer | readonly number[]) =>
    Buffer.alloc(100_002 * part.length, Buffer.from(part));
  const latin1 = (text: string) => Buffer.from(text, 'latin1');
  const header = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const size = Buffer.from('0000000a0000000a0802000000025058ea', 'hex');

  test.each([
    [
      'image/png',
      Buffer.concat([header, size, many(Buffer.from('000000004944415435af061e', 'hex'))]),
    ],
    ['image/gif', Buffer.concat([latin1('GIF89a\x01\0\x01\0\0\0\0'), many([0x21, 0xfe, 0])])],
    ['image/jpeg', Buffer.concat([Buffer.from('ffd8', 'hex'), many([0xff, 0xfe, 0, 2])])],
    [
      'image/webp',
      Buffer.concat([latin1('RIFF\xff\xff\xff\x0fWEBP'), many(latin1('abcd\0\0\0\0'))]),
    ],
    ['image/avif', Buffer.concat([start, many(box('free'))])],
    ['video/mp4', Buffer.concat([start, many(box('free'))])],
    [
      'audio/wav',
      Buffer.concat([latin1('RIFF\xff\xff\xff\x0fWAVE'), many(latin1('abcd\0\0\0\0'))]),
    ],
  ])('%s', (mime, bytes) => {
    expect(findDamage(bytes, mime)).toEqual({
      what: 'it has more than 100,000 parts',
      isPartial: false,
    });
  });
});

describe('a JPEG is not decoded in a build', () => {
  const [start, rest] = [jpegHeader(4000, 4000).subarray(0, 2), jpegHeader(4000, 4000).subarray(2)];
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1]);
  const end = Buffer.from([0xff, 0xd9]);
  const plan = (...parts: readonly Buffer[]) =>
    planJob(Buffer.concat([start, ...parts, end]), 'image/jpeg', { max: 64, quality: 80 });

  test('with so many scans that its pixels are drawn for minutes', () => {
    expect(plan(rest, ...Array(2000).fill(scan))).toBe('it has 2000 scans');
    expect(plan(rest, ...Array(12).fill(scan))).toMatchObject({ job: { width: 64 } });
  });

  test('with as many segments, which decoders put into a list', () => {
    const empty = Buffer.alloc(4 * 150_000, Buffer.from([0xff, 0xe1, 0, 2]));
    expect(plan(empty, rest, scan)).toBe('it is damaged');
  });
});

test('captions of a hundred thousand cues are checked in a bounded time', () => {
  const cues = '00:00.000 --> 00:01.000\nx\n\n'.repeat(100_000);
  const folder = temporaryFolder({ 'a.vtt': `WEBVTT\n\n${cues}` });
  const report = new Report();
  const [file, from] = [path.join(folder, 'a.vtt'), path.join(folder, 'deck.md')];
  const span = spanOfFile('deck.md');
  expect(checkTrack(file, folder, { path: 'a.vtt', from, span }, report)).toBe(true);
  expect(report.diagnostics).toEqual([]);
});
