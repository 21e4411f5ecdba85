import type { Span } from '../../../model/source.ts';
import type { Source } from '../../source.ts';

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
  const { message, hint } = scope.tags.explainStrayEnd(name);
  report.add('html-unbalanced', span, message, hint);
  return '';
}
