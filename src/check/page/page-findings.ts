import type { PageFinding } from '../../model/check.ts';
import type { Page } from '../../model/page.ts';
import type { Tab } from '../../6-export/browser/tab.ts';
import { pageGlobal, pageScript } from '../../6-export/page-script.ts';

/** Runs the rules that look at the layout of a page. */
export async function checkInBrowser(tab: Tab, { size }: Page): Promise<readonly PageFinding[]> {
  await tab.resize(size.width, size.height, 1);
  await tab.showAsPrinted();
  const script = await pageScript('check/check-page');
  return tab.evaluate<readonly PageFinding[]>(`${script};${pageGlobal}.checkPage()`);
}
