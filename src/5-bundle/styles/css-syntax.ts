import type { Report } from '../../base/diagnostics/report.ts';
import type { TextFile } from '../../model/source.ts';

/** Reports all syntax errors of a style sheet; returns whether there are any. */
export async function reportCssSyntax(file: TextFile, report: Report): Promise<boolean> {
  const { transform } = await import('esbuild');
  const { warnings } = await transform(file.text, { loader: 'css', logLevel: 'silent' });
  const errors = warnings.filter(({ id }) => id === 'css-syntax-error');
  for (const { text, location } of errors) {
    const { line = 1, column: bytes = 0, length = 1, lineText = '' } = location ?? {};
    const before = Buffer.from(lineText).subarray(0, bytes).toString();
    const span = { file: file.path, line, column: before.length + 1, length: Math.max(1, length) };
    report.add('theme-css', span, `broken CSS: ${text.charAt(0).toLowerCase()}${text.slice(1)}`);
  }
  return errors.length > 0;
}
