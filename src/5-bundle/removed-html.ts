import type { Report } from '../base/diagnostics/report.ts';
import { countCopies, maxCopies } from '../base/safe-html/svg-copies.ts';
import type { RenderedDeck } from '../model/rendered.ts';

const isUnsafe = /^(?:html|link)-unsafe$/;

/**
 * Reports what was removed from the HTML of a slide because browsers read it where the author's text does not
 * show it. Other unsafe HTML of the file has been reported where it is; its author corrects that first.
 */
export function reportRemovedHtml({ stacks }: RenderedDeck, report: Report): void {
  const known = new Set(
    report.diagnostics.flatMap(({ code, span }) => (isUnsafe.test(code) ? [span?.file] : [])),
  );
  for (const { removed, span } of stacks.flat()) {
    if (!removed || known.has(span.file)) continue;
    const message = `browsers find what a slide must not contain in the HTML of this one: ${removed.join(', ')}`;
    report.add('html-unsafe', span, message, 'write complete tags, with every quote closed');
  }
}

/** Reports the slides whose own SVG draws so much that a browser would not answer. */
export function reportCopies({ stacks }: RenderedDeck, report: Report): void {
  for (const { content, span } of stacks.flat()) {
    if (countCopies(content.html) <= maxCopies) continue;
    const message = 'the SVG of this slide draws more than 300,000 shapes by copying others';
    report.add('nesting-limit', span, message, 'use fewer <use> elements inside each other');
  }
}
