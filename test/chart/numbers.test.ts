import { describe, expect, test } from 'vitest';
import { tickFormats, valueFormat } from '../../src/chart/scale/numbers.ts';
import { writeShares } from '../../src/chart/scale/shares.ts';
import type { ChartSpec, NumberFormat } from '../../src/model/chart.ts';
import { series, spec } from './specs.ts';

/** The labels of a series with these values. */
function labels(
  values: readonly number[],
  { lang = 'en', ...own }: Partial<ChartSpec> & { readonly lang?: string } = {},
): readonly string[] {
  const only = series('n', values);
  const format = valueFormat({ ...spec({ series: [only], ...own }), lang }, only);
  return values.map((value) => format.format(value));
}

describe('values have as many decimals as the data', () => {
  test.each([
    [
      [1, 2],
      ['1', '2'],
    ],
    [
      [120, 0.5, 0.04],
      ['120', '0.5', '0.04'],
    ],
    [
      [1.25, 2.5],
      ['1.25', '2.50'],
    ],
    [
      [1.25, 2.5, 1234.5],
      ['1.25', '2.5', '1,234.5'],
    ],
    [
      [120.4, 99.6, 35],
      ['120.4', '99.6', '35.0'],
    ],
    [
      [-0.5, 0, 0.25],
      ['-0.50', '0.00', '0.25'],
    ],
    [
      [0.1 + 0.2, 0.5],
      ['0.3', '0.5'],
    ],
  ])('%j', (values, expected) => expect(labels(values)).toEqual(expected));

  test('in the language of the deck', () => {
    expect(labels([1234.5, 2], { lang: 'de' })).toEqual(['1.234,5', '2,0']);
  });

  test('with a percent sign as unit', () => {
    expect(labels([12.5, 3], { unit: '%' })).toEqual(['12.5%', '3.0%']);
  });
});

describe('values with more than two decimals are rounded', () => {
  test.each([
    ['to one decimal', [3.108, 35.026], ['3.1', '35.0']],
    ['to none, if they are large', [123.456, 987.654], ['123', '988']],
    ['to two significant digits, if they are small', [0.123, 0.02], ['0.12', '0.02']],
    ['each by its size', [12.3456, 0.00417, 123], ['12', '0.0042', '123']],
    ['so that they differ', [1.0823, 1.0911, 1.0755], ['1.082', '1.091', '1.076']],
  ])('%s', (_, values, expected) => expect(labels(values)).toEqual(expected));
});

describe("an author's format is completed", () => {
  test.each<[string, readonly number[], NumberFormat, readonly string[]]>([
    ['digits', [0.4, 120.6], { maximumFractionDigits: 0 }, ['0.4', '121']],
    ['percent', [0.255, 0.004, 1], { style: 'percent' }, ['25.5%', '0.4%', '100.0%']],
    ['a percent unit', [0.4, 12], { style: 'unit', unit: 'percent' }, ['0.4%', '12.0%']],
    ['a currency', [0.004, 12], { style: 'currency', currency: 'USD' }, ['$0.004', '$12.00']],
    ['a unit', [0.0004, 2], { style: 'unit', unit: 'kilogram' }, ['0.0004 kg', '2 kg']],
    ['compact', [1_234_567, 0.04, 950], { notation: 'compact' }, ['1.2M', '0.04', '950']],
  ])('%s', (_, values, format, expected) => expect(labels(values, { format })).toEqual(expected));
});

describe('no percentage but the whole is written as 100%', () => {
  test.each<[string, readonly number[], Partial<ChartSpec>, readonly string[]]>([
    ['values', [99.96, 0.03, 0.004], { unit: '%' }, ['99.96%', '0.03%', '0.004%']],
    [
      'a format',
      [99.996, 50.123, 100],
      { format: { style: 'unit', unit: 'percent' } },
      ['99.996%', '50%', '100%'],
    ],
    [
      'fractions',
      [0.9996, 0.5, 1],
      { format: { style: 'percent', maximumFractionDigits: 0 } },
      ['99.96%', '50%', '100%'],
    ],
    ['a bit more', [100.04, 3.123], { unit: '%' }, ['100.04%', '3.1%']],
    ['sums in binary', [99.99999999999999, 50], { unit: '%' }, ['100%', '50%']],
    ['other units', [99.996, 50.123], { unit: 'km' }, ['100.0', '50.1']],
  ])('%s', (_, values, own, expected) => expect(labels(values, own)).toEqual(expected));

  test('shares of a total', () => {
    expect(writeShares([9999, 1], 'en')).toEqual(['99.99%', '0.01%']);
    expect(writeShares([99_999, 1], 'en')).toEqual(['>99.99%', '<0.01%']);
    expect(writeShares([99.96, 0.03, 0.01], 'de')).toEqual([
      '99,96\u00a0%',
      '0,03\u00a0%',
      '0,01\u00a0%',
    ]);
    expect(writeShares([5, 0], 'en')).toEqual(['100%', '0%']);
  });
});

describe('no tick but that of zero is written as zero', () => {
  const ticks = (values: readonly number[], steps: readonly number[], own: Partial<ChartSpec>) => {
    const format = tickFormats(
      { ...spec({ series: [series('n', values)], ...own }), lang: 'en' },
      'left',
    );
    return steps.map((step) => format(step).format(step));
  };

  test('on a logarithmic scale', () => {
    const decades = [1e-7, 1e-5, 1e-3, 0.1, 10];
    expect(ticks([1e-7, 10], decades, { yScale: 'log' })).toEqual([
      '1E-7',
      '1E-5',
      '1E-3',
      '1E-1',
      '1E1',
    ]);
    expect(ticks([1e-3, 10], [1e-3, 0.1, 10], { yScale: 'log' })).toEqual(['0.001', '0.1', '10']);
  });

  test('on a scale of percentages or money', () => {
    expect(ticks([1e-7], [1e-7], { format: { style: 'percent' } })).toEqual(['0.00001%']);
    const money = { style: 'currency', currency: 'EUR' } as const;
    expect(ticks([1e-8], [1e-8], { format: money })).toEqual(['€0.00000001']);
  });
});

describe('shares', () => {
  test.each([
    [
      [1, 1, 1],
      ['33%', '33%', '33%'],
    ],
    [
      [50, 30, 20],
      ['50%', '30%', '20%'],
    ],
    [
      [120.25, 40, 0.4],
      ['74.9%', '24.9%', '0.2%'],
    ],
    [
      [1, null, 1, 0],
      ['50%', '0%', '50%', '0%'],
    ],
    [
      [1, 1, 1, 1, 1, 1, 1],
      ['14%', '14%', '14%', '14%', '14%', '14%', '14%'],
    ],
    [
      [85, 391.5, 10],
      ['17%', '80%', '2%'],
    ],
    [
      [1e6, 1],
      ['>99.99%', '<0.01%'],
    ],
    [
      [0.1, 0.2, 0.7],
      ['10%', '20%', '70%'],
    ],
    [
      [0, 0],
      ['0%', '0%'],
    ],
  ])('of %j', (values, expected) => expect(writeShares(values, 'en')).toEqual(expected));
});
