import { linkTarget } from '../../shared/link-target.ts';
import { pathOf } from '../deck.ts';
import type { SlideText } from '../elements/slide-text.ts';

/** The image of a layout, as a path in Markdown. */
export function imageOf({ slide, deck }: SlideText): string | undefined {
  const image = slide.settings.text('image') ?? slide.settings.text('backgroundImage');
  if (image === undefined) return undefined;
  return linkTarget(pathOf(image, deck));
}

/** The page of a layout, as an element. */
export function iframeOf({ slide }: SlideText): string {
  const url = slide.settings.text('url') ?? '';
  return `<iframe src="${url.replace(/"/g, '%22')}" title="${url.replace(/"/g, '')}"></iframe>`;
}
