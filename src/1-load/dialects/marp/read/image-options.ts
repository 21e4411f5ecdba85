import { ownValue } from '../../../../base/own-value.ts';

/** What the words in the brackets of an image say about it. */
export interface ImageOptions {
  /** The words without a meaning of their own. */
  readonly alt: string;
  readonly isBackground: boolean;
  /** CSS lengths, or `auto`. */
  readonly width?: string;
  readonly height?: string;
  /** CSS filters. */
  readonly filter?: string;
  /** `cover`, `contain`, `auto` or a percentage. */
  readonly size?: string;
  readonly side?: 'left' | 'right';
  /** How much of the slide it takes: a percentage. */
  readonly share?: string;
  readonly direction?: 'vertical' | 'horizontal';
}

/** CSS filters with the values that they have without one of their own. */
const filters: Readonly<Record<string, string>> = {
  blur: '10px',
  brightness: '1.5',
  contrast: '2',
  'drop-shadow': '0 5px 10px rgba(0,0,0,.4)',
  grayscale: '1',
  'hue-rotate': '180deg',
  invert: '1',
  opacity: '.5',
  saturate: '2',
  sepia: '1',
};

const sizes: Readonly<Record<string, string>> = {
  auto: 'auto',
  contain: 'contain',
  cover: 'cover',
  fit: 'contain',
};

const length = /^(w|h)(?:idth|eight)?:((?:\d*\.)?\d+(?:%|ch|cm|em|ex|in|mm|pc|pt|px)?|auto)$/;

interface Draft {
  alt: string;
  width?: string;
  height?: string;
  filters: string[];
  percentage?: string;
  size?: string;
  side?: 'left' | 'right';
  share?: string;
  direction?: 'vertical' | 'horizontal';
}

/** @param words the text in the brackets */
export function readImageOptions(words: string): ImageOptions {
  const isBackground = /(?:^|\s)bg(?:\s|$)/.test(words);
  const draft: Draft = { alt: '', filters: [] };
  for (const [, space = '', word = ''] of words.matchAll(/(\s*)(\S+)/g)) {
    const isRead = readWord(word, draft) || (isBackground && readBackgroundWord(word, draft));
    if (!isRead) draft.alt += space + word;
  }
  const { alt, filters: list, percentage, ...rest } = draft;
  return {
    ...rest,
    ...(percentage !== undefined && { size: percentage }),
    ...(list.length > 0 && { filter: list.join(' ') }),
    alt: alt.trim(),
    isBackground,
  };
}

function readWord(word: string, draft: Draft): boolean {
  const [, axis, value = ''] = length.exec(word) ?? [];
  const css = /^[\d.]+$/.test(value) ? `${value}px` : value;
  if (axis === 'w') draft.width = css;
  else if (axis === 'h') draft.height = css;
  if (axis !== undefined) return true;
  if (/^(?:\d*\.)?\d+%$/.test(word)) {
    draft.percentage = word;
    return true;
  }
  const [, name = '', own] = /^([a-z-]+)(?::(.+))?$/.exec(word) ?? [];
  const standard = ownValue(filters, name);
  if (standard === undefined) return false;
  const args = own?.replace(/,(?![^(]*\))/g, ' ') ?? standard;
  draft.filters.push(`${name}(${args})`);
  return true;
}

function readBackgroundWord(word: string, draft: Draft): boolean {
  const [, side, share] = /^(left|right)(?::((?:\d*\.)?\d+%))?$/.exec(word) ?? [];
  if (side === 'left' || side === 'right') {
    draft.side = side;
    if (share !== undefined) draft.share = share;
  } else if (word === 'vertical' || word === 'horizontal') draft.direction = word;
  else {
    const size = ownValue(sizes, word);
    if (size === undefined) return word === 'bg';
    draft.size = size;
  }
  return true;
}
