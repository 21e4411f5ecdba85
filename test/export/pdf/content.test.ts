import { describe, expect, test } from 'vitest';
import { type MarkPlan, markContent } from '../../../src/6-export/pdf/content/mark.ts';
import { scanContent } from '../../../src/6-export/pdf/content/operators.ts';
import { readTexts } from '../../../src/6-export/pdf/fonts/to-unicode.ts';
import { parsePdfValue, writePdfValue } from '../../../src/6-export/pdf/values.ts';

/** The operators of a content stream with their operands. */
function operatorsOf(content: string): readonly string[] {
  const operators: string[] = [];
  scanContent(content, (_, from, _at, to) => operators.push(content.slice(from, to)));
  return operators;
}

const nothing: MarkPlan = {
  artifacts: new Map(),
  backgrounds: new Set(),
  lines: new Set(),
  texts: new Map(),
  taggedForms: new Set(),
};

function mark(content: string, plan: Partial<MarkPlan> = {}): string {
  return markContent(content, { ...nothing, ...plan }, () => {}).content;
}

describe('operators', () => {
  test('have operands of all kinds, which may contain what looks like others', () => {
    const all = [
      '1 -.5 +2 m',
      '(a \\) Tj (nested) ET) Tj',
      '<00 41> Tj',
      '[(a) -20 <42>] TJ',
      '/Span <</ActualText (Q) /On true /Off null>> BDC',
      '/A#20B gs',
      'f*',
      "(x) '",
    ];
    expect(operatorsOf(`${all.join('\n')} % EMC\nEMC`)).toEqual([...all, 'EMC']);
  });

  test('of inline images contain their data', () => {
    const image = 'BI /W 1 /H 1 ID \0 Q EIQ \xff EI';
    expect(operatorsOf(`q\n${image}\nQ`)).toEqual(['q', image, 'Q']);
  });

  test('of any bytes are found, and each byte is in one of them at most', () => {
    const random = seeded(7);
    const parts = [
      'q',
      'BT',
      '<',
      '<<',
      '>>',
      '>',
      '(',
      ')',
      '[',
      ']',
      '\\',
      '%',
      '\n',
      ' ',
      '/A',
      '1',
      '\0',
      'BI',
      'ID',
      'EI',
    ];
    for (let round = 0; round < 2000; round++) {
      const content = Array.from({ length: 40 }, () => parts[Math.floor(random() * parts.length)]);
      let end = 0;
      scanContent(content.join(''), (operator, from, at, to) => {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(at).toBeGreaterThanOrEqual(from);
        expect(to).toBeGreaterThan(at);
        expect(content.join('').startsWith(operator, at)).toBe(true);
        end = to;
      });
      expect(mark(content.join('')).length).toBeGreaterThanOrEqual(content.join('').length);
      parsePdfValue(content.join(''));
    }
  });
});

test('values are written as they were read', () => {
  const text = '<</A [1 -2.5 (a\\)b) <00ff> /N#20 true null 7 0 R] /B <</C (x (y) z)>>>>';
  expect(writePdfValue(parsePdfValue(text))).toBe(text);
});

describe('content outside of tags', () => {
  test('is an artifact if it paints', () => {
    expect(mark('1 g\n0 0 1 1 re\nf\n/P <</MCID 0>> BDC\nf\nEMC\nq\nQ\n')).toBe(
      '/Artifact BMC\n1 g\n0 0 1 1 re\nf\nEMC\n/P <</MCID 0>> BDC\nf\nEMC\nq\nQ\n',
    );
  });

  test('is one, too, in marks that are no tags, such as those of Hebrew', () => {
    const text = 'BT\n/ReversedChars BMC\n<0001> Tj\nEMC\nET\n';
    expect(mark(text)).toBe(`/Artifact BMC\n${text}EMC\n`);
  });

  test('is no artifact across the border of a text object', () => {
    expect(mark('f\nBT\n(a) Tj\n/P <</MCID 0>> BDC\n(b) Tj\nEMC\n(c) Tj\nET\nf\n')).toBe(
      '/Artifact BMC\nf\nEMC\nBT\n/Artifact BMC\n(a) Tj\nEMC\n/P <</MCID 0>> BDC\n(b) Tj\nEMC\n' +
        '/Artifact BMC\n(c) Tj\nEMC\nET\n/Artifact BMC\nf\nEMC\n',
    );
  });
});

describe('content of tags', () => {
  test('is an artifact if it is repeated on each page', () => {
    const artifacts = new Map([[0, '<</Type /Pagination>>']]);
    expect(mark('/P <</MCID 0>> BDC\nf\nEMC\n', { artifacts })).toBe(
      '/Artifact <</Type /Pagination>> BDC\nf\nEMC\n',
    );
  });

  test('is an artifact if it is a background, but not with text', () => {
    const backgrounds = new Set([0, 1]);
    const text = '/Div <</MCID 1>> BDC\n(a) Tj\nEMC\n';
    expect(mark(`/Div <</MCID 0>> BDC\nf\nEMC\n${text}`, { backgrounds })).toBe(
      `/Artifact <</Type /Layout>> BDC\nf\nEMC\n${text}`,
    );
  });
});

test('texts of glyphs are read from characters, ranges and lists', () => {
  const map = `2 beginbfchar <0001> <0041> <02> <D83DDE00> endbfchar
    2 beginbfrange <0003> <0005> <0061> <0006> <0007> [<0031> <00320033>] endbfrange`;
  expect([...readTexts(map)]).toEqual([
    ['0001', '0041'],
    ['02', 'D83DDE00'],
    ['0003', '0061'],
    ['0004', '0062'],
    ['0005', '0063'],
    ['0006', '0031'],
    ['0007', '00320033'],
  ]);
});

/** Random numbers from 0 to 1, the same ones on each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
