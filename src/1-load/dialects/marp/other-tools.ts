import type { Report } from '../../../base/diagnostics/report.ts';
import { spanAt } from '../../../base/span.ts';
import { withoutCode } from '../../../base/text/without-code.ts';
import type { TextFile } from '../../../model/source.ts';

/**
 * Reports syntax of other tools that is text in Marp: comments of reveal.js, which are speaker notes, and settings of
 * a slide of Slidev, which are a heading.
 */
export function reportOtherTools(author: TextFile, bodyStart: number, report: Report): void {
  const body = withoutCode(author.text).slice(bodyStart);
  const add = (at: number, length: number, message: string): void =>
    report.add('dialect-unmapped', spanAt(author, bodyStart + at, length), message);
  for (const { 0: found, index } of body.matchAll(/<!--\s*\.(?:slide|element)\b/g)) {
    const name = found.slice(found.indexOf('.'));
    add(index, found.length, `"${name}" is of reveal.js: in Marp, this comment is a speaker note`);
  }
  const settings = /(?<=^---[ \t]*\n\n?)(?:layout|transition|clicks|routeAlias|hideInToc): \S.*$/gm;
  for (const { 0: found, index } of body.matchAll(settings)) {
    const isHeading = /^\n(?:[A-Za-z]+:.*\n)*---[ \t]*(?:\n|$)/.test(
      body.slice(index + found.length),
    );
    if (isHeading)
      add(index, found.length, 'settings of a slide are of Slidev: Marp shows this line');
  }
}
