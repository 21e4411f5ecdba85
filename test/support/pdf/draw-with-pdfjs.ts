import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/*
 * Draws the pages of a PDF with pdf.js, the viewer of Firefox: draw-with-pdfjs.ts FILE FOLDER SCALE.
 * A program of its own, because pdf.js changes global objects.
 */
const [, , file = '', folder = '', scale = ''] = process.argv;
const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const loading = getDocument({
  data: new Uint8Array(readFileSync(file)),
  standardFontDataUrl: `${root}/standard_fonts/`,
  cMapUrl: `${root}/cmaps/`,
  wasmUrl: `${root}/wasm/`,
  disableFontFace: true,
});
const document = await loading.promise;
for (let number = 1; number <= document.numPages; number++) {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: Number(scale) });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  // The canvas does what that of a browser does, as far as pdf.js needs it.
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
  const name = `pdfjs-${String(number).padStart(4, '0')}.png`;
  writeFileSync(path.join(folder, name), canvas.toBuffer('image/png'));
}
await loading.destroy();
