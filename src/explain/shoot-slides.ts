import type { ExportRequest } from '../6-export/exporter.ts';
import { webp } from '../6-export/images/images.ts';
import { Report } from '../base/diagnostics/report.ts';
import type { Page } from '../model/page.ts';
import type { SlideImages } from './explanation-html.ts';

/** In pixels, as they are shown at about half of it. */
const width = 960;

/**
 * Takes an image of each slide.
 *
 * @param html of the page, as it is shown
 * @param open shows HTML in a browser
 * @throws {BrowserError}
 */
export async function shootSlides(
  page: Page,
  html: string,
  open: ExportRequest['open'],
): Promise<SlideImages> {
  const options = { steps: false, notes: false, isTransparent: false, width } as const;
  const files = await webp.export({
    page,
    options: { ...options, paper: 'a4', slidesPerPage: 1 },
    show: (work) => open(html, work),
    open,
    report: new Report(),
    onProgress: () => {},
  });
  const images = files.map(({ content }, i): readonly [number, Buffer] => [
    page.slides[i]?.number ?? i + 1,
    Buffer.from(content),
  ]);
  return new Map(images);
}
