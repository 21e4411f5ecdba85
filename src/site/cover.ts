import { withoutScripts } from '../5-bundle/own-scripts.ts';
import type { ExportRequest } from '../6-export/exporter.ts';
import { webp } from '../6-export/images/images.ts';
import { Report } from '../base/diagnostics/report.ts';
import type { Page } from '../model/page.ts';

/** In pixels: twice what a card is wide on phones. */
const width = 720;

/**
 * Takes an image of the first slide, as WebP. The deck's own scripts do not run.
 *
 * @param open shows HTML in a browser
 * @throws {BrowserError}
 */
export async function shootCover(page: Page, open: ExportRequest['open']): Promise<Buffer> {
  const html = withoutScripts(page.html, page.scripts);
  const slides = [{ from: 1, to: 1, text: '1' }];
  const options = { slides, steps: false, notes: false, isTransparent: false, width } as const;
  const [image] = await webp.export({
    page,
    options: { ...options, paper: 'a4', slidesPerPage: 1 },
    show: (work) => open(html, work),
    open,
    report: new Report(),
    onProgress: () => {},
  });
  return Buffer.from(image?.content ?? '');
}
