import type { Exporter } from '../exporter.ts';
import { pageGlobal } from '../page-script.ts';
import { chooseSlides } from '../slide-range.ts';
import { keepSlides } from '../wanted-slides.ts';
import { layOutForImages } from './lay-out.ts';

const usualWidth = 2400;

/** All slides in one image, as numbered thumbnails. */
export const contactSheet: Exporter = {
  name: 'sheet',
  summary: 'all slides in one image, with their numbers',
  suffix: '-sheet',
  extensions: ['.png'],
  usesBrowser: true,
  async export({ page, options, show, onProgress }) {
    const slides = chooseSlides(options.slides, page.slideCount);
    const { width = usualWidth } = options;
    const content = await show(async (tab) => {
      await tab.resize(width, width, 1);
      await tab.evaluate(keepSlides(slides));
      await layOutForImages(tab);
      const height = await tab.evaluate<number>(`${pageGlobal}.showContactSheet(${width})`);
      await tab.resize(width, height, 1);
      return tab.shoot({ format: 'png' });
    });
    onProgress(page.slideCount);
    return [{ ending: '.png', content, slides: slides.length }];
  },
};
