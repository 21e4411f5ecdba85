import type { Source } from '../source.ts';
import { type ForeignSyntax, reportForeign } from './foreign.ts';

/** What other tools read in the description of an image. The path is the second group of none. */
function foreignDescriptions(path: string): readonly ForeignSyntax[] {
  const asBackground = (side = '') =>
    `write "background: ${path}"${side && ` and "backgroundSide: ${side}"`} in the settings of the slide`;
  return [
    {
      pattern: /^bg(?:\s+(?:.*\b(left|right)\b(?::(\d+%))?|.*))?$/,
      what: 'a background of Marp',
      hint: (side, share) => asBackground([side, share].filter(Boolean).join(' ')),
    },
    {
      pattern: /(?:^|\s)(w|h|width|height):(\d[\w.%]*)(?=\s|$)/,
      what: 'the size of an image in Marp',
      hint: (side, value) => {
        const key = side.startsWith('w') ? 'width' : 'height';
        return `write it after the image: ![description](${path}){${key}=${value.replace(/px$/, '')}}`;
      },
    },
    {
      pattern:
        /^(?:.*\s)?(?:blur|brightness|contrast|grayscale|hue-rotate|invert|opacity|saturate|sepia):[\d.]+(?:px|%|deg)?(?:\s.*)?$/,
      what: 'a filter of Marp',
      hint: `write it after the image: ![description](${path}){style="filter: grayscale(1)"}`,
    },
    {
      pattern: /\|(\d+)(?:x\d+)?$/,
      what: 'the size of an image in Obsidian',
      hint: (width) => `write it after the image: ![description](${path}){width=${width}}`,
    },
    {
      pattern:
        /^(?:inline|(?:fit|inline|left|right|filtered|original)(?: (?:fit|fill|inline|left|right|filtered|original|\d+%|corner-radius\(\d+\)|autoplay|loop|mute))+)$/,
      what: 'the place of an image in Deckset',
      hint: `write a description instead: ![description](${path}); for a background, ${asBackground()}`,
    },
  ];
}

/**
 * Reports what another tool reads in the description of an image: here it is what people hear who do not see the
 * image.
 *
 * @param source begins with the description
 */
export function reportForeignDescription(description: string, path: string, source: Source): void {
  if (!/^bg\b|[:|]|^(?:inline|fit|left|right|filtered|original)\b/.test(description)) return;
  const effect = 'here it is the description of the image';
  const found = { text: description, effect, length: Math.max(1, description.length) };
  reportForeign('foreign-image', foreignDescriptions(path), found, source);
}
