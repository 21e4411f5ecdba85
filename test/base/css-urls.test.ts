import { expect, test } from 'vitest';
import { findStrings, findUrls } from '../../src/base/css/css-urls.ts';

function targets(value: string): readonly string[] {
  return findUrls(value).map(({ target }) => target);
}

test('finds urls in all spellings', () => {
  expect(targets('url(a.png)')).toEqual(['a.png']);
  expect(targets('no-repeat url( "a b.png" ) , URL(\'c(1).png\')')).toEqual([
    'a b.png',
    'c(1).png',
  ]);
  expect(targets('url(a\\ b\\29.png)')).toEqual(['a b).png']);
  expect(targets('url("a\\"b.png")')).toEqual(['a"b.png']);
  expect(targets('image-set(url(a.png) 1x, url(b.png) 2x)')).toEqual(['a.png', 'b.png']);
  expect(targets('url()')).toEqual(['']);
});

test('what only looks like a url is none', () => {
  expect(targets('"url(a.png)"')).toEqual([]);
  expect(targets('/* url(a.png) */ red')).toEqual([]);
});

test('says where a url stands', () => {
  const value = '"url(x)" url("a.png") red';
  const [{ start = 0, end = 0 } = {}] = findUrls(value);
  expect(value.slice(start, end)).toBe('url("a.png")');
});

test('finds texts, but not those of urls', () => {
  expect(findStrings(`"→" url("a") '\\2014' counter(x)`)).toEqual(['→', '—']);
});
