import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildPage } from '../../../build.ts';
import { findDamage } from '../../../src/5-bundle/damage/damage.ts';
import { unpackFont } from '../../../src/5-bundle/fonts/file/unpack-font.ts';
import { Report } from '../../../src/base/diagnostics/report.ts';
import { mediaType } from '../../../src/base/files/media-types.ts';
import { packageRoot } from '../../../src/base/files/package-root.ts';
import { jpeg as taggedJpeg } from '../../share/hiding-places.ts';
import { temporaryFolder } from '../../support/files.ts';

/** Written by ffmpeg and libavif, each with few frames. */
const folder = path.join(import.meta.dirname, 'real');
const files = readdirSync(folder).map((name) => {
  const mime = mediaType(path.extname(name).slice(1))?.mime ?? '';
  return [name, readFileSync(path.join(folder, name)), mime] as const;
});

/** The lengths of a file that is cut at 20 places, and just before its end. */
function cuts({ length }: Buffer): readonly number[] {
  const places = Array.from({ length: 20 }, (_, i) => Math.floor((length * (i + 1)) / 21));
  return [...places, length - 2, length - 1];
}

function changed(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x55;
  return copy;
}

describe.each(files)('%s', (name, bytes, mime) => {
  test('has no damage', () => {
    expect(findDamage(bytes, mime)).toBeUndefined();
  });

  test('is damaged wherever it is cut off', () => {
    const missed = cuts(bytes).filter((length) => !findDamage(bytes.subarray(0, length), mime));
    expect(missed).toEqual([]);
  });

  test('is checked to its end with any changed byte', () => {
    const damages = [...bytes.keys()].map((at) => findDamage(changed(bytes, at), mime));
    const found = damages.filter((damage) => damage !== undefined).length;
    // Formats with checksums. A part of what comes before the sound has none.
    if (/\.(?:og[gv]|opus|flac)$/.test(name)) expect(found).toBeGreaterThan(0.9 * bytes.length);
  });
});

test('sound with a tag after it is whole, and one whose tag or last frames are missing is not', () => {
  const [flac, mp3] = ['sound.flac', 'sound-vbr.mp3'].map((name) =>
    readFileSync(path.join(folder, name)),
  );
  if (!flac || !mp3) throw new Error('missing');
  const tag = mp3.subarray(-128);
  expect(tag.toString('latin1', 0, 3)).toBe('TAG');
  expect(findDamage(Buffer.concat([flac, tag]), 'audio/flac')).toBeUndefined();
  expect(findDamage(mp3.subarray(0, -128), 'audio/mpeg')).toBeUndefined();
  expect(findDamage(mp3.subarray(0, -64), 'audio/mpeg')?.isPartial).toBe(true);
  const frames = [...flac.keys()].filter(
    (at) => flac.readUInt16BE(Math.min(at, flac.length - 2)) >> 1 === 0x7ffc,
  );
  expect(frames.length).toBeGreaterThan(3);
  const cut = findDamage(flac.subarray(0, frames.at(-1)), 'audio/flac');
  expect(cut).toEqual({ what: 'its end is missing', isPartial: true });
});

const fontFolder = path.join(packageRoot, 'node_modules/@fontsource/hanken-grotesk/files');

test.each(['woff', 'woff2'])('a %s font that is cut off is damaged', async (format) => {
  const font = readFileSync(
    path.join(fontFolder, `hanken-grotesk-cyrillic-ext-900-italic.${format}`),
  );
  expect((await unpackFont(font)).length).toBeGreaterThan(font.length);
  for (const length of cuts(font)) {
    await expect(unpackFont(font.subarray(0, length)), `${length} bytes`).rejects.toThrow();
  }
});

async function build(deck: string, share = false) {
  const cwd = temporaryFolder({ 'deck.md': deck });
  const report = new Report();
  const options = { cwd, root: cwd, allowRemote: false, share };
  const page = await buildPage(path.join(cwd, 'deck.md'), options, report);
  const codes = report.diagnostics.map(({ code, span }) => `${code} ${span?.line}:${span?.column}`);
  return { html: page?.html ?? '', codes };
}

const urlOf = (bytes: Buffer, mime: string): string =>
  `data:${mime};base64,${bytes.toString('base64')}`;

const ways: readonly (readonly [way: string, mime: string, write: (url: string) => string])[] = [
  ['an image in Markdown', 'image/jpeg', (url) => `# A\n\n![Picture](${url})\n`],
  ['<img>', 'image/jpeg', (url) => `# A\n\n<img alt="Picture" src="${url}">\n`],
  ['<img> in a line', 'image/avif', (url) => `# A\n\nText <img alt="x" src='${url}'> text\n`],
  ['<video>', 'video/mp4', (url) => `# A\n\n<video controls src="${url}"></video>\n`],
  ['<audio>', 'audio/mpeg', (url) => `# A\n\n<audio controls src="${url}"></audio>\n`],
];

test.each(ways)('data in %s is checked as files are', async (_, mime, write) => {
  const [, bytes = Buffer.alloc(0)] = files.find(([, , type]) => type === mime) ?? [];
  expect((await build(write(urlOf(bytes, mime)))).codes).toEqual([]);
  const cut = write(urlOf(bytes.subarray(0, Math.floor(bytes.length * 0.9)), mime));
  const { codes } = await build(cut);
  expect(codes).toHaveLength(1);
  expect(codes[0]).toMatch(/^file-(?:damaged|incomplete) 3:\d+$/);
  expect((await build(write(`data:${mime};base64,AAAA`))).codes).toEqual([
    expect.stringMatching(/^image-type 3:/),
  ]);
});

test.each(ways.slice(0, 3))('metadata of data in %s is not shared', async (_, __, write) => {
  const { html } = await build(write(urlOf(taggedJpeg(), 'image/jpeg')), true);
  const urls = [...html.matchAll(/data:image\/jpeg;base64,([\w+/=]+)/g)];
  expect(urls.length).toBeGreaterThan(0);
  for (const [, base64 = ''] of urls)
    expect(Buffer.from(base64, 'base64').toString('latin1')).not.toContain('secret');
});
