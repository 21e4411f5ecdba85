import { setFlagsFromString } from 'node:v8';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { topLevelParts } from '../../../src/1-load/dialects/shared/css.ts';
import { stripMetadata } from '../../../src/5-bundle/metadata/strip.ts';
import { replaceImageUrls } from '../../../src/5-bundle/styles/image-urls.ts';
import { findStrings, findUrls, withoutUrls } from '../../../src/base/css/css-urls.ts';
import { countCopies } from '../../../src/base/safe-html/svg-copies.ts';

// V8 does without optimization in programs that have run many patterns, and needs more memory for some then.
beforeAll(() => setFlagsFromString('--no-regexp-optimization'));
afterAll(() => setFlagsFromString('--regexp-optimization'));

const long = 'a'.repeat(12_000_000);

test('style sheets with images of megabytes are read', () => {
  const css = `a { b: url("data:image/png;base64,${long}"); c: "${long}"; d: url(${long}) }`;
  expect(findUrls(css).map(({ target }) => target.length)).toEqual([long.length + 22, long.length]);
  expect(findStrings(css)).toEqual([long]);
  expect(withoutUrls(css)).toBe('a { b: ; c: ; d:  }');
  expect(replaceImageUrls(css, () => 'x')).toBe(`a { b: x; c: "${long}"; d: url(${long}) }`);
  expect(topLevelParts(css)).toHaveLength(1);
});

test('vector images with texts and attributes of megabytes are read', () => {
  const start = '<svg xmlns="http://www.w3.org/2000/svg"';
  const svg = `${start}><style>a { b: "${long}" } /* c */</style><path d=${long} e="${long}"/></svg>`;
  expect(countCopies(svg)).toBe(0);
  const stripped = stripMetadata(Buffer.from(svg), 'image/svg+xml')?.toString() ?? '';
  expect(stripped).not.toContain('/* c */');
  const nested = `<image href='data:image/svg+xml,${encodeURIComponent(`${start}>`)}${long}%3C/svg%3E'/>`;
  expect(stripMetadata(Buffer.from(`${start}>${nested}</svg>`), 'image/svg+xml')).toBeDefined();
});
