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
