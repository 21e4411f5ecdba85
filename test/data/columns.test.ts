import { describe, expect, test } from 'vitest';
import { readChart } from './read.ts';

/** Reads the column `v` of a CSV file with these cells. */
function readColumn(cells: readonly string[], keys = '') {
  const text = `k;v\n${cells.map((cell, i) => `${i};${cell}\n`).join('')}`;
  const { values, messages } = readChart(`data: a.csv\n${keys}`, { 'a.csv': text });
  return { values: values.v, messages };
}

describe('numbers of a column:', () => {
  const same: readonly (readonly [cells: readonly string[], values: readonly (number | null)[]])[] =
    [
      [
        ['1.234,5', '7'],
        [1234.5, 7],
      ],
      [
        ['1,234,567', '1,234'],
        [1234567, 1234],
      ],
      [
        ['1 234,5', '2 000'],
        [1234.5, 2000],
      ],
      [
        ['1\u00a0234,5', '1\u202f000'],
        [1234.5, 1000],
      ],
      [
        ["1'234.50", '1’000'],
        [1234.5, 1000],
      ],
      [
        ['12,34,567', '1,00,000.5'],
        [1234567, 100000.5],
      ],
      [
        ['0,123', '1,234'],
        [0.123, 1.234],
      ],
      [
        ['0.123', '1.234'],
        [0.123, 1.234],
      ],
      [
        ['(120)', '(1,234.5)'],
        [-120, -1234.5],
      ],
      [
        ['▼3', '3.5 ▽', '↓2'],
        [-3, -3.5, -2],
      ],
      [
        ['▲5.2%', '▼1.3%', '+3%', '↑2%'],
        [5.2, -1.3, 3, 2],
      ],
      [
        ['(1.2)%', '+3.4 %'],
        [-1.2, 3.4],
      ],
      [
        ['+3,4 %', '(1,2 %)'],
        [3.4, -1.2],
      ],
      [
        ['-5', '−6'],
        [-5, -6],
      ],
      [
        ['–7', '120-'],
        [-7, -120],
      ],
      [
        ['$1,234.50', '-$2'],
        [1234.5, -2],
      ],
      [
        ['1.234,50 €', '€ 2'],
        [1234.5, 2],
      ],
      [
        ['EUR 12', '13 EUR'],
        [12, 13],
      ],
      [
        ['($1,234.50)', '$2'],
        [-1234.5, 2],
      ],
      [
        ['5.-', '7.50'],
        [5, 7.5],
      ],
      [
        ['12,5 %', '7%'],
        [12.5, 7],
      ],
      [
        ['12.5\u00a0%', '-3 %'],
        [12.5, -3],
      ],
      [
        ['1.5e3', '+2'],
        [1500, 2],
      ],
      [
        ['١٢٣', '４５'],
        [123, 45],
      ],
      [
        ['١٬٢٣٤٫٥', '1'],
        [1234.5, 1],
      ],
      [
        ['R$ 5,50', 'R$ 1.000,00'],
        [5.5, 1000],
      ],
    ];
  test.each(same)('%j', (cells, values) => {
    const { values: found, messages } = readColumn(cells);
    expect(messages).toBe('');
    expect(found).toEqual(values);
  });

  test('markers of missing values are gaps', () => {
    const markers = ['n/a', '–', '-', 'NA', '#N/A', '', '…', 'k. A.', 'null', '--', '.', 'NaN'];
    const { values, messages } = readColumn(['1,5', ...markers]);
    expect(messages).toBe('');
    expect(values).toEqual([1.5, ...markers.map(() => null)]);
  });

  test('a formula error is not a gap', () => {
    expect(readColumn(['1', '#DIV/0!']).messages).toMatch(/"#DIV\/0!" is not a number.*could not/s);
  });

  test.each(['1,234', '1.234', '12,345'])('%s alone has two readings', (cell) => {
    const { messages } = readColumn([cell, '7']);
    const [thousands, decimals] = [cell.replace(/\D/, ''), cell.replace(',', '.')];
    expect(messages).toContain(`[data-ambiguous]`);
    expect(messages).toContain(thousands);
    expect(messages).toContain(decimals);
    expect(messages).toMatch(/"decimal: '\.'".*"decimal: ','"/);
    expect(readColumn([cell, '7'], `decimal: "${cell.replace(/\d/g, '')}"`).values).toEqual([
      Number(decimals),
      7,
    ]);
  });

  test.each(['▲5.2%', '△120', '5 ▲', '¥△120', '(▲ 3)'])(
    '%s is minus in Japan, plus elsewhere, or no number',
    (cell) => {
      const { messages } = readColumn([cell, '1']);
      const bare = cell.replace(/[▲△]/, '').trim();
      expect(messages).toContain(
        cell.startsWith('(')
          ? 'is not a number'
          : `"${cell}" can be -${bare}, as in accounts in Japan, or +${bare}, an increase`,
      );
    },
  );

  test('another column of the file decides', () => {
    const text = 'k;v;w\na;1.234;0,5\nb;2.345;12,25\n';
    const { values, messages } = readChart('data: a.csv', { 'a.csv': text });
    expect(messages).toBe('');
    expect(values.v).toEqual([1234, 2345]);
  });

  test('a point is the decimal mark where commas divide the cells', () => {
    for (const text of ['k,v\na,3.108\nb,4.644\n', 'k,v\na,"3.108"\n']) {
      const { values, messages } = readChart('data: a.csv', { 'a.csv': text });
      expect(messages).toBe('');
      expect(values.v?.[0]).toBe(3.108);
    }
    expect(readChart('data: a.csv', { 'a.csv': 'k,v\na,"3,108"\n' }).messages).toMatch(
      /"3,108" can be 3108 or 3\.108/,
    );
  });

  test('a column that is not drawn raises no doubt', () => {
    const text = 'k;v;w\na;1;1.234\nb;2;2.345\n';
    expect(readChart('data: a.csv\ny: v', { 'a.csv': text }).messages).toBe('');
  });

  test('percentages and plain numbers, or two currencies, do not mix', () => {
    expect(readColumn(['12 %', '0.5']).messages).toMatch(/mixes percentages and plain numbers/);
    expect(readColumn(['$5', '€6']).messages).toMatch(/mixes \$ and €/);
    expect(readColumn(['$5', '6', '$7']).messages).toBe('');
  });

  test('percentages keep their sign, also with a format of fractions', () => {
    const files = { 'a.csv': 'k;v\na;12,5 %\nb;50 %\n' };
    expect(readChart('data: a.csv\nformat: percent', files).chart?.series[0]?.format).toEqual({
      style: 'unit',
      unit: 'percent',
    });
  });

  test.each([
    ['1,234,000円', '2,000円', 1234000, 2000, '円'],
    ['1,234円', '567円', 1234, 567, '円'],
    ['￥1,234', '￥2,000', 1234, 2000, '￥'],
    ['12元', '13.5元', 12, 13.5, '元'],
    ['3万円', '13.234万円', 3, 13.234, '万円'],
    ['1.234억원', '12억원', 1.234, 12, '억원'],
    ['1.234 Ft', '500 Ft', 1234, 500, 'Ft'],
    ['12 Euro', '13 Euro', 12, 13, 'Euro'],
    ['1,5 Mio. €', '2 Mio. €', 1.5, 2, 'Mio. €'],
    ['$1.2bn', '$3bn', 1.2, 3, '$bn'],
    ['5k€', '12.5 k€', 5, 12.5, 'k€'],
    ['12 лв.', '13,5 лв.', 12, 13.5, 'лв.'],
    ['100 рублей', '250 рублей', 100, 250, 'рублей'],
    ['RMB 12', 'RMB 13', 12, 13, 'RMB'],
    ['1 500 FCFA', '2 000 FCFA', 1500, 2000, 'FCFA'],
  ])('amounts as in %s', (first, second, low, high, unit) => {
    const text = `k;v\na;${first}\nb;${second}\n`;
    const { chart, values, messages } = readChart('data: a.csv', { 'a.csv': text });
    expect([messages, values.v, chart?.unit]).toEqual(['', [low, high], unit]);
  });

  test.each(['5 M', '5 k', '5 kg', '5 min', '12 XYZ'])('%s is no amount', (cell) => {
    expect(readColumn([cell, '1']).messages).toMatch(/is not a number/);
  });

  test('the currency is the unit, unless there is another one', () => {
    const files = { 'a.csv': 'k;v\na;12,50 €\nb;3 €\n' };
    expect(readChart('data: a.csv', files).chart?.unit).toBe('€');
    expect(readChart('data: a.csv\nunit: euros', files).chart?.unit).toBe('euros');
    expect(readChart('data: a.csv\nformat: EUR', files).chart?.unit).toBeUndefined();
  });
});
