import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { styleText } from 'node:util';
import type { Report } from '../../base/diagnostics/report.ts';
import { explainWriteError, writeAtomically } from '../../base/files/atomic-write.ts';
import { withoutControls } from '../../base/text/visible-text.ts';
import { formatPath } from '../../base/units.ts';
import { unifiedDiff } from '../../check/fix/diff.ts';
import type { FixedFile } from '../../check/fix/fix-deck.ts';

/** The changes of a file as a unified diff; what a terminal would obey is left out. */
export function formatFix(
  { file, before, after }: FixedFile,
  cwd: string,
  colors: boolean,
): string {
  const lines = unifiedDiff(formatPath(file, cwd), before.toString('utf8'), after);
  const shown = lines.map((line) => {
    const text = withoutControls(line.replace(/\r$/, ''));
    const color = colors ? colorOf(line) : undefined;
    return color === undefined ? text : styleText(color, text, { validateStream: false });
  });
  return `${shown.join('\n')}\n`;
}

function colorOf(line: string): 'bold' | 'cyan' | 'red' | 'green' | undefined {
  if (/^(?:---|\+\+\+) /.test(line)) return 'bold';
  if (line.startsWith('@@')) return 'cyan';
  return line.startsWith('-') ? 'red' : line.startsWith('+') ? 'green' : undefined;
}

/** Writes a file, unless it has changed since it was read. */
export async function writeFix(
  { file, before, after }: FixedFile,
  cwd: string,
  report: Report,
): Promise<void> {
  let hasChanged = false;
  try {
    accessSync(file, constants.W_OK);
    await writeAtomically(file, after, {
      mode: statSync(file).mode & 0o7777,
      mayReplace: () => {
        hasChanged = !readFileSync(file).equals(before);
        return !hasChanged;
      },
    });
  } catch (error) {
    const { message } = explainWriteError(error, file, cwd);
    report.add('output-unwritable', undefined, message, 'make it writable, or correct it by hand');
    return;
  }
  if (!hasChanged) return;
  const message = `${formatPath(file, cwd)} has changed while it was checked, and was not written`;
  report.add('output-unwritable', undefined, message, 'run the command again');
}
