import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { compiledModule } from '../compiled.ts';
import { askPdfTool } from './pdf-tools.ts';

/** A blurred page: the mean colors of its squares, row by row, as red, green and blue. */
export type BlurredPage = readonly number[];

/** The pages of a PDF as each viewer draws them. */
export interface ViewedPages {
  readonly pdfjs: readonly BlurredPage[];
  readonly poppler: readonly BlurredPage[];
  readonly mupdf: readonly BlurredPage[];
}

const dotsPerInch = 48;

/** @param folder an empty one for the images */
export async function viewPdf(pdf: string, folder: string): Promise<ViewedPages> {
  const script = await compiledModule('test/support/pdf/draw-with-pdfjs.ts');
  const scale = String(dotsPerInch / 72);
  execFileSync(process.execPath, [script, pdf, folder, scale], { stdio: 'ignore' });
  askPdfTool('pdftoppm', '-r', String(dotsPerInch), '-png', pdf, path.join(folder, 'poppler'));
  const images = path.join(folder, 'mupdf-%04d.png');
  askPdfTool('mutool', 'draw', '-q', '-r', String(dotsPerInch), '-o', images, pdf);
  return {
    pdfjs: await blurAll(folder, 'pdfjs-'),
    poppler: await blurAll(folder, 'poppler-'),
    mupdf: await blurAll(folder, 'mupdf-'),
  };
}

/** Blurs the images of a folder whose names begin alike, in their order. */
export async function blurAll(folder: string, prefix: string): Promise<readonly BlurredPage[]> {
  const names = readdirSync(folder).filter((name) => name.startsWith(prefix));
  return Promise.all(names.sort().map((name) => blur(path.join(folder, name))));
}

/** Squares in a row and in a column of a page of 16:9. */
const [columns, rows] = [32, 18];

/** Pixels of a square's side. */
const side = 20;

async function blur(file: string): Promise<BlurredPage> {
  const [width, height] = [columns * side, rows * side];
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(await loadImage(file), 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const sums = new Float64Array(columns * rows * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const square = (Math.floor(y / side) * columns + Math.floor(x / side)) * 3;
      for (let part = 0; part < 3; part++) {
        sums[square + part] = (sums[square + part] ?? 0) + (data[at + part] ?? 0);
      }
    }
  }
  return Array.from(sums, (sum) => sum / side ** 2);
}

/** The largest difference of two squares at the same place, from 0 to 255. */
export function largestDifference(one: BlurredPage, other: BlurredPage): number {
  return one.reduce((most, value, at) => Math.max(most, Math.abs(value - (other[at] ?? 0))), 0);
}
