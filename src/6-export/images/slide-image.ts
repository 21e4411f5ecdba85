import type { Page } from '../../model/page.ts';
import type { Tab } from '../browser/tab.ts';
import { ExportError } from '../exporter.ts';
import { pageGlobal } from '../page-script.ts';
import { keepSlides, wantPrinted } from '../wanted-slides.ts';
import { layOutForImages } from './lay-out.ts';

export interface SlideShot {
  /** From 1. */
  readonly slide: number;
  /** How many steps are shown; all of them if absent. */
  readonly step?: number;
  /** Of the image, in pixels. */
  readonly width: number;
}

/**
 * Takes a PNG of one slide.
 *
 * @throws {ExportError} if the slide has fewer steps
 */
export async function shootSlide(tab: Tab, page: Page, shot: SlideShot): Promise<Buffer> {
  const { width, height } = page.size;
  await tab.resize(width, height, shot.width / width);
  await tab.evaluate(keepSlides([shot.slide]));
  if (shot.step !== undefined) await tab.evaluate(wantPrinted(['steps']));
  await layOutForImages(tab);
  const images = await tab.evaluate<readonly object[]>(`${pageGlobal}.prepareImages(false)`);
  const index = shot.step ?? 0;
  if (index >= images.length) {
    const most = images.length - 1;
    throw new ExportError(
      most === 0 ? `slide ${shot.slide} has no steps` : `slide ${shot.slide} has ${most} steps`,
      most === 0 ? 'leave out the step' : `choose a step from 0 to ${most}`,
    );
  }
  await tab.evaluate(`${pageGlobal}.showImage(${index})`);
  return tab.shoot({ format: 'png' });
}
