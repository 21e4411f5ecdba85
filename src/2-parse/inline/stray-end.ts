import type { Span } from '../../model/source.ts';
import type { Source } from '../source.ts';

/**
 * Reads an end tag of an element that is not open.
 *
 * @param isAfterVoid whether it follows an element of its name that has no content
 * @returns the HTML in place of it
 */
export function readStrayEnd(
  name: string,
  isAfterVoid: boolean,
  span: Span,
  { report, scope }: Source,
): string {
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
