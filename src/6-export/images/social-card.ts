import type { Exporter } from '../exporter.ts';
import { pageGlobal } from '../page-script.ts';
import { chooseSlides } from '../slide-range.ts';
import { keepSlides } from '../wanted-slides.ts';
import { layOutForImages } from './lay-out.ts';

/** In pixels. https://ogp.me prescribes no size; all sites accept this one. */
const size = { width: 1200, height: 630 };

/** The first selected slide, as the image that the front matter key `image` refers to. */
export const social: Exporter = {
  name: 'social',
  summary: 'the first slide as the preview image for links to the deck',
  suffix: '-social',
  extensions: ['.png'],
  usesBrowser: true,
  async export({ page, options, show, onProgress }) {
    const slides = chooseSlides(options.slides, page.slideCount).slice(0, 1);
    const content = await show(async (tab) => {
      await tab.resize(size.width, size.height, 1);
      await tab.evaluate(keepSlides(slides));
      await layOutForImages(tab);
      await tab.evaluate(`${pageGlobal}.showSocialImage(${size.width}, ${size.height})`);
      return tab.shoot({ format: 'png' });
    });
    onProgress(page.slideCount);
    return [{ ending: '.png', content, slides: 1 }];
  },
};
