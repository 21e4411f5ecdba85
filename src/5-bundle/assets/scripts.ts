import { Script } from 'node:vm';
import type { Report } from '../../base/diagnostics/report.ts';
import { locateFile } from '../../base/files/locate-file.ts';
import { readTextFile } from '../../base/files/text-file.ts';
import type { AssetRef, BuildOptions, TextFile } from '../../model/source.ts';

/** The scripts that a deck's front matter lists, fit to stand in a page. */
export function readScripts(
  refs: readonly AssetRef[],
  options: BuildOptions,
  report: Report,
): readonly string[] {
  return refs.flatMap((ref) => {
    const realPath = locateFile(ref, options.root, report);
    const file = realPath && readTextFile(realPath, options.cwd, ref.span, report);
    if (!file) return [];
    const script = escapeScript(file.text);
    reportSyntax(file, script, report);
    return [script];
  });
}

/**
 * A script in which nothing ends its element or comments it out. `\x3C` means `<` in every text,
 * template and regular expression; elsewhere these words have no place in a program.
 */
export function escapeScript(text: string): string {
  return text.trimEnd().replace(/<(?=!--|\/?script)/gi, '\\x3C');
}

function reportSyntax(file: TextFile, script: string, report: Report): void {
  try {
    // Compiles, and does not run it.
    new Script(script, { filename: 'script' });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const [, line = '1'] = /^script:(\d+)/.exec(error.stack ?? '') ?? [];
    const span = { file: file.path, line: Number(line), column: 1, length: 1 };
    report.add('script-syntax', span, `broken JavaScript: ${error.message}`);
  }
}
