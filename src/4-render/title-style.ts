import type { LayoutName } from '../model/deck.ts';
import { widthOf } from './room/text-width.ts';

/** The themes set a long title of the deck smaller. Lines of wide characters are also higher. */
export function titleStyle(layout: LayoutName, title: string): string | undefined {
  if (layout !== 'cover') return undefined;
  const length = 2 * widthOf(title) - [...title].length;
  return length > 30 ? `--title-length:${length}` : undefined;
}
