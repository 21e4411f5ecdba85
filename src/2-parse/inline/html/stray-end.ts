import { isKnownElement } from '../../../base/safe-html/elements.ts';
import type { Span } from '../../../model/source.ts';
import type { Source } from '../../source.ts';
import { reportUnknownEnd } from './unsafe-html.ts';

/**
 * Reads an end tag of an element that is not open.
 *
 * @returns the HTML in place of it
 */
export function readStrayEnd(name: string, span: Span, { report, scope }: Source): string {
  const last = scope.tags.lastVoid;
  const isAfterVoid =
    last?.name === name && last.span.line === span.line && last.span.column === span.column;
  if (name === 'br') {
    const message = 'browsers read this </br> as another <br>';
    if (isAfterVoid) report.add('html-unbalanced', span, message, 'remove it');
    return '<br>';
  }
  // As in `<img …></img>`, which means what it shows.
  if (isAfterVoid) return '';
  if (!isKnownElement(name)) {
    reportUnknownEnd(name, span, report);
    return '';
  }
  const { message, hint } = scope.tags.explainStrayEnd(name);
  report.add('html-unbalanced', span, message, hint);
  return '';
}

/** Reports a tag whose `>` is missing, also because a quote is not closed. @param source begins with `text` */
export function reportUnfinished(text: string, source: Source): void {
  const [mark = '<'] = /^<\/?[^\s/>]*/.exec(text) ?? [];
  const message = `the tag ${mark} is not closed: it is shown as text`;
  const isQuote = (text.split('"').length + text.split("'").length) % 2 === 1;
  const hint = isQuote ? 'close the quote and the tag, with ">"' : 'close it with ">"';
  source.report.add(
    'html-unbalanced',
    source.span(0, mark.length),
    message,
    `${hint}, before any blank line`,
  );
}
