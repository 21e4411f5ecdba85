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

describe('dates of a column:', () => {
  const read = (cells: readonly string[], keys = '') => {
    const text = `d;v\n${cells.map((cell, i) => `${cell};${i}\n`).join('')}`;
    const all = readChart(`data: a.csv\ntime: true\n${keys}`, { 'a.csv': text }, 'line');
    return { dates: all.dates, unit: all.chart?.timeUnit, messages: all.messages };
  };

  test.each([
    [['31.01.2025', '1.2.2025'], ['2025-01-31', '2025-02-01'], 'day'],
    [['1/31/2025', '2/1/2025'], ['2025-01-31', '2025-02-01'], 'day'],
    [['31/01/2025', '01/02/2025'], ['2025-01-31', '2025-02-01'], 'day'],
    [['31.01.25', '01.02.25'], ['2025-01-31', '2025-02-01'], 'day'],
    [['2025/01/31', '2025/02/01'], ['2025-01-31', '2025-02-01'], 'day'],
    [['2025-01', '2025-02'], ['2025-01-01', '2025-02-01'], 'month'],
    [['01/2025', '2/2025'], ['2025-01-01', '2025-02-01'], 'month'],
    [['Q1 2025', 'Q2 2025'], ['2025-01-01', '2025-04-01'], 'quarter'],
    [['2025-Q1', '2025 Q2'], ['2025-01-01', '2025-04-01'], 'quarter'],
    [['1Q25', '2Q25'], ['2025-01-01', '2025-04-01'], 'quarter'],
    [['Q1/25', 'Q2/25'], ['2025-01-01', '2025-04-01'], 'quarter'],
    [['Q1 FY25', 'FY2025-Q2'], ['2025-01-01', '2025-04-01'], 'quarter'],
    [['25Q1', 'Q2 25'], ['2025-01-01', '2025-04-01'], 'quarter'],
    [['H1 2025', '2025 H2'], ['2025-01-01', '2025-07-01'], 'half'],
    [['1H25', 'H2/25'], ['2025-01-01', '2025-07-01'], 'half'],
    [['1. Halbjahr 2025', '2025-S2'], ['2025-01-01', '2025-07-01'], 'half'],
    [['2025-W01', '2025-W02'], ['2024-12-30', '2025-01-06'], 'week'],
    [['KW 1/2025', 'W02 2025'], ['2024-12-30', '2025-01-06'], 'week'],
    [['2020W53', '2021-W01-2'], ['2020-12-28', '2021-01-05'], 'day'],
    [['FY24', 'FY25'], ['2024-01-01', '2025-01-01'], 'year'],
    [['FY 2024', 'FY2024/25'], ['2024-01-01', '2024-01-01'], 'year'],
    [['2010/11', '2011/12'], ['2010-01-01', '2011-01-01'], 'year'],
    [['2023-2024', '2024-2025'], ['2023-01-01', '2024-01-01'], 'year'],
    [['2024A', '2025E'], ['2024-01-01', '2025-01-01'], 'year'],
    [['2011-11', '2011-12'], ['2011-11-01', '2011-12-01'], 'month'],
    [['2025M01', '2025-M02'], ['2025-01-01', '2025-02-01'], 'month'],
    [['Dec 24', 'Jan 25'], ['2024-12-01', '2025-01-01'], 'month'],
    [['Jan/25', "Feb'25"], ['2025-01-01', '2025-02-01'], 'month'],
    [['Mär. 25', 'Mai25'], ['2025-03-01', '2025-05-01'], 'month'],
    [['1. Quartal 2025', 'T2 2025'], ['2025-01-01', '2025-04-01'], 'quarter'],
    [['Jan 2025', 'Feb 2025'], ['2025-01-01', '2025-02-01'], 'month'],
    [['Jan-25', 'Feb-25'], ['2025-01-01', '2025-02-01'], 'month'],
    [['Januar 2025', 'März 2025'], ['2025-01-01', '2025-03-01'], 'month'],
    [['janv. 2025', 'août 2025'], ['2025-01-01', '2025-08-01'], 'month'],
    [['enero 2025', 'Sept. 2025'], ['2025-01-01', '2025-09-01'], 'month'],
    [['31 Jan 2025', 'February 1, 2025'], ['2025-01-31', '2025-02-01'], 'day'],
    [['3. Januar 2025', '4. Mai 2025'], ['2025-01-03', '2025-05-04'], 'day'],
    [['2025年1月', '2025年2月'], ['2025-01-01', '2025-02-01'], 'month'],
    [['2024', '2025'], ['2024-01-01', '2025-01-01'], 'year'],
    [['20250131', '20250201'], ['2025-01-31', '2025-02-01'], 'day'],
    [['08:00', '24:00'], ['1970-01-01', '1970-01-02'], 'clock'],
    [['22:30', '01:15'], ['1970-01-01', '1970-01-02'], 'clock'],
    [['8 am', '1:30 pm'], ['1970-01-01', '1970-01-01'], 'clock'],
    [['8h30', '9 Uhr'], ['1970-01-01', '1970-01-01'], 'clock'],
    [['1/31/2025 1:30 PM', '2/1/2025 2:00 AM'], ['2025-01-31', '2025-02-01'], 'minute'],
  ] as const)('%j', (cells, dates, unit) => {
    const found = read(cells);
    expect(found.messages).toBe('');
    expect(found.dates).toEqual(dates);
    expect(found.unit).toBe(unit);
  });

  test('a column with two readings is an error that names both and the key', () => {
    const cells = ['01/02/2025', '03/04/2025'];
    expect(read(cells).messages).toMatchInlineSnapshot(`
      "a.csv:2:1: error: "01/02/2025" can be 2025-02-01 or 2025-01-02 [data-ambiguous]
        2 │ 01/02/2025;0
          │ ^^^^^^^^^^
        add "dates: d/m/y" for 2025-02-01, or "dates: m/d/y" for 2025-01-02"
    `);
    expect(read(cells, 'dates: d.m.y').dates).toEqual(['2025-02-01', '2025-04-03']);
    expect(read(cells, 'dates: m/d/y').dates).toEqual(['2025-01-02', '2025-03-04']);
  });

  test.each([
    ['20251301', '20250132'],
    ['08:60', '25:00'],
  ])('%s and %s are no dates', (...cells) => {
    expect(read(cells).messages).toMatch(/is not a date/);
  });

  test('a time of a day has no place among dates', () => {
    const { dates, messages } = read(['2025-01-01', '08:00']);
    expect(dates).toEqual(['2025-01-01']);
    expect(messages).toMatch(/"08:00" is not a date/);
  });

  test.each([
    ['Jan 24', 'Jan 25', 'Jan 26'],
    ['Jan 31', 'Feb 28', 'Mar 31'],
    ['Jan 5', 'Jan 12'],
    ['25-Jan', '26-Jan'],
  ])('%s: the year is missing', (...cells) => {
    expect(read(cells).messages).toMatch(/is not a date/);
  });

  test('without an axis for time, they are categories in their order', () => {
    const cells = ['H1 2025', 'FY25', 'Jan 25', '2025-W01', 'Q1/25', '2025E'];
    const text = `d,v\n${cells.map((cell, i) => `${cell},${i}\n`).join('')}`;
    const { labels, messages } = readChart('data: a.csv', { 'a.csv': text }, 'bar');
    expect([labels, messages]).toEqual([cells, '']);
  });

  test('labels stay as written, and can be marked', () => {
    const text = 'd;v\n31.01.2025;1\n28.02.2025;2\n31.03.2025;3\n';
    const keys = 'data: a.csv\ntime: true\nmark: 28.02.2025 "here"';
    const { chart, labels, messages } = readChart(keys, { 'a.csv': text }, 'line');
    expect(messages).toBe('');
    expect(labels?.[0]).toBe('31.01.2025');
    expect(chart?.annotations[0]?.from).toBe(Date.UTC(2025, 1, 28));
  });
});
