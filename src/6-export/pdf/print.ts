import type { Tab } from '../browser/tab.ts';
import type { ExportedFile, ExportRequest } from '../exporter.ts';
import { pageGlobal, pageScript } from '../page-script.ts';
import { chooseSlides } from '../slide-range.ts';
import { keepSlides } from '../wanted-slides.ts';
import { finishPdf } from './finish.ts';
import { describeDeck, type PrintedDeck } from './printed-deck.ts';

/** Prints the selected slides. @param prepare arranges the page before printing */
export async function printSlides(
  { page, options, show, onProgress }: ExportRequest,
  prepare: (tab: Tab) => Promise<void>,
): Promise<readonly ExportedFile[]> {
  const slides = chooseSlides(options.slides, page.slideCount);
  const gradients = await pageScript('export/gradients');
  const { printed, deck } = await show(async (tab) => {
    if (slides.length < page.slideCount) await tab.evaluate(keepSlides(slides));
    const deck = await tab.evaluate<PrintedDeck>(describeDeck);
    await prepare(tab);
    await tab.evaluate(`${gradients};${pageGlobal}.expandGradients()`);
    return { printed: await tab.print(), deck };
  });
  onProgress(page.slideCount);
  const content = finishPdf(printed, deck, options.madeAt ?? dayOf(deck.date));
  return [{ ending: '.pdf', content, slides: slides.length }];
}

/** Parses an ISO date, such as `2026-11-23`, to seconds since 1970. */
function dayOf(date: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time) ? undefined : time / 1000;
}
