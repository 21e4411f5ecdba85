import type { Clip, Tab } from '../../6-export/browser/tab.ts';
import { pageGlobal, pageScript } from '../../6-export/page-script.ts';
import type { PageFinding } from '../../model/check.ts';
import type { Page } from '../../model/page.ts';
import { presentScripts } from './script-errors.ts';

/** As many slides are in one screenshot. */
const slidesInShot = 4;

interface PageCheck {
  readonly findings: readonly PageFinding[];
  readonly openSlides: number;
}

/** Runs the rules that look at the layout of a page. */
export async function checkInBrowser(tab: Tab, page: Page): Promise<readonly PageFinding[]> {
  const { size } = page;
  await presentScripts(tab, page);
  await tab.resize(size.width, size.height, 1);
  await tab.showAsPrinted();
  const script = await pageScript('check/check-page');
  const call = <T>(name: string, ...values: readonly (string | number)[]) =>
    tab.evaluate<T>(`${pageGlobal}.${name}(${values.map((each) => JSON.stringify(each)).join()})`);
  const { findings, openSlides } = await tab.evaluate<PageCheck>(
    `${script};${pageGlobal}.checkPage()`,
  );
  const found = [...findings];
  if (openSlides > 0) await tab.resize(size.width, size.height * slidesInShot, 1);
  for (let start = 0; start < openSlides; start += slidesInShot) {
    const clip = await call<Clip>('showForShot', start, slidesInShot);
    const image = await tab.shoot({ format: 'png', isFast: true, clip });
    found.push(...(await call<PageFinding[]>('compareShot', image.toString('base64'))));
  }
  if (openSlides > 0) {
    await call('endShots');
    await tab.resize(size.width, size.height, 1);
  }
  return found;
}
