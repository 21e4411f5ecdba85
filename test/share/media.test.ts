import { expect, test } from 'vitest';
import {
  stripAttributes,
  stripDataUrls,
  stripMetadata,
} from '../../src/5-bundle/metadata/strip.ts';

const secret = 'nobody-may-read-this';

function element(id: string, ...content: readonly (Buffer | string)[]): Buffer {
  const inner = Buffer.concat(content.map((part) => Buffer.from(part as string)));
  return Buffer.concat([Buffer.from(id, 'hex'), Buffer.from([0x40, inner.length]), inner]);
}

function box(type: string, ...content: readonly (Buffer | string)[]): Buffer {
  const inner = Buffer.concat(content.map((part) => Buffer.from(part as string)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(inner.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, inner]);
}

const sample = 'a sample of sound';

/** A track of one sample. */
function track(id: number, handler: string, offset: number, length: number): Buffer {
  const table = box(
    'stbl',
    box('stsc', numbers(0, 1, 1, 1, 1)),
    box('stsz', numbers(0, 0, 1, length)),
    box('stco', numbers(0, 1, offset)),
  );
  const media = box('mdia', box('hdlr', numbers(0, 0), handler, numbers(0)), box('minf', table));
  return box(
    'trak',
    box('tkhd', numbers(0, 0, 0, id)),
    box('tref', box('chap', numbers(2))),
    media,
  );
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value, i * 4);
  return bytes;
}

/** Sound and a track of another kind, such as the titles of chapters. */
function chapters(): Buffer {
  const movie = (offset: number): Buffer =>
    box(
      'moov',
      track(1, 'soun', offset, sample.length),
      track(2, 'text', offset + sample.length, secret.length),
    );
  const { length } = movie(0);
  return Buffer.concat([movie(length + 8), box('mdat', sample, secret)]);
}

/** The same in a fragment, once with an offset, once after the other. */
function fragment(): Buffer {
  const run = (id: number, size: number, ...offset: readonly number[]): Buffer =>
    box(
      'traf',
      box('tfhd', numbers(0, id)),
      box('trun', numbers(0x200 + offset.length, 1, ...offset, size)),
    );
  const part = (offset: number): Buffer =>
    box('moof', run(1, sample.length, offset), run(2, secret.length));
  const { length } = part(0);
  const movie = box('moov', track(1, 'soun', 0, 0), track(2, 'meta', 0, 0));
  return Buffer.concat([movie, part(length + 8), box('mdat', sample, secret)]);
}

/** Sound and subtitles in a WebM file. */
function subtitles(): Buffer {
  const entry = (id: string, type: string): Buffer =>
    element('ae', element('d7', Buffer.from(id, 'hex')), element('83', Buffer.from(type, 'hex')));
  const time = Buffer.from('000080', 'hex');
  return element(
    '18538067',
    element('1654ae6b', entry('01', '02'), entry('02', '11')),
    element(
      '1f43b675',
      element('a3', Buffer.from([0x81]), time, sample),
      element('a3', Buffer.from([0x82]), time, secret),
      element('a0', element('a1', Buffer.from([0x40, 0x02]), time, secret)),
    ),
  );
}

const sound = Buffer.from('fffb9064000000000000', 'hex');
const flac = Buffer.concat([Buffer.from('fLaC'), Buffer.from([0x80, 0, 0, 1, 0])]);
const lyrics = `LYRICSBEGININD00002${secret}`;

