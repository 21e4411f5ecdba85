import type { Inline } from '../../model/inline.ts';
import { readTex } from './math.ts';

/**
 * The plain text of inlines: for names, titles and text alternatives.
 *
 * @param writeEmoji returns the text for an emoji
 */
export function plainText(
  inlines: readonly Inline[],
  writeEmoji: (name: string) => string = () => '',
): string {
  return writtenText(inlines, writeEmoji).replace(/\s+/g, ' ').trim();
}

/** As {@link plainText}, with the spaces as written. */
export function writtenText(
  inlines: readonly Inline[],
  writeEmoji: (name: string) => string,
): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'code':
          return inline.text;
        case 'emphasis':
        case 'strong':
        case 'strike':
        case 'subscript':
        case 'superscript':
        case 'highlight':
        case 'span':
        case 'link':
          return writtenText(inline.content, writeEmoji);
        case 'image':
          return inline.alt;
        case 'break':
          return ' ';
        case 'math':
          return inline.math.alt ?? readTex(inline.math.tex);
        case 'emoji':
          return writeEmoji(inline.name);
        case 'icon':
        case 'slide-field':
        case 'reference':
        case 'footnote':
        case 'html':
          return '';
        default:
          return inline satisfies never;
      }
    })
    .join('');
}
