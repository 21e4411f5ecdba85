import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { html } from '../../src/base/html.ts';

/** Pictures in rows, each as large as it is. */
export interface Sheet {
  /** PNG images, all of one size. */
  readonly pictures: readonly Buffer[];
  readonly columns: number;
  /** Of the WebP image, up to 100. */
  readonly quality: number;
}

/** Puts pictures side by side into one WebP file, named from the package's folder on, and says so. */
export async function writeSheet(browser: Browser, file: string, sheet: Sheet): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 4000, height: 100 } });
  await page.setContent(sheetPage(sheet));
  await page.evaluate(() => Promise.all(Array.from(document.images, (image) => image.decode())));
  const { width = 0, height = 0 } = (await page.locator('body').boundingBox()) ?? {};
  await page.setViewportSize({ width, height });
  const session = await page.context().newCDPSession(page);
  const { quality } = sheet;
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
  await page.close();
  const bytes = Buffer.from(data, 'base64');
  const target = path.join(packageRoot, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  console.log(`${file}  ${width} × ${height}  ${Math.ceil(bytes.length / 1000)} kB`);
}

function sheetPage({ pictures, columns }: Sheet): string {
  const images = pictures.map(
    (png) => html`<img alt="" src="data:image/png;base64,${png.toString('base64')}">`,
  );
  const style = `
    body {
      display: inline-grid;
      grid-template-columns: repeat(${columns}, auto);
      gap: 8px;
      margin: 0;
      padding: 8px;
      background: #d5dad8;
    }
    img { display: block }`;
  return html`<!doctype html><style>${style}</style><body>${images}`.toString();
}
