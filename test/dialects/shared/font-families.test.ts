import { expect, test } from 'vitest';
import {
  fontPackages,
  withGenericFamily,
} from '../../../src/1-load/dialects/shared/font-families.ts';

test('lists of fonts end in a family that every browser has', () => {
  expect(withGenericFamily("'Noto Sans JP'")).toBe("'Noto Sans JP', sans-serif");
  expect(withGenericFamily('Galmuri11, "Fira Code"')).toBe('Galmuri11, "Fira Code", monospace');
  expect(withGenericFamily('Playfair Display')).toBe('Playfair Display, serif');
});

test('those that do so already stay as they are', () => {
  for (const list of ['Lato, sans-serif', 'var(--font)', 'inherit', 'A, system-ui']) {
    expect(withGenericFamily(list)).toBe(list);
  }
});

test('fonts of Google have packages', () => {
  const address = 'https://fonts.googleapis.com/css2?family=Noto+Sans+JP:wght@400;700&family=Lora';
  expect(fontPackages(address)).toEqual(['@fontsource/noto-sans-jp', '@fontsource/lora']);
  expect(fontPackages('https://example.org/?family=Lora')).toEqual([]);
  expect(fontPackages('https://fonts.googleapis.com/css?family=%E0%A4')).toEqual([]);
});
