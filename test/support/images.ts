import { crc32, deflateSync } from 'node:zlib';

/** A PNG of one color. */
export function png(width: number, height: number, color = 0x80): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const row = Buffer.alloc(width + 1, color);
  row[0] = 0;
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, check]);
}

/** The header of a JPEG, which no browser shows. @param orientation in EXIF */
export function jpegHeader(width: number, height: number, orientation?: number): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const exif = orientation === undefined ? [] : [exifSegment(orientation)];
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...exif, frame]);
}

/** A JPEG of the right structure, with pixels that no program can decode. */
export function unreadableJpeg(width: number, height: number): Buffer {
  const quantization = Buffer.alloc(69, 1);
  quantization.set([0xff, 0xdb, 0, 67, 0]);
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xff, 0xd9];
  const header = jpegHeader(width, height);
  // A sampling factor.
  header[header.length - 2] = 0;
  return Buffer.concat([header, quantization, Buffer.from(scan)]);
}

function exifSegment(orientation: number): Buffer {
  const tiff = tiffHeader(orientation);
  const segment = Buffer.concat([Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1'), tiff]);
  segment.writeUInt16BE(segment.length - 2, 2);
  return segment;
}

export function tiffHeader(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}

/** A JPEG with an orientation in its Exif data. @param jpeg without Exif data */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(orientation), jpeg.subarray(2)]);
}

/**
 * A color profile whose red is the green of sRGB, and the reverse: whoever ignores it is found out.
 * See https://www.color.org/ICC1V42.pdf
 */
export function swappedProfile(): Buffer {
  const [red, green, blue] = [
    [0.4361, 0.2225, 0.0139],
    [0.3851, 0.7169, 0.0971],
    [0.1431, 0.0606, 0.7139],
  ].map(xyzTag);
  const gamma = Buffer.from('curv\0\0\0\0\0\0\0\x01\x02\x33\0\0', 'latin1');
  const tags = [
    ['rXYZ', green],
    ['gXYZ', red],
    ['bXYZ', blue],
    ['wtpt', xyzTag([0.9642, 1, 0.8249])],
    ...['rTRC', 'gTRC', 'bTRC'].map((name) => [name, gamma] as const),
  ] as readonly (readonly [string, Buffer])[];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length);
  let at = 128 + table.length;
  for (const [i, [name, content]] of tags.entries()) {
    table.write(name, 4 + i * 12, 'latin1');
    table.writeUInt32BE(at, 8 + i * 12);
    table.writeUInt32BE(content.length, 12 + i * 12);
    at += content.length;
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at);
  header.write('\x02\x10', 8, 'latin1');
  header.write('mntrRGB XYZ ', 12, 'latin1');
  header.write('acsp', 36, 'latin1');
  xyzTag([0.9642, 1, 0.8249]).copy(header, 68, 8);
  return Buffer.concat([header, table, ...tags.map(([, content]) => content)]);
}

function xyzTag(values: readonly number[]): Buffer {
  const tag = Buffer.alloc(20);
  tag.write('XYZ ', 'latin1');
  for (const [i, value] of values.entries()) tag.writeInt32BE(Math.round(value * 65536), 8 + i * 4);
  return tag;
}
