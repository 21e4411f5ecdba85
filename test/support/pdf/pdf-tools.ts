import { execFileSync } from 'node:child_process';
import { installDebianPackages } from '../browser/install-browser.ts';

/** The packages of Debian that have them. */
const packages = {
  qpdf: 'qpdf',
  mutool: 'mupdf-tools',
  pdfinfo: 'poppler-utils',
  java: 'default-jre-headless',
} as const;

/** Before any test: what reads PDFs back, by people who have not written ours. */
export function installPdfTools(): void {
  const missing = Object.entries(packages).filter(([command]) => !isThere(command));
  if (missing.length > 0) installDebianPackages(missing.map(([, name]) => name));
}

function isThere(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/**
 * What a program says of a PDF.
 *
 * @throws where it is not there, or finds a problem
 */
export function askPdfTool(command: string, ...args: readonly string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    const { code, stdout } = error as NodeJS.ErrnoException & { readonly stdout?: string };
    if (code !== 'ENOENT') throw new Error(`${command} finds a problem: ${stdout}`);
    const names = Object.values(packages).join(', ');
    throw new Error(`there is no ${command}: install ${names}`);
  }
}
