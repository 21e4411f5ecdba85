import type { Exporter } from '../exporter.ts';
import { pageGlobal, pageScript } from '../page-script.ts';
import { chooseSlides } from '../slide-range.ts';
import { keepSlides } from '../wanted-slides.ts';

/** What sites show beside a link: https://ogp.me names no size; this one, all of them take. */
const size = { width: 1200, height: 630 };

/** The first slide, or the first of those that are wanted, as the picture that `image` in a deck's head names. */
export const social: Exporter = {
  name: 'social',
  summary: 'the first slide as the picture that links to the deck show',
  suffix: '-social',
  extensions: ['.png'],
  usesBrowser: true,
  async export({ page, options, show, onProgress }) {
    const slides = chooseSlides(options.slides, page.slideCount).slice(0, 1);
    const content = await show(async (tab) => {
      await tab.resize(size.width, size.height, 1);
      await tab.evaluate(keepSlides(slides));
      await tab.showAsPrinted();
      const script = await pageScript('images');
      await tab.evaluate(
        `${script};${pageGlobal}.showSocialPicture(${size.width}, ${size.height})`,
      );
      return tab.shoot({ format: 'png' });
    });
    onProgress(page.slideCount);
    return [{ ending: '.png', content, slides: 1 }];
  },
};
