import { Script } from 'node:vm';
import type { Report } from '../../base/diagnostics/report.ts';
import { locateFile } from '../../base/files/locate-file.ts';
import { readPageText } from '../../base/files/text-file.ts';
import type { Inputs } from '../../base/inputs.ts';
import type { PageScript } from '../../model/page.ts';
import type { AssetRef, BuildOptions, TextFile } from '../../model/source.ts';

/** Reads the scripts in a deck's front matter; those that are not JavaScript are reported and left out. */
export async function readScripts(
  refs: readonly AssetRef[],
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): Promise<readonly PageScript[]> {
  const scripts = refs.flatMap((ref) => {
    const realPath = locateFile(ref, options.root, inputs, report);
    const file = realPath && readPageText(realPath, options.cwd, ref, report);
    if (!file) return [];
    const text = escapeScript(file.text);
    return checkSyntax(file, text, report) ? { text, span: ref.span } : [];
  });
  const all = scripts.map(async ({ text, span }): Promise<PageScript> => {
    return { text: options.share ? await withoutComments(text) : text, span };
  });
  return Promise.all(all);
}

/** Comments are for the author, and those at the end of a file may contain the sources of a bundle. */
async function withoutComments(script: string): Promise<string> {
  const { transform } = await import('esbuild');
  const options = { target: 'esnext', charset: 'utf8', legalComments: 'none' } as const;
  const { code } = await transform(script, options);
  return escapeScript(code);
}

/**
 * Escapes a script so that nothing in it ends its element or comments it out. `\x3C` is `<` in every
 * string, template and regular expression; elsewhere a program cannot contain these character sequences.
 */
export function escapeScript(text: string): string {
  return text.trimEnd().replace(/<(?=!--|\/?script)/gi, '\\x3C');
}

/** Whether a text is JavaScript; if not, reports it. */
function checkSyntax(file: TextFile, script: string, report: Report): boolean {
  try {
    // Compiles without running it.
    new Script(script, { filename: 'script' });
    return true;
  } catch (error) {
    if (error instanceof RangeError) {
      const span = { file: file.path, line: 1, column: 1, length: 1 };
      report.add('script-syntax', span, 'this JavaScript is nested too deeply to be compiled');
      return false;
    }
    if (!(error instanceof SyntaxError)) throw error;
    const [, line = '1'] = /^script:(\d+)/.exec(error.stack ?? '') ?? [];
    const span = { file: file.path, line: Number(line), column: 1, length: 1 };
    report.add('script-syntax', span, `broken JavaScript: ${error.message}`);
    return false;
  }
}
