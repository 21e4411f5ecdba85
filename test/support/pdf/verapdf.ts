import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What veraPDF finds: clauses of the standard, `7.2 t43`, and what it says about them. */
export type Verdict = ReadonlyMap<string, string>;

/** The standards of which veraPDF has profiles. */
export type Flavour = 'PDFUA_1' | 'PDFUA_2' | 'WTPDF_1_0_ACCESSIBILITY';

/**
 * Validates PDFs with veraPDF, in one run of Java.
 *
 * @returns what is wrong with each file, in their order
 * @throws if there is no Java
 */
export function validatePdfs(
  files: readonly string[],
  flavour: Flavour = 'PDFUA_1',
): readonly Verdict[] {
  const script = path.join(import.meta.dirname, 'verapdf.js');
  const rhino = ['-cp', veraPdfJar(), 'org.mozilla.javascript.tools.shell.Main', '-version', '200'];
  // It runs for a few seconds: compiling it once, and no threads for memory, take the least time.
  const fast = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto'];
  const output = runJava([...fast, ...rhino, script, flavour, ...files]);
  const verdicts = new Map(
    output
      .trim()
      .split('\n')
      .map((line) => {
        const { file, failed } = JSON.parse(line) as Result;
        const texts = Object.entries(failed).map(([clause, [count, message, place]]) => {
          return [clause, `${count} × ${message} (${place})`] as const;
        });
        return [file, new Map(texts)];
      }),
  );
  return files.map((file) => verdicts.get(file) ?? new Map([['unread', 'veraPDF said nothing']]));
}

interface Result {
  readonly file: string;
  readonly failed: Readonly<
    Record<string, readonly [count: number, message: string, place: string]>
  >;
}

/** veraPDF is in the jar of this package, whole and unmodified: https://verapdf.org (MPL 2.0 or GPL 3). */
function veraPdfJar(): string {
  const module = createRequire(import.meta.url).resolve('@opendataloader/pdf');
  return path.join(path.dirname(module), '../lib/opendataloader-pdf-cli.jar');
}

function runJava(args: readonly string[]): string {
  const { JAVA_HOME } = process.env;
  const java = JAVA_HOME ? path.join(JAVA_HOME, 'bin/java') : 'java';
  try {
    return execFileSync(java, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(
      'there is no Java, which veraPDF needs to validate PDFs: install a JRE of version 11 or later, ' +
        'such as default-jre-headless',
    );
  }
}
