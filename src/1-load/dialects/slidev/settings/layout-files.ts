import { type MarkOrigin, markerFor } from '../../origin-mark.ts';
import { linkTarget } from '../../shared/link-target.ts';
import { pathOf } from '../deck.ts';
import type { SlideText } from '../elements/slide-text.ts';

/** The image of a layout, as a path in Markdown. */
export function imageOf(slide: SlideText): string | undefined {
  const { settings } = slide.slide;
  const image = settings.text('image') ?? settings.text('backgroundImage');
  if (image === undefined) return undefined;
  return markOf(slide)(image) + linkTarget(pathOf(image, slide.deck));
}

/** The page of a layout, as an element. */
export function iframeOf(slide: SlideText): string {
  const url = slide.slide.settings.text('url') ?? '';
  return `<iframe src="${markOf(slide)(url)}${url.replace(/"/g, '%22')}" title="${url.replace(/"/g, '')}"></iframe>`;
}

/** Says where the settings of the slide are written. */
function markOf({ slide, deck }: SlideText): MarkOrigin {
  return markerFor(deck.author.text, slide.at.start, slide.at.contentStart);
}
