import type { Tag } from '../../shared/regions.ts';
import { standIn } from '../../shared/stand-in.ts';
import { reportUnmapped } from '../deck.ts';
import type { ReadTag } from './attributes.ts';
import { writeElement } from './element.ts';
import type { SlideText } from './slide-text.ts';

/** A component of the project or of a theme: a box with its name stands in for it, and what is in its slot. */
export function translateOwnComponent(tag: Tag, read: ReadTag, slide: SlideText): void {
  const message = `the component <${tag.name}> is not one of Slidev: a box stands in for it`;
  reportUnmapped(slide.deck, tag.start, tag.name.length + 1, message);
  noteHeading(tag, slide);
  const { classes, styles, click } = read;
  const own: ReadTag = {
    classes: [...classes],
    styles: [...styles],
    values: new Map(),
    dropped: new Set(),
    ...(click && { click }),
  };
  const before = standIn({ title: tag.name });
  writeElement(tag, own, { element: tag.isInHtml ? 'div' : 'span', before }, slide);
}

/** The name of a component is no part of the name of its slide. */
function noteHeading(tag: Tag, slide: SlideText): void {
  const { title, at } = slide.slide;
  const line = slide.text(at.contentStart, tag.start).split('\n').at(-1) ?? '';
  if (title !== undefined && /^#{1,6} /.test(line)) slide.headingText ??= title.trim();
}
