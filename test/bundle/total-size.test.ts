import { expect, test } from 'vitest';
import { FileContent } from '../../src/5-bundle/assets/file-contents.ts';
import { TotalSize } from '../../src/5-bundle/assets/total-size.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { problems } from './support.ts';

/** The start of a PNG file. */
function png(width: number, height: number): FileContent {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return new FileContent(bytes);
}

function refTo(path: string, line = 1) {
  return { path, from: '/deck.md', span: { file: 'deck.md', line, column: 1, length: 1 } };
}

test('small files with many pixels are bounded together; reported once', () => {
  const total = new TotalSize(300, 'this deck');
  const report = new Report();
  const added = Array.from({ length: 50 }, (_, i) =>
    total.addPixels(png(10_000, 10_000), 'image/png', refTo(`${i}.png`, i + 1), report),
  );
  expect(added.filter(Boolean)).toHaveLength(40);
  expect(problems(report)).toEqual([
    'file-large 41:1 with "40.png", the images of this deck have more than 4000 million pixels',
  ]);
});

test('480 images of a 4K screen have room, and drawings of any size', () => {
  const total = new TotalSize(300, 'this deck');
  const report = new Report();
  const svg = new FileContent(Buffer.from('<svg width="90000" height="90000"/>'));
  expect(total.addPixels(svg, 'image/svg+xml', refTo('a.svg'), report)).toBe(true);
  for (let i = 0; i < 480; i++) {
    expect(total.addPixels(png(3840, 2160), 'image/png', refTo('a.png'), report)).toBe(true);
  }
});

test('an image in the Markdown itself is not quoted', () => {
  const total = new TotalSize(1, 'this deck');
  const report = new Report();
  const ref = refTo(`data:image/png;base64,${'A'.repeat(1000)}`);
  expect(total.addBytes(2 * 1024 * 1024, ref, report)).toBe(false);
  expect(problems(report)).toEqual([
    'file-large 1:1 with this image, the files of this deck have more than 1 MB',
  ]);
});
