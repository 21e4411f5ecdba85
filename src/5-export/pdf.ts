import type { Exporter } from './exporter.ts';
import { chooseSlides } from './slide-range.ts';
import { keepSlides, wantPrinted } from './wanted-slides.ts';

/** A page for each slide, of its size. */
export const pdf: Exporter = {
  name: 'pdf',
  summary: 'a page for each slide, with bookmarks and tags',
  suffix: '',
  extensions: ['.pdf'],
  usesBrowser: true,
  async export({ page, options, browser, onProgress }) {
    const slides = chooseSlides(options.slides, page.slideCount);
    const tab = await (await browser()).open(page.html);
    try {
      if (slides.length < page.slideCount) await tab.evaluate(keepSlides(slides));
      const wanted = (['steps', 'notes'] as const).filter((name) => options[name]);
      await tab.evaluate(wantPrinted(wanted));
      const content = await tab.print();
      onProgress(page.slideCount);
      return [{ ending: '.pdf', content, slides: slides.length }];
    } finally {
      await tab.close();
    }
  },
};