test.each([
  [
    'the name of a track of WebM',
    'video/webm',
    element('18538067', element('1654ae6b', element('ae', element('536e', secret)))),
  ],
  ['empty space of WebM', 'video/webm', element('18538067', element('ec', secret))],
  [
    'the name of a track of MP4',
    'audio/mp4',
    box('moov', box('trak', box('mdia', box('hdlr', Buffer.alloc(24), secret, '\0')))),
  ],
  ['a track of chapters of MP4', 'audio/mp4', chapters()],
  ['a track of data in a fragment of MP4', 'video/mp4', fragment()],
  [
    'what MP4 does not use',
    'video/mp4',
    Buffer.concat([chapters(), box('mdat', secret), box('xyzw', secret)]),
  ],
  ['a track of subtitles of WebM', 'video/webm', subtitles()],
  [
    'elements of WebM that nobody knows',
    'video/webm',
    element('18538067', element('4321', secret)),
  ],
  [
    'the tag of a second MP3 file',
    'audio/mpeg',
    Buffer.concat([sound, Buffer.from(`ID3\x04\0\0\0\0\0\x14${secret}`), sound]),
  ],
  [
    'tags at the end of the first of two MP3 files',
    'audio/mpeg',
    Buffer.concat([sound, Buffer.from(`TAG${secret}`.padEnd(128, '\0')), sound]),
  ],
  [
    'the longer tag of MP3',
    'audio/mpeg',
    Buffer.concat([
      sound,
      Buffer.from(`TAG+${secret}`.padEnd(227, '\0')),
      Buffer.from('TAG'.padEnd(128, '\0')),
    ]),
  ],
  [
    'lyrics of MP3, version 2',
    'audio/mpeg',
    Buffer.concat([
      sound,
      Buffer.from(`${lyrics}${String(lyrics.length).padStart(6, '0')}LYRICS200TAG`),
      Buffer.alloc(125),
    ]),
  ],
  [
    'lyrics of MP3, version 1',
    'audio/mpeg',
    Buffer.concat([sound, Buffer.from(`LYRICSBEGIN${secret}LYRICSEND`)]),
  ],
  [
    'a tag at the end of FLAC',
    'audio/flac',
    Buffer.concat([flac, sound, Buffer.from(`TAG${secret}`.padEnd(128, '\0'))]),
  ],
])('%s is removed', (_, mime, bytes) => {
  const stripped = stripMetadata(bytes, mime);
  expect(stripped).toBeDefined();
  expect(stripped?.includes(secret)).toBe(false);
  // Offsets in films stay.
  if (/mp4|webm/.test(mime)) expect(stripped?.length).toBe(bytes.length);
  else expect(stripped?.includes(sound)).toBe(true);
  if (bytes.includes(sample)) expect(stripped?.includes(sample)).toBe(true);
});

const svg = `<svg xmlns="http://www.w3.org/2000/svg"><!-- ${secret} --><metadata>${secret}</metadata><path d="M0 0h1%"/></svg>`;
const single = svg.replaceAll('"', "'");
const lead = 'data:image/svg+xml';

test.each([
  ['in quotes', `url('${lead},${svg}')`],
  ['in double quotes with escapes', `url("${lead},${svg.replaceAll('"', '\\"')}")`],
  ['in double quotes', `url("${lead};utf8,${single}")`],
  ['percent-encoded', `url(${lead};charset=utf-8,${encodeURIComponent(svg).replace(/[()]/g, '')})`],
  [
    'percent-encoded in part',
    `<image href="${lead},${single.replace(/[<>]/g, encodeURIComponent)}"/>`,
  ],
  [
    'with character references',
    `<image href="${lead},${svg.replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"/>`,
  ],
  ['in base64 with a character set', `url(${lead};charset=utf-8;base64,${btoa(svg)})`],
])('an SVG image in an address has no metadata: %s', (_, text) => {
  const stripped = stripDataUrls(text);
  const content = stripped.includes(';base64,')
    ? atob(stripped.slice(stripped.indexOf('base64,') + 7, -1))
    : decodeURIComponent(stripped.replace(/%(?![\da-f]{2})/gi, '%25'));
  expect(content).not.toContain(secret);
  expect(content).toMatch(/<path d=["']M0 0h1%["']\/>/);
});

test('an SVG image has no path of the disk of its author', () => {
  const file = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" xml:base="/home/${secret}/"/>`);
  const stripped = stripMetadata(file, 'image/svg+xml')?.toString();
  expect(stripped).toBe('<svg xmlns="http://www.w3.org/2000/svg"/>');
});

test('a text that shows such an address stays', () => {
  const code = `<code>&lt;img src="${lead},${single.replaceAll('<', '&lt;')}"></code>`;
  expect(stripAttributes(code)).toBe(code);
  expect(stripAttributes(`<img src="${lead},${single}">`)).not.toContain(secret);
});
