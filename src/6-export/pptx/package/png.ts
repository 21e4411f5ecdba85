import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

type Rgba = readonly [number, number, number, number];

/** An image of one color with its opacity, as PNG. */
export function plainPng(width: number, height: number, rgba: Rgba): Uint8Array {
  return encodePng(width, height, () => rgba);
}

/** A dark image with a white triangle in its middle, as players show a video, as PNG. */
export function playPng(width: number, height: number): Uint8Array {
  const radius = Math.min(width, height) * 0.18;
  const middle = { x: width / 2, y: height / 2 };
  return encodePng(width, height, (x, y) => {
    const along = x + 0.5 - middle.x;
    const across = Math.abs(y + 0.5 - middle.y);
    const inside = Math.min(
      along + radius / 2,
      (radius - along) / 2 - across * Math.cos(Math.PI / 6),
    );
    const share = Math.min(1, Math.max(0, inside + 0.5));
    const mix = (dark: number): number => Math.round(dark + (255 - dark) * share);
    return [mix(32), mix(36), mix(42), 255];
  });
}

/** @param colorAt the color of the pixel in a column and a row */
function encodePng(
  width: number,
  height: number,
  colorAt: (x: number, y: number) => Rgba,
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 4 + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set(colorAt(x, y), y * (width * 4 + 1) + 1 + x * 4);
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A transparent pixel, for what cannot be drawn. */
export const blankPng: Uint8Array = plainPng(1, 1, [0, 0, 0, 0]);
