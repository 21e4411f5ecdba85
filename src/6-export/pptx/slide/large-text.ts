import type { Paragraph } from '../text/paragraph.ts';
import type { Item } from './items.ts';

/** Layouts whose slots have text of one size, which may be larger than that of others. */
const largeText: ReadonlySet<string> = new Set([
  'cover text',
  'section text',
  'statement text',
  'quote quote',
  'quote attribution',
  'full-image caption',
]);

/** Whether the text of a slot is as large as its layout says, and not as large as other text. */
export function isLargeText(layout: string, slot: string): boolean {
  return largeText.has(`${layout} ${slot}`);
}

/** The looks of paragraphs after the first in a slot with large text, and of the first on a cover. */
export function styleLarge(
  layout: string,
  slot: string,
  paragraphs: readonly Paragraph[],
): readonly Paragraph[] {
  const key = `${layout} ${slot}`;
  if (key === 'cover text') {
    return paragraphs.map((paragraph, index) =>
      index === 0
        ? {
            ...paragraph,
            size: '--size-subtitle',
            style: { color: '--color-text', ...paragraph.style },
          }
        : { ...paragraph, before: 0.45 },
    );
  }
  if (key === 'statement text') {
    return paragraphs.map((paragraph, index) =>
      index === 0
        ? paragraph
        : {
            ...paragraph,
            size: '--size-text',
            style: {
              font: 'text',
              color: '--color-muted',
              bold: false,
              isUntracked: true,
              ...paragraph.style,
            },
          },
    );
  }
  return paragraphs;
}

/** Lists, and what follows the first paragraph, are small on the last slide. */
export function styleClosing(items: readonly Item[]): readonly Item[] {
  return items.map((item, at) => {
    if (item.kind !== 'text') return item;
    const paragraphs = item.paragraphs.map(
      (paragraph, index): Paragraph =>
        (at > 0 || index > 0 || paragraph.bullet) && paragraph.size === undefined
          ? {
              ...paragraph,
              size: '--size-small',
              style: { color: '--color-muted', ...paragraph.style },
            }
          : paragraph,
    );
    return { ...item, paragraphs };
  });
}
