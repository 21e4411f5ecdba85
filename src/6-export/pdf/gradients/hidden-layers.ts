import { readContent } from '../content/streams.ts';
import type { PdfDraft } from '../draft.ts';
import { replaceContent, stateNamed } from './resources.ts';

/**
 * Removes layers that an inverted mask hides completely. Chromium draws a masked layer twice: once
 * outside of the box of the mask, where there is nothing. Not every viewer inverts masks.
 */
export function removeHiddenLayers(draft: PdfDraft): void {
  for (const form of draft.numbers) {
    const text = draft.textOf(form);
    if (!text.includes('/Subtype /Form') || !text.includes('/ExtGState <<')) continue;
    const content = readContent(draft, form);
    if (content === undefined) continue;
    const shown = content.replace(layer, (drawing, name: string) => {
      const state = stateNamed(text, name);
      return state !== undefined && hidesAll(draft, draft.textOf(state)) ? '' : drawing;
    });
    if (shown !== content) replaceContent(draft, form, form, shown);
  }
}

/** Sets a mask, draws a form and removes the mask. */
const layer = /^\/(G\d+) gs\n\/X\d+ Do\n\/G\d+ gs\n/gm;

/** Whether a graphics state has an inverted mask that is opaque everywhere. */
function hidesAll(draft: PdfDraft, state: string): boolean {
  const group = /\/SMask <<[^>]*\/S \/Alpha[^>]*\/G (\d+) 0 R[^>]*\/TR \d+ 0 R/.exec(state)?.[1];
  if (group === undefined) return false;
  const form = draft.textOf(Number(group));
  const [, name = '', filled] = filledBox.exec(readContent(draft, Number(group)) ?? '') ?? [];
  const box = /\/BBox \[([^\]]*)\]/.exec(form)?.[1]?.split(' ').map(Number) ?? [];
  const [left = 0, bottom = 0, right = 0, top = 0] = box;
  const opacity = stateNamed(form, name);
  const isOpaque = opacity !== undefined && /\/ca 1\s/.test(draft.textOf(opacity));
  return isOpaque && filled === `${left} ${bottom} ${right - left} ${top - bottom}`;
}

/** The content of a form that is one rectangle. */
const filledBox = /^[\d. ]+ RG [\d. ]+ rg\n\/(G\d+) gs\n([-\d. ]+) re\nf\*?\n?$/;
