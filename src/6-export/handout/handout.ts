import type { Exporter } from '../exporter.ts';
import { pageGlobal, pageScript } from '../page-script.ts';
import { printSlides } from '../pdf/print.ts';
import { planHandout } from './plan.ts';

/** Slides on paper: one per page with its notes, or several. */
export const handout: Exporter = {
  name: 'handout',
  summary: 'a PDF to print: 1 slide per page with its notes, or 2, 3, 4 or 6 slides',
  suffix: '-handout',
  extensions: ['.pdf'],
  usesBrowser: true,
  async export(request) {
    const { page, options } = request;
    const plan = planHandout(page, options.paper, options.slidesPerPage);
    return printSlides(request, async (tab) => {
      const script = await pageScript('export/handout');
      await tab.evaluate(`${script};${pageGlobal}.prepareHandout(${JSON.stringify(plan)})`);
    });
  },
};
