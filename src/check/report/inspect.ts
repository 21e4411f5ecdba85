import type { Tab } from '../../6-export/browser/tab.ts';
import { pageGlobal, pageScript } from '../../6-export/page-script.ts';
import { finishDraft } from '../../6-export/pdf/finish.ts';
import { printTab } from '../../6-export/pdf/print.ts';
import type { ContentKind, PageContents } from '../../model/contents.ts';
import type { Page } from '../../model/page.ts';
import { type PdfFailures, testPdf } from './pdf-tests.ts';

/** What a report needs to know of a page besides its findings. */
export interface Inspection {
  readonly contents: PageContents;
  /** What the tests of its PDF have found. */
  readonly pdf: PdfFailures;
}

/** Reads what a page that was checked contains. Scripts of a deck may change each of its slides. */
export async function readContents(tab: Tab, { scripts }: Page): Promise<PageContents> {
  const code = `${await pageScript('check/contents')};${pageGlobal}.pageContents()`;
  const contents = await tab.evaluate<PageContents>(code);
  if (scripts.length === 0) return contents;
  const slides = Object.entries(contents.slides).map(([number, kinds]) => {
    return [number, [...new Set<ContentKind>([...kinds, 'script'])]] as const;
  });
  return { ...contents, slides: Object.fromEntries(slides) };
}

/** Prints the slides of a tab, and tests the PDF. Call it last, as it changes the page. */
export async function inspectPdf(tab: Tab, contents: PageContents): Promise<PdfFailures> {
  await tab.evaluate(`void document.documentElement.classList.remove('single-image')`);
  const { printed, deck } = await printTab(tab);
  const hasFormulas = Object.values(contents.slides).flat().includes('formula');
  return testPdf(finishDraft(printed, deck, undefined), hasFormulas);
}
