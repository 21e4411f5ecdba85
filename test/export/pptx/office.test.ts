import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { packageRoot } from '../../../src/base/files/package-root.ts';
import { exportDeck } from '../../support/builds.ts';
import { sharedBrowser } from '../../support/export-flags.ts';
import { temporaryFolder } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';
import { askPdfTool } from '../../support/pdf/pdf-tools.ts';
import { type BlurredPage, blurAll } from '../../support/pdf/pdf-viewers.ts';
import { elements, OpenedFile, textOf } from './opened-file.ts';

/** LibreOffice is large, so that only those who have it open files with it: `apt install libreoffice-impress`. */
const hasOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Where LibreOffice writes its PDFs, once it has run. */
let office: string | undefined;

afterAll(() => {
  if (office !== undefined) rmSync(office, { recursive: true });
});

/** The pages of a deck's presentation as LibreOffice shows them, as a PDF. It starts once, as that takes long. */
async function openInOffice(name: (typeof names)[number]): Promise<string> {
  if (office === undefined) {
    office = mkdtempSync(path.join(os.tmpdir(), 'lectern-office-'));
    const files = [];
    for (const each of names) files.push(await exportDeck(`slides/${each}.md`));
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(office, 'profile')).href}`;
    const flags = [profile, '--headless', '--convert-to', 'pdf', '--outdir', office];
    execFileSync('soffice', [...flags, ...files], { stdio: 'ignore' });
  }
  return path.join(office, `${name}.pdf`);
}

const names = ['how-aws-was-born', 'guide'] as const;

function pagesOf(pdf: string): readonly string[] {
  return askPdfTool('pdftotext', '-raw', pdf, '-').split('\f').slice(0, -1);
}

/** The pages of a PDF, blurred so that words count as gray, whatever font they are in. */
async function imagesOf(pdf: string): Promise<readonly BlurredPage[]> {
  const folder = temporaryFolder();
  askPdfTool('pdftoppm', '-r', '48', '-png', pdf, path.join(folder, 'page'));
  return blurAll(folder, 'page');
}

/** The mean difference of two pages, from 0 to 1. */
function distance(one: BlurredPage, other: BlurredPage): number {
  const sum = one.reduce((all, value, at) => all + Math.abs(value - (other[at] ?? 0)), 0);
  return sum / one.length / 255;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, '');
}

test.skipIf(!hasOffice)(
  'LibreOffice shows each slide with all its text, in its order',
  async () => {
    const pages = pagesOf(await openInOffice('how-aws-was-born'));
    const file = new OpenedFile(readFileSync(await exportDeck('slides/how-aws-was-born.md')));
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

/** Fonts that are not there are replaced by others, whose lines break elsewhere. */
const alike = 0.09;

test.skipIf(!hasOffice)('LibreOffice shows slides that look like those of the PDF', async () => {
  const pdf = path.join(temporaryFolder(), 'guide.pdf');
  const flags = ['--out', pdf, ...(await sharedBrowser())];
  await lectern(['export', 'slides/guide.md', ...flags], packageRoot);
  const own = await imagesOf(pdf);
  const shown = await imagesOf(await openInOffice('guide'));
  expect(shown).toHaveLength(own.length);
  const distances = own.map((page, index) => distance(page, shown[index] ?? []));
  for (const [index, each] of distances.entries()) {
    expect(each, `slide ${index + 1}`).toBeLessThan(alike);
  }
});
