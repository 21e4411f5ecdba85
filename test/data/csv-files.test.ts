import { describe, expect, test } from 'vitest';
import { readBlock, readChart, tableTexts } from './read.ts';

describe('files as spreadsheet programs write them:', () => {
  const german = 'Monat;Umsatz;Anteil\r\nJanuar;1.234.567,8;12,5 %\r\nMärz;(120);7,5 %\r\n';
  const read = { Umsatz: [1234567.8, -120], Anteil: [12.5, 7.5] };

  test('UTF-8, with and without a byte-order mark', () => {
    for (const mark of ['', '\uFEFF']) {
      const { labels, values, chart, messages } = readChart('data: a.csv', {
        'a.csv': mark + german,
      });
      expect(messages).toBe('');
      expect(labels).toEqual(['Januar', 'März']);
      expect(values).toEqual(read);
      expect(chart?.series[1]?.format).toEqual({ style: 'unit', unit: 'percent' });
    }
  });

  test('Windows-1252, which a note says', () => {
    const text = Buffer.from(german.replace('(120)', '5 \x80'), 'latin1');
    const { labels, values, diagnostics } = readChart('data: a.csv', { 'a.csv': text });
    expect(labels).toEqual(['Januar', 'März']);
    expect(values.Umsatz).toEqual([1234567.8, 5]);
    expect(diagnostics.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'note: a.csv is read as Windows-1252, for example "März"',
    ]);
  });

  test('UTF-16, in both byte orders, with and without a byte-order mark', () => {
    for (const mark of ['', '\uFEFF']) {
      const little = Buffer.from(mark + german, 'utf16le');
      for (const bytes of [little, Buffer.from(little).swap16()]) {
        const { labels, values, diagnostics } = readChart('data: a.csv', { 'a.csv': bytes });
        expect(labels).toEqual(['Januar', 'März']);
        expect(values).toEqual(read);
        expect(diagnostics.map(({ code }) => code)).toEqual(mark ? [] : ['data-assumed']);
      }
    }
  });

  test('another encoding is named by the author, or unclear', () => {
    const polish = Buffer.from('k;v\nMaj\xb9tek;1\n', 'latin1');
    expect(readChart('data: a.csv\nencoding: windows-1250', { 'a.csv': polish }).labels).toEqual([
      'Majątek',
    ]);
    const russian = Buffer.from('k;v\n\xcc\xee\xf1\xea\xe2\xe0;1\n', 'latin1');
    const { messages } = readChart('data: a.csv', { 'a.csv': russian });
    expect(messages).toContain('it may be windows-1251 ("Москва") [file-encoding]');
    expect(readChart('data: a.csv\nencoding: windows-1251', { 'a.csv': russian }).labels).toEqual([
      'Москва',
    ]);
    expect(readChart('data: a.csv\nencoding: utf-99', { 'a.csv': 'k;v\na;1' }).messages).toMatch(
      /"encoding" needs an encoding/,
    );
  });

  test.each([
    ['shift_jis', '', '年', '944e2c94848fe30a938c8b9e2c310a'],
    ['windows-1251', '', 'Месяц', 'cce5f1fff62ccff0eee4e0e6e80adfede2e0f0fc2c310a'],
    ['koi8-r', '', 'Месяц', 'edc5d3d1c32cf0d2cfc4c1d6c90af1ced7c1d2d82c310a'],
    ['gbk', '', '月份', 'd4c2b7dd2ccffacadbb6ee0ad2bbd4c22c310a'],
    ['big5', '', '月份', 'a4eba5f72cbe50b0e2c3420aa440a4eb2c310a'],
    ['windows-1250', '', 'Město', '4dec73746f2c54729e62790a4b726f6decf8ed9e2c310a'],
    ['windows-1253', '', 'Μήνας', 'ccdeede1f22cd0f9ebdef3e5e9f20ac9e1edeff5dcf1e9eff22c310a'],
    ['euc-kr', 'ko', '월', 'bff92cb8c5c3e20ac0cfbff92c310a'],
    ['euc-jp', 'ja', '年', 'c7af2cc7e4bee50ac5ecb5fe2c310a'],
    ['windows-1254', 'tr', 'İl', 'dd6c2c536174fdfe0a49f064fd722c310a'],
    ['windows-1250', 'pl', 'Łódź', '4d696173746f2c780aa3f3649f2c310a'],
  ])('a file in %s (%s) names the encodings that it may be in', (label, lang, word, hex) => {
    const head = lang ? `---\nlang: ${lang}\n---\n\n` : '';
    const bytes = Buffer.from(hex, 'hex');
    const { messages } = readBlock('chart bar', 'data: a.csv', { 'a.csv': bytes }, head);
    expect(messages).toContain(
      `: error: a.csv is not UTF-8, and its encoding is unclear; it may be ${label} ("${word}")`,
    );
    expect(messages).toContain(`save it as UTF-8, or add "encoding: ${label}"`);
    expect(messages).toContain('data: a.csv\n');
  });

  test('the delimiter is found, and quotes are respected', () => {
    for (const text of [
      'name,v\n"a; b; c",1\n"d; e",2\n',
      'name;v\na, b;1\n"c; d, e";2\n',
      'name\tv\na, b\t1\nc; d\t2\n',
      'name|v\na|1\nb|2\n',
      'sep=;\nname;v\na;1\nb;2\n',
      '"sep=|"\nname|v\na,b|1\nc,d|2\n',
    ]) {
      const { values, messages } = readChart('data: a.csv', { 'a.csv': text });
      expect(messages).toBe('');
      expect(values).toEqual({ v: [1, 2] });
    }
  });

  test('a named delimiter wins', () => {
    const text = 'a;b,c;d\n1;2,3;4\n';
    expect(readChart('data: a.csv\ndelimiter: ","', { 'a.csv': text }).messages).toMatch(
      /no column contains numbers/,
    );
  });

  test('empty columns and rows at the end are left out', () => {
    const text = 'k;v;;\r\na;1;;\r\nb;2\r\n;;;\r\n;;;\r\n';
    const { values, messages } = readChart('data: a.csv', { 'a.csv': text });
    expect(messages).toBe('');
    expect(values).toEqual({ v: [1, 2] });
  });

  test('line breaks in quoted cells become spaces, and positions stay', () => {
    const text = 'k,"net\r\nsales"\r\n"two\r\nlines",1\r\nb,x\r\n';
    const { messages } = readChart('data: a.csv\ny: net sales', { 'a.csv': text });
    expect(messages).toMatch(/^a\.csv:5:3: error: "x" is not a number/);
  });

  const report = 'Report,,\n,,\nmonth,sales,cost\nJan,1,2\nFeb,2,3\nTotal,3,5\n"Source: us",,\n';

  test('a title is named, and skipped', () => {
    const { messages } = readChart('data: a.csv', { 'a.csv': report });
    expect(messages).toMatch(/a\.csv:1:1: error: expected the headings.*\n.*\n.*\n.*"skip: 2"/);
    const total = report.replace('"Source: us",,\n', '');
    const skipped = readChart('data: a.csv\nskip: 2', { 'a.csv': total });
    expect(skipped.messages).toMatch(/a\.csv:6:1: warning: .* total .*\n.*\n.*\n.*"rows: 3-5"/);
    const remark = readChart('data: a.csv\nskip: 2', { 'a.csv': report });
    expect(remark.messages).toMatch(/looks like a remark/);
    const exact = readChart('data: a.csv\nrows: 3-5', { 'a.csv': report });
    expect(exact.messages).toBe('');
    expect(exact.values).toEqual({ sales: [1, 2], cost: [2, 3] });
  });

  test('rows that are not there, and two keys for one thing', () => {
    expect(readChart('data: a.csv\nrows: 30-40', { 'a.csv': report }).messages).toMatch(
      /no rows from 30 on; the last one is 7/,
    );
    expect(readChart('data: a.csv\nskip: 2\nrows: 3-5', { 'a.csv': report }).messages).toMatch(
      /"skip" and "rows" both say/,
    );
    expect(readChart('data: a.csv\nrows: 5-3', { 'a.csv': report }).messages).toMatch(
      /"rows" needs the first and last row/,
    );
  });
});

