import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findDamage } from '../../../src/5-bundle/damage/damage.ts';
import { packageRoot } from '../../../src/base/files/package-root.ts';
import { encodeGif } from '../../support/gif.ts';
import { png } from '../../support/images.ts';
import { mp3, mp4, riff, wav } from '../../support/media.ts';

function shipped(name: string): Buffer {
  return readFileSync(path.join(packageRoot, name));
}

const svg = Buffer.from(`<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x" [ <!ENTITY ns "http://x"> <!-- ' --> ]>
<!-- a "comment" -- with <tags> -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="&ns;" viewBox='0 0 1 1'>
<title>a &amp; b &#233;</title><style><![CDATA[ a > b {} ]]></style>
<use xlink:href="#a" xml:space="preserve" data-x="a > b"/></svg>
`);

const healthy: readonly (readonly [type: string, bytes: Buffer])[] = [
  ['image/png', png(40, 30)],
  ['image/gif', encodeGif([0, 1], 0)],
  ['image/jpeg', shipped('test/looks/photo.jpg')],
  ['image/webp', shipped('themes/ink/theme.webp')],
  ['image/svg+xml', svg],
  ['video/mp4', mp4()],
  ['audio/mpeg', mp3()],
  ['audio/wav', wav()],
];

describe.each(healthy)('%s', (type, bytes) => {
  test('has no damage as it is, nor with bytes after it', () => {
    expect(findDamage(bytes, type)).toBeUndefined();
    if (type.startsWith('image/') && type !== 'image/svg+xml') {
      expect(findDamage(Buffer.concat([bytes, Buffer.alloc(50)]), type)).toBeUndefined();
    }
  });

  test('is damaged if only zeros follow its first bytes', () => {
    const zeros = Buffer.concat([bytes.subarray(0, 16), Buffer.alloc(bytes.length)]);
    expect(findDamage(zeros, type)?.isPartial).toBe(false);
  });
});

// Each frame of MP3 is a whole file.
test.each(healthy.filter(([type]) => type !== 'audio/mpeg'))(
  '%s is damaged wherever it is cut off in its first half',
  (type, bytes) => {
    const step = Math.ceil(bytes.length / 2 / 100);
    for (let length = 8; length < bytes.length / 2; length += step) {
      expect(findDamage(bytes.subarray(0, length), type), `${length} bytes`).toBeDefined();
    }
  },
);

test.each([
  ['a width of 0', png(0, 5)],
  ['a changed byte of its header', changed(png(5, 5), 20)],
  ['a changed byte of its pixels', changed(png(5, 5), 45)],
])('a PNG with %s is not shown', (_, bytes) => {
  expect(findDamage(bytes, 'image/png')?.isPartial).toBe(false);
});

test.each([
  ['<svg xmlns="x"><g></svg>', 'line 1: </svg> closes <g>'],
  ['<svg xmlns="x">\n<a b="1" b="2"/></svg>', 'line 2: <a> has an attribute twice'],
  ['<svg xmlns="x"><a b=1/></svg>', 'line 1: a tag is not closed, or an attribute has no quotes'],
  ['<svg xmlns="x">a & b</svg>', 'line 1: "&" must be written as "&amp;"'],
  ['<svg xmlns="x">&copy;</svg>', 'line 1: XML has no "&copy;"'],
  [
    '<svg xmlns="x"><use xlink:href="#a"/></svg>',
    'line 1: the prefix of xlink:href is not declared',
  ],
  ['<svg xmlns="x"></svg><svg/>', 'line 1: a second element after <svg>'],
  ['<svg xmlns="x"></svg>text', 'line 1: text outside of <svg>'],
  ['<svg xmlns="x"><!-- ', 'line 1: a comment or declaration is not closed'],
])('SVG that is no XML: %s', (text, what) => {
  expect(findDamage(Buffer.from(text), 'image/svg+xml')).toEqual({ what, isPartial: false });
});

test('a WebP whose data is cut off is shown up to there, one with no image is not', () => {
  const webp = shipped('themes/ink/theme.webp');
  expect(findDamage(webp.subarray(0, -100), 'image/webp')?.isPartial).toBe(true);
  const empty = riff('WEBP', ['VP8X', Buffer.alloc(10)]);
  expect(findDamage(empty, 'image/webp')).toEqual({
    what: 'it contains no image',
    isPartial: false,
  });
});

test('a PNG that announces more pixels than memory holds is not decompressed', () => {
  const bomb = png(20_000, 1);
  bomb.writeUInt32BE(20_000, 20);
  expect(findDamage(bomb, 'image/png')?.what).toContain('checksum');
});

function changed(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}
