import { describe, expect, test } from 'vitest';
import { mediaType } from '../../src/base/files/media-types.ts';

function matches(extension: string, head: string): boolean | undefined {
  return mediaType(extension)?.matches(Buffer.from(head, 'latin1'));
}

const heads: Readonly<Record<string, string>> = {
  png: '\x89PNG\r\n\x1a\n',
  JPG: '\xff\xd8\xff\xe0',
  gif: 'GIF89a',
  webp: 'RIFF\0\0\0\0WEBPVP8 ',
  avif: '\0\0\0\x1cftypavif',
  svg: '<?xml version="1.0"?>\n<!-- by hand -->\n<svg xmlns="http://www.w3.org/2000/svg">',
  mp4: '\0\0\0\x1cftypisom',
  webm: '\x1a\x45\xdf\xa3',
  ogv: 'OggS',
  mp3: '\xff\xfb\x90',
  wav: 'RIFF\0\0\0\0WAVEfmt ',
  m4a: '\0\0\0\x1cftypM4A ',
  flac: 'fLaC',
};

describe('a file is what its name says', () => {
  test.each(Object.entries(heads))('%s', (extension, head) => {
    expect(matches(extension, head)).toBe(true);
    expect(matches(extension, '<!doctype html><p>')).toBe(false);
    expect(matches(extension, '')).toBe(false);
  });
});

test('an SVG begins with its root element', () => {
  expect(matches('svg', '<svg>')).toBe(true);
  expect(matches('svg', '<!DOCTYPE svg PUBLIC "-//W3C" "x.dtd" [<!ENTITY a "b">]>\n<svg>')).toBe(
    true,
  );
  expect(matches('svg', '<html><svg>')).toBe(false);
  expect(matches('svg', '<!-- <svg> -->')).toBe(false);
});

test('other types are unknown', () => {
  for (const extension of ['', 'html', 'bmp', 'mov', 'pdf', '__proto__']) {
    expect(mediaType(extension)).toBeUndefined();
  }
});
