import type { Message } from 'esbuild';
import type { Report } from '../../base/diagnostics/report.ts';
import type { TextFile } from '../../model/source.ts';

/** Reports all syntax errors of a style sheet; returns whether there are any. */
export async function reportCssSyntax(file: TextFile, report: Report): Promise<boolean> {
  const errors = await findErrors(file.text);
  for (const { text, location } of errors) {
    const { line = 1, column: bytes = 0, length = 1, lineText = '' } = location ?? {};
    const before = Buffer.from(lineText).subarray(0, bytes).toString();
    const span = { file: file.path, line, column: before.length + 1, length: Math.max(1, length) };
    report.add('theme-css', span, `broken CSS: ${text.charAt(0).toLowerCase()}${text.slice(1)}`);
  }
  return errors.length > 0;
}

async function findErrors(css: string): Promise<readonly Message[]> {
  const { transform } = await import('esbuild');
  try {
    const { warnings } = await transform(css, { loader: 'css', logLevel: 'silent' });
    return warnings.filter(({ id }) => id === 'css-syntax-error');
  } catch (error) {
    // Without a way to read on, as after an unclosed comment.
    const { errors } = error as { readonly errors?: readonly Message[] };
    if (!errors) throw error;
    return errors;
  }
}
