import type { Exporter } from './exporter.ts';
import { finishPdf } from './pdf/finish.ts';
import { describeDeck, type PrintedDeck } from './printed-deck.ts';
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
      const deck = await tab.evaluate<PrintedDeck>(describeDeck);
      const printed = await tab.print();
      onProgress(page.slideCount);
      const content = finishPdf(printed, deck, options.madeAt ?? dayOf(deck.date));
      return [{ ending: '.pdf', content, slides: slides.length }];
    } finally {
      await tab.close();
    }
  },
};

/** Seconds since 1970, of a date that leaves no doubt: `2026-11-23`. */
function dayOf(date: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time) ? undefined : time / 1000;
}