describe('all problems of a chart at once:', () => {
  test('keys are checked although no column has numbers', () => {
    const keys = 'steps: sideways\nhighlight: z\nformat: oops\n\nk,v\na,b\nc,d';
    const { messages } = readChart(keys, {});
    expect(messages.match(/\[[a-z-]+\]/g)).toEqual([
      '[chart-steps]',
      '[chart-highlight]',
      '[value-invalid]',
      '[chart-data]',
    ]);
  });

  test('and although the file is missing, or the type unknown', () => {
    const { messages } = readChart('data: none.csv\nformat: oops\nscale: {x: log}', {});
    expect(messages.match(/\[[a-z-]+\]/g)).toEqual([
      '[file-missing]',
      '[value-invalid]',
      '[chart-key]',
    ]);
    const typeless = readBlock('chart baar', 'steps: sideways\n\nk,v\na,1', {}).messages;
    expect(typeless.match(/\[[a-z-]+\]/g)).toEqual(['[chart-type]', '[chart-steps]']);
  });
});

describe('a table', () => {
  const files = { 'a.csv': 'Name;Menge;Preis\nApfel;1.200;0,50 €\nBirne;7;1,25 €\n' };

  test('shows a data file as written, numbers to the right', () => {
    const { block, messages } = readBlock('table {.small}', 'data: a.csv', files);
    expect(messages).toBe('');
    expect(tableTexts(block)).toEqual([
      'Name | Menge | Preis',
      'Apfel | 1.200 | 0,50 €',
      'Birne | 7 | 1,25 €',
    ]);
    expect(block).toMatchObject({
      align: [undefined, 'right', 'right'],
      attributes: { classes: ['small'] },
    });
  });

  test('with chosen columns and rows, or its own data', () => {
    const chosen = readBlock('table', 'data: a.csv\ncolumns: [Preis, Name]\nlimit: 1', files).block;
    expect(tableTexts(chosen)).toEqual(['Preis | Name', '0,50 € | Apfel']);
    expect(tableTexts(readBlock('table', 'a,b\n1,2', {}).block)).toEqual(['a | b', '1 | 2']);
    expect(readBlock('table', 'data: a.csv\ncolumns: Pries', files).messages).toMatch(
      /did you mean "Preis"/,
    );
  });

  test('that is too large is an error', () => {
    const text = `a,b\n${'1,2\n'.repeat(600)}`;
    expect(readBlock('table', 'data: a.csv', { 'a.csv': text }).messages).toMatch(
      /a table of 600 rows and 2 columns does not fit/,
    );
  });
});
