import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../src/base/files/package-root.ts';
import { temporaryFolder } from '../../support/files.ts';
import { askPdfTool } from '../../support/pdf/pdf-tools.ts';
import { elements, exportTo, textOf } from './presentation.ts';

/** LibreOffice is large, so that only those who have it open files with it: `apt install libreoffice-impress`. */
const hasOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** The pages of a presentation as LibreOffice shows them, as text. */
function pagesInOffice(file: string): readonly string[] {
  const folder = temporaryFolder();
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const flags = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder];
  execFileSync('soffice', [...flags, file], { stdio: 'ignore' });
  const pdf = path.join(folder, `${path.parse(file).name}.pdf`);
  return askPdfTool('pdftotext', '-raw', pdf, '-').split('\f').slice(0, -1);
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

test.skipIf(!hasOffice)(
  'LibreOffice shows each slide with all its text, in its order',
  async () => {
    const deck = path.join(packageRoot, 'slides/how-aws-was-born.md');
    const { file, path: pptx } = await exportTo(packageRoot, deck);
    const pages = pagesInOffice(pptx);
    expect(pages).toHaveLength(file.slides.length);
    for (const [index, slide] of file.slides.entries()) {
      const page = lettersOf(pages[index] ?? '');
      const shown = elements(slide, 'p:sp').filter((shape) => {
        const y = elements(shape, 'a:off')[0]?.attribs.y;
        return y === undefined || Number(y) >= 0;
      });
      let from = 0;
      for (const text of shown.map((shape) => lettersOf(textOf(shape)))) {
        const at = page.indexOf(text, from);
        expect(
          at,
          `"${text}" on slide ${index + 1}, after ${from} letters of ${page}`,
        ).toBeGreaterThanOrEqual(0);
        from = at + text.length;
      }
    }
  },
);
