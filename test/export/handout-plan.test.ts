import { expect, test } from 'vitest';
import type { SlidesPerPage } from '../../src/6-export/exporter.ts';
import { planHandout } from '../../src/6-export/handout/plan.ts';

function plan(perPage: SlidesPerPage, width = 1280, height = 720) {
  return planHandout({ title: 'A', size: { width, height } }, 'a4', perPage);
}

function gridOf(perPage: SlidesPerPage, width?: number, height?: number): string {
  const { columns, rows, ...grid } = plan(perPage, width, height);
  return `${columns} × ${rows} ${grid.width > grid.height ? 'lying' : 'standing'}`;
}

test('a sheet lies where slides are larger so', () => {
  expect(gridOf(2)).toBe('1 × 2 standing');
  expect(gridOf(4)).toBe('2 × 2 lying');
  expect(gridOf(6)).toBe('2 × 3 standing');
});

test('slides that stand are beside each other', () => {
  expect(gridOf(2, 720, 1280)).toBe('2 × 1 lying');
  expect(gridOf(6, 720, 1280)).toBe('3 × 2 standing');
});

test('one has notes, three have lines, and then they are below each other', () => {
  expect([1, 2, 3].map((perPage) => plan(perPage as SlidesPerPage).beside)).toEqual([
    'notes',
    'nothing',
    'lines',
  ]);
  expect(gridOf(3, 720, 1280)).toBe('1 × 3 standing');
});

test.each([
  [1280, 720],
  [720, 720],
  [720, 2880],
])('slides of %d × %d stay within the margins', (width, height) => {
  for (const perPage of [1, 2, 3, 4, 6] as const) {
    const sheet = plan(perPage, width, height);
    const high = (sheet.slideWidth * height) / width;
    expect(sheet.slideWidth * sheet.columns).toBeLessThanOrEqual(sheet.width - 36 + 1e-9);
    expect(high * sheet.rows).toBeLessThanOrEqual(sheet.height - 44);
  }
});
