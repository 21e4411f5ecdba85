import path from 'node:path';
import { expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/base/diagnostics/format.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { readTextFile } from '../../src/base/files/text-file.ts';
import { temporaryFolder } from '../support/files.ts';

test('a file that cannot be read is an error where it is named', () => {
  // One that was removed since it was found: that refuses everyone, also who may read all files.
  const folder = temporaryFolder();
  const report = new Report();
  const blame = { file: 'deck.md', line: 3, column: 5, length: 1 };
  expect(readTextFile(path.join(folder, 'gone.csv'), folder, blame, report)).toBeUndefined();
  const [text] = report.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic));
  expect(text).toMatch(/^deck\.md:3:5: error: gone\.csv cannot be read: .* \[file-unreadable\]$/);
});
