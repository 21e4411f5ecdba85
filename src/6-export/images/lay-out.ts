import type { Tab } from '../browser/tab.ts';
import { pageGlobal, pageScript } from '../page-script.ts';

/** Lays out all slides as in print, with the styles that they have on stage. */
export async function layOutForImages(tab: Tab): Promise<void> {
  await tab.evaluate(`${await pageScript('export/images')};${pageGlobal}.leaveOutPrintStyles()`);
  await tab.showAsPrinted();
}
