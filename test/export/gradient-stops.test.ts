import { expect, test } from 'vitest';
import { mixInSrgb } from '../../src/runtime/export/gradient-stops.ts';

test.each([
  'linear-gradient(to right, rgb(255, 0, 0), rgb(0, 0, 255) 20px)',
  'linear-gradient(in srgb, rgb(255, 0, 0), rgb(0, 0, 255))',
  'url("data:image/svg+xml,linear-gradient(in oklch, rgb(1, 1, 1), rgb(0, 0, 255))")',
  'linear-gradient(color(srgb 1 0 0 / 0.4), color(srgb 1 0 0))',
  'linear-gradient(color(srgb 1 0 0), rgba(0, 0, 0, 0))',
  // With a color hint.
  'linear-gradient(in oklch, rgb(255, 0, 0), 30%, rgb(0, 0, 255))',
  'none',
])('%s stays', (value) => expect(mixInSrgb(value)).toBe(value));

const stops = (value: string) => mixInSrgb(value).split(/, (?=(?:color-mix|rgb|oklch)\()/);

test('colors between are mixed in the space of the gradient', () => {
  const value = 'linear-gradient(to right in oklch longer hue, rgb(255, 0, 0), rgb(0, 0, 255) 80%)';
  const [prelude, first, ...others] = stops(value).filter(
    (text) => !/^(?:rgb\(0, 0, 255\)\)|color-mix.*%$)/.test(text),
  );
  expect(prelude).toBe('linear-gradient(to right in srgb');
  expect(first).toBe('rgb(255, 0, 0) 0%');
  expect(others.at(-1)).toBe('rgb(0, 0, 255) 80%)');
  expect(mixInSrgb(value)).toContain(
    'color-mix(in oklch longer hue, rgb(255, 0, 0) 50%, rgb(0, 0, 255)) 40%',
  );
});

test('positions are those of the gradient', () => {
  const value = 'radial-gradient(circle, oklch(0.7 0.2 30), rgb(0, 128, 0), rgb(0, 0, 255) 200px)';
  const mixed = mixInSrgb(value);
  expect(mixed).toMatch(/^radial-gradient\(circle in srgb, oklch\(0\.7 0\.2 30\) 0%, /);
  expect(mixed).toContain('color-mix(in oklab, ');
  expect(mixed).toContain('rgb(0, 128, 0) calc(0% + (200px - 0%) * 0.5)');
  expect(mixed).toMatch(/rgb\(0, 0, 255\) 200px\)$/);
});

test('a hue may go around', () => {
  const value =
    'conic-gradient(from 90deg in hsl longer hue, rgb(255, 0, 0) 0deg, rgb(255, 0, 0) 360deg)';
  expect(mixInSrgb(value)).toContain('rgb(255, 0, 0)) 180deg');
  expect(mixInSrgb(value.replace('longer', 'shorter'))).not.toContain('180deg');
});
