import { writeContent } from '../content/streams.ts';
import type { PdfDraft } from '../draft.ts';

/** The graphics state that a page or form names. */
export function stateNamed(owner: string, name: string): number | undefined {
  const number = new RegExp(`/${name} (\\d+) 0 R`).exec(owner)?.[1];
  return number === undefined ? undefined : Number(number);
}

/**
 * Replaces the content of a page or form.
 *
 * @param owner the number of the page or form
 * @param images the images that were added to it; graphics states that it no longer uses are removed
 */
export function replaceContent(
  draft: PdfDraft,
  owner: number,
  stream: number,
  content: string,
  images: readonly number[] = [],
): void {
  const entries = images.map((image) => `/X${image} ${image} 0 R`).join(' ');
  let text = draft
    .textOf(owner)
    .replace(/\/(G\d+) \d+ 0 R\s*/g, (entry, name: string) =>
      content.includes(`/${name} gs`) ? entry : '',
    );
  if (entries !== '') {
    text = text.includes('/XObject <<')
      ? text.replace('/XObject <<', `/XObject <<${entries}\n`)
      : text.replace('/Resources <<', `/Resources <</XObject <<${entries}>>\n`);
  }
  draft.replace(owner, text);
  writeContent(draft, stream, content);
}
