import type { PrintedTag } from '../../model/printed-tag.ts';
import { languagesOfMedia, mediaWordsIn } from '../browser/media-words.ts';
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
  const { printed, deck } = await show(async (tab) => {
    if (slides.length < page.slideCount) await tab.evaluate(keepSlides(slides));
    return printTab(tab, prepare);
  });
  onProgress(page.slideCount);
  const content = finishPdf(printed, deck, options.madeAt ?? dayOf(deck.date));
  return [{ ending: '.pdf', content, slides: slides.length }];
}

/** A PDF as the browser wrote it, and the facts with which it is finished. */
interface Print {
  readonly printed: Buffer;
  readonly deck: PrintedDeck;
}

/** Prints what a tab shows. @param prepare arranges the page before printing */
export async function printTab(
  tab: Tab,
  prepare: (tab: Tab) => Promise<void> = async () => {},
): Promise<Print> {
  const gradients = await pageScript('export/gradients');
  const deck = await tab.evaluate<Omit<PrintedDeck, 'tags' | 'text'>>(describeDeck);
  await prepare(tab);
  await tab.evaluate(`${gradients};${pageGlobal}.expandGradients()`);
  const languages = await tab.evaluate<readonly string[]>(languagesOfMedia);
  const words = JSON.stringify(mediaWordsIn(languages));
  const tagging = `${await pageScript('export/tagging')};${pageGlobal}.prepareTags(${words})`;
  const tags = await tab.evaluate<readonly PrintedTag[]>(tagging);
  const text = await tab.evaluate<string>(`${pageGlobal}.textOfSlides()`);
  return { printed: await tab.print(), deck: { ...deck, tags, text } };
}

/** Parses an ISO date, such as `2026-11-23`, to seconds since 1970. */
function dayOf(date: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time) ? undefined : time / 1000;
}
