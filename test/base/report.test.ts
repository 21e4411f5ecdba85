import { expect, test } from 'vitest';
import { countDiagnostics } from '../../src/base/diagnostics/print.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { spanOfFile } from '../../src/base/span.ts';

function filled(from: number, count: number): Report {
  const report = new Report();
  for (let i = from; i < from + count; i++) {
    const span = { ...spanOfFile('deck.md'), line: i + 1 };
    report.add('chart-crowded', span, `label ${i}`);
  }
  return report;
}

test('a hundred diagnostics of a code are listed, and the others counted', () => {
  const { diagnostics } = filled(0, 5000);
  expect(diagnostics).toHaveLength(101);
  expect(diagnostics.at(-1)).toMatchObject({
    message: 'and 4900 more of this kind, which are not listed',
    severity: 'warning',
    span: { line: 101 },
  });
  expect(countDiagnostics(diagnostics)).toBe('5000 warnings');
});

test('so are those of several reports together', () => {
  const report = new Report();
  for (const part of [filled(0, 60), filled(60, 300)]) report.addAll(part.diagnostics);
  expect(report.diagnostics).toHaveLength(101);
  expect(report.diagnostics.at(-1)?.message).toMatch(/^and 260 more/);
});

test('other codes are not affected', () => {
  const report = filled(0, 5000);
  report.add('deck-empty', undefined, 'empty');
  expect(report.diagnostics).toContainEqual(expect.objectContaining({ code: 'deck-empty' }));
});
