import { ownValue } from '../../base/own-value.ts';
import type { LayoutName } from '../../model/deck.ts';
import type { Block } from '../blocks.ts';
import type { ReadSlide } from '../model.ts';

/** The names that Lectern gives its layouts in PowerPoint. */
const ownLayouts: Readonly<Record<string, LayoutName>> = {
  Cover: 'cover',
  Section: 'section',
  'Title and Content': 'default',
  Centered: 'center',
  Statement: 'statement',
  Quote: 'quote',
  'Two Columns': 'two-columns',
  'Image Left': 'image-left',
  'Image Right': 'image-right',
  'Full Image': 'full-image',
  'Blank with Content': 'blank',
  End: 'end',
};

/** The layout that a slide is to have; `undefined` if its content decides. */
export function wantedLayout(
  { layout, number }: ReadSlide,
  isOwn: boolean,
): LayoutName | undefined {
  const own = isOwn ? ownValue(ownLayouts, layout.name) : undefined;
  if (own !== undefined) return own;
  // In a template, Lectern uses the layout of the cover for the last slide, too.
  if (layout.type === 'title' && !(isOwn && number > 1)) return 'cover';
  if (layout.type === 'secHead') return 'section';
  return undefined;
}

export interface LayoutContent {
  readonly hasTitle: boolean;
  readonly isFirst: boolean;
  /** Whether the title is a heading of level 1. */
  readonly isCover: boolean;
  readonly hasSlots: boolean;
  readonly blocks: readonly Block[];
}

/** The layout that Lectern chooses for content; see the table in the manual. */
export function automaticLayout({
  hasTitle,
  isFirst,
  isCover,
  hasSlots,
  blocks,
}: LayoutContent): LayoutName {
  const kinds = blocks.map(({ kind }) => kind);
  const images = kinds.filter((kind) => kind === 'image').length;
  if (hasSlots) return 'two-columns';
  if (
    isFirst &&
    isCover &&
    hasTitle &&
    kinds.every((kind) => kind === 'heading' || kind === 'paragraph')
  )
    return 'cover';
  if (kinds.length === 0) return hasTitle ? 'section' : 'blank';
  if (
    kinds[0] === 'quote' &&
    (kinds.length === 1 || (kinds.length === 2 && kinds[1] === 'paragraph'))
  )
    return 'quote';
  if (images === 1 && kinds.length === 1 && !hasTitle) return 'full-image';
  const others = kinds.filter((kind) => kind !== 'image');
  if (images === 1 && others.length > 0 && others.every((kind) => textual.has(kind)))
    return kinds[0] === 'image' ? 'image-left' : 'image-right';
  return 'default';
}

const textual: ReadonlySet<Block['kind']> = new Set([
  'paragraph',
  'list',
  'heading',
  'quote',
  'aside',
]);

/** Whether the slots of a layout accept blocks. */
export function acceptsBlocks(
  layout: LayoutName,
  hasTitle: boolean,
  blocks: readonly Block[],
): boolean {
  const kinds = blocks.map(({ kind }) => kind);
  const isText = kinds.every((kind) => /^(?:paragraph|heading|math|aside)$/.test(kind));
  switch (layout) {
    case 'cover': {
      const images = kinds.filter((kind) => kind === 'image').length;
      return (
        hasTitle &&
        images <= 1 &&
        kinds.every((kind) => /^(?:paragraph|heading|math|aside|image)$/.test(kind))
      );
    }
    case 'section':
      return hasTitle && isText;
    case 'statement':
      return kinds.every((kind) => /^(?:paragraph|list|math|aside)$/.test(kind));
    case 'quote':
      return kinds[0] === 'quote' && kinds.slice(1).every((kind) => kind === 'paragraph');
    case 'image-left':
    case 'image-right':
      return kinds.some((kind) => /^(?:image|media|chart)$/.test(kind));
    case 'full-image':
      return (
        !hasTitle &&
        /^(?:image|media)$/.test(kinds[0] ?? '') &&
        kinds.slice(1).every((kind) => kind === 'paragraph')
      );
    case 'blank':
      return !hasTitle;
    case 'two-columns':
      return false;
    default:
      return true;
  }
}
