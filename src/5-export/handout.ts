import type { Exporter } from './exporter.ts';
import { pageGlobal, pageScript } from './page-script.ts';
import { chooseSlides } from './slide-range.ts';
import { keepSlides } from './wanted-slides.ts';

/** Slides on paper: one with its notes, or several. */
export const handout: Exporter = {
  name: 'handout',
  summary: 'slides on paper as a PDF: one with its notes, or 2, 3, 4, 6 a page',
  suffix: '-handout',
  extensions: ['.pdf'],
  usesBrowser: true,
  async export({ page, options, browser, onProgress }) {
    const [{ readOutline }, { planHandout }] = await Promise.all([
      import('./outline.ts'),
      import('./handout/plan.ts'),
    ]);
    const slides = chooseSlides(options.slides, page.slideCount);
    const plan = planHandout(readOutline(page), options.paper, options.slidesPerPage);
    const tab = await (await browser()).open(page.html);
    try {
      if (slides.length < page.slideCount) await tab.evaluate(keepSlides(slides));
      const script = await pageScript('handout');
      await tab.evaluate(`${script};${pageGlobal}.prepareHandout(${JSON.stringify(plan)})`);
      const content = await tab.print();
      onProgress(page.slideCount);
      return [{ ending: '.pdf', content, slides: slides.length }];
    } finally {
      await tab.close();
    }
  },
};
