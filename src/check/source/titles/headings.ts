import type { Heading } from '../../../model/blocks.ts';
import type { Span } from '../../../model/source.ts';
import { elementsIn, isText, normalize, type SourceElement, textOf } from '../tree/element.ts';
import type { Part } from '../tree/parts.ts';

/** A heading of a slide. */
export interface SlideHeading {
  readonly span: Span;
  /** On the page; see `headingLevels` in `4-render`. */
  readonly level: number;
  /** In the source. */
  readonly written: number;
  readonly text: string;
  readonly isTitle: boolean;
  readonly isHtml: boolean;
}

/** The headings of a slide, in order. */
export function headingsIn({ slide: numbered, root }: Part): readonly SlideHeading[] {
  if (!numbered) return [];
  const { slide, number } = numbered;
  const blocks = slide.slots.flatMap((slot) => slot.blocks);
  const title = blocks.find((block): block is Heading => block.kind === 'heading');
  const shift = title ? (number === 1 ? 1 : 2) - title.level : 0;
  return elementsIn(root)
    .filter(({ element }) => /^h[1-6]$/.test(element.name))
    .map(({ element }) => {
      const { span, isHtml } = element;
      const written = Number(element.name[1]);
      const isTitle = title !== undefined && span === title.span;
      const moved = Math.min(6, Math.max(isTitle ? 1 : 2, written + shift));
      const level = isHtml ? written : moved;
      return { span, isHtml, written, level, isTitle, text: nameOf(element) };
    });
}

/** The text of a heading, with those of its images. */
function nameOf(element: SourceElement): string {
  const inner = elementsIn(element).map(({ element: each }) => {
    const { attributes } = each;
    const isIcon = each.name === 'icon' ? attributes.get('name') : undefined;
    return attributes.get('aria-label') ?? attributes.get('alt') ?? isIcon ?? titleOf(each);
  });
  return normalize([textOf(element), ...inner].join(' '));
}

/** The name of a drawing. */
function titleOf({ name, children }: SourceElement): string {
  if (name !== 'svg') return '';
  const title = children.find((child) => !isText(child) && child.name === 'title');
  return title && !isText(title) ? textOf(title) : '';
}
