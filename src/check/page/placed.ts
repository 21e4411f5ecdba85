import type { PageFinding } from '../../model/check.ts';
import type { Page } from '../../model/page.ts';
import { type Finding, findingOf } from '../finding.ts';
import type { SourceLines } from '../source-lines.ts';
import { placeOf } from './place.ts';

/** Finds the places in the source of what was found on a page. */
export function placeFindings(
  found: readonly PageFinding[],
  { slides }: Page,
  lines: SourceLines,
): readonly Finding[] {
  return found.map((each) => {
    const span = placeOf(each, slides, (file) => lines.of(file));
    const { slide, box, source, text, ...said } = each;
    return { ...findingOf({ ...said, ...(span && { span }) }), slide, box };
  });
}
