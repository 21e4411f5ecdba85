import { fittingSize } from '../shared/fitting-size.ts';

/** Whether a comment says that its heading is as wide as the slide. */
export function isFit(comment: string): boolean {
  return /^<!--+\s*fit\s*--+>$/.test(comment);
}

/** The width of the text of a slide, in rem. */
const room = 68;

/**
 * The attributes of a heading whose longest line is as wide as the slide.
 *
 * @param share of the slide that is for its text
 */
export function fitAttributes(content: string, share: number): string {
  return ` {style="font-size: ${fittingSize(content, room * share)}rem"}`;
}
