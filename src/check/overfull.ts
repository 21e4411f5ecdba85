import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Tab } from '../6-export/browser/tab.ts';
import { pageGlobal, pageScript } from '../6-export/page-script.ts';
import type { Report } from '../base/diagnostics/report.ts';
import { findLine } from '../base/files/find-line.ts';
import type { OverfullSlide } from '../model/overfull.ts';
import type { Page, PageSlide } from '../model/page.ts';
import type { Span } from '../model/source.ts';

/**
 * Reports slides whose content does not fit, even at the smallest readable size.
 *
 * @param tab shows the page
 * @param cwd the folder that the spans of the page are relative to
 */
export async function checkOverfull(
  tab: Tab,
  { slides }: Page,
  cwd: string,
  report: Report,
): Promise<void> {
  const script = await pageScript('overfull');
  const found = await tab.evaluate<readonly OverfullSlide[]>(
    `${script};${pageGlobal}.findOverfull()`,
  );
  for (const { number, text, isWide } of found) {
    const slide = slides.find((each) => each.number === number);
    if (!slide) continue;
    const problem = isWide ? 'wide' : 'full';
    const message = `slide ${number} is too ${problem}: from here on, it is cut, even at the smallest readable size`;
    const hint = isWide
      ? 'leave out columns, or break the line'
      : 'shorten it, continue it on another slide, or write fit: split in the settings of the slide';
    report.add('slide-overfull', spanOf(text, slide, slides, cwd), message, hint);
  }
}

/** Where an element of a slide is in the source: the line that has most of its words. */
function spanOf(text: string, slide: PageSlide, slides: readonly PageSlide[], cwd: string): Span {
  const { file, line } = slide.span;
  const lines = readFileSync(path.resolve(cwd, file), 'utf8').split('\n');
  const later = slides
    .filter(({ span }) => span.file === file && span.line > line)
    .map(({ span }) => span.line - 1);
  const end = Math.min(lines.length, ...later);
  const found = findLine(lines, [line - 1, end], text);
  const source = lines[found] ?? '';
  const column = source.search(/\S/) + 1;
  return { file, line: found + 1, column: Math.max(1, column), length: source.trim().length || 1 };
}
