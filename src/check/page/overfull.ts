import type { Tab } from '../../6-export/browser/tab.ts';
import { pageGlobal, pageScript } from '../../6-export/page-script.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import type { PageFinding } from '../../model/check.ts';
import type { Page } from '../../model/page.ts';
import { SourceLines } from '../source-lines.ts';
import { placeOf } from './place.ts';

/**
 * Reports slides of a page on stage whose content does not fit, even at the smallest readable size.
 *
 * @param cwd the folder that the spans of the page are relative to
 */
export async function checkOverfull(
  tab: Tab,
  { slides }: Page,
  cwd: string,
  report: Report,
): Promise<void> {
  const script = await pageScript('check/overfull-page');
  const expression = `${script};${pageGlobal}.findOverfull()`;
  const lines = new SourceLines(cwd);
  for (const found of await tab.evaluate<readonly PageFinding[]>(expression)) {
    const span = placeOf(found, slides, (file) => lines.of(file));
    report.add('slide-overfull', span, found.message, found.hint);
  }
}
