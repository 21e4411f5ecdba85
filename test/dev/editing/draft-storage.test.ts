import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepDrafts } from '../../../src/runtime/dev/kept-drafts.ts';

/** As browsers have it: texts under keys, which are properties, and room for so many characters. */
function storageOf(room: number): Record<string, string> {
  const texts: Record<string, string> = {};
  const used = () => Object.values(texts).reduce((sum, { length }) => sum + length, 0);
  const methods = {
    getItem: (key: string) => texts[key] ?? null,
    removeItem: (key: string) => delete texts[key],
    setItem: (key: string, text: string) => {
      if (used() - (texts[key]?.length ?? 0) + text.length > room) throw new Error('full');
      texts[key] = text;
    },
  };
  vi.stubGlobal('window', {
    localStorage: new Proxy(texts, {
      get: (_, name) => methods[name as keyof typeof methods],
    }),
  });
  return texts;
}

let texts: Record<string, string>;
beforeEach(() => {
  texts = storageOf(5_000_000);
});
afterEach(() => vi.unstubAllGlobals());

const draft = (text: string) => [{ file: 'talk.md', text, base: { text: '', version: 'a' } }];
const keyOf = (tab: string) => `lectern-dev-drafts talk ${tab}`;

test('every tab keeps its unsaved text, however many there are', () => {
  for (let tab = 0; tab < 30; tab++) expect(keepDrafts(keyOf(`${tab}`), draft('x'))).toBe(true);
  expect(Object.keys(texts)).toHaveLength(30);
});

test('a text of 4 million characters is kept', () => {
  expect(keepDrafts(keyOf('a'), draft('x'.repeat(4_000_000)))).toBe(true);
});

test('without room, no text is removed: neither the last of this tab nor those of others', () => {
  keepDrafts(keyOf('a'), draft('x'.repeat(3_000_000)));
  expect(keepDrafts(keyOf('b'), draft('short'))).toBe(true);
  expect(keepDrafts(keyOf('b'), draft('y'.repeat(2_500_000)))).toBe(false);
  expect(texts[keyOf('a')]).toContain('xxx');
  expect(texts[keyOf('b')]).toContain('short');
});

test('texts of more than 30 days ago make room', () => {
  texts[keyOf('old')] = JSON.stringify({ at: 1, drafts: draft('x'.repeat(3_000_000)) });
  expect(keepDrafts(keyOf('b'), draft('y'.repeat(2_500_000)))).toBe(true);
  expect(Object.keys(texts)).toEqual([keyOf('b')]);
});
