import type { Exporter } from '../exporter.ts';
import { wantPrinted } from '../wanted-slides.ts';
import { printSlides } from './print.ts';

/** A page for each slide, of its size. */
export const pdf: Exporter = {
  name: 'pdf',
  summary: 'a page for each slide, with bookmarks and tags',
  suffix: '',
  extensions: ['.pdf'],
  usesBrowser: true,
  export(request) {
    const { options } = request;
    const wanted = (['steps', 'notes'] as const).filter((name) => options[name]);
    return printSlides(request, (tab) => tab.evaluate(wantPrinted(wanted)));
  },
};
