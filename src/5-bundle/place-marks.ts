import type { SlideContent } from '../model/rendered.ts';

/** What a slide has become, and what was put in place of each of its marks. */
interface Placed {
  readonly slide: SlideContent;
  readonly open: string;
  readonly contents: readonly (readonly [index: number, content: string])[];
}

const known = new WeakMap<SlideContent, Placed>();

/**
 * Replaces numbered marks by contents.
 *
 * @param mark the one with the number 0
 * @param contents by number
 * @returns the same object for each slide without such marks, and for equal contents
 */
export function placeMarks(
  slides: readonly SlideContent[],
  mark: string,
  contents: readonly string[],
): readonly SlideContent[] {
  const [open = '', close = ''] = mark.split('0');
  const pattern = new RegExp(`${open}(\\d+)${close}`, 'g');
  return slides.map((slide) => {
    const before = known.get(slide);
    const isSame = before?.contents.every(([index, content]) => contents[index] === content);
    if (before?.open === open && isSame) return before.slide;
    const used = new Map<number, string>();
    const place = (html: string): string =>
      html.replace(pattern, (_, digits: string) => {
        const index = Number(digits);
        const content = contents[index] ?? '';
        used.set(index, content);
        return content;
      });
    const [html, notes] = [place(slide.html), place(slide.notes)];
    const placed = used.size === 0 ? slide : { ...slide, html, notes };
    known.set(slide, { slide: placed, open, contents: [...used] });
    return placed;
  });
}
