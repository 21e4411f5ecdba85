import { describe, expect, test } from 'vitest';
import { readChart } from './read.ts';

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
