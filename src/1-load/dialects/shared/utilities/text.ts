import { ownValue } from '../../../../base/own-value.ts';
import { pixels, utilityLength } from './lengths.ts';
import { utilityColor } from './palette.ts';
import { type Utility, words } from './utility.ts';

/** Font sizes and line heights, in rem. */
const sizes: Readonly<Record<string, readonly [number, number]>> = {
  xs: [0.75, 1],
  sm: [0.875, 1.25],
  base: [1, 1.5],
  lg: [1.125, 1.75],
  xl: [1.25, 1.75],
  '2xl': [1.5, 2],
  '3xl': [1.875, 2.25],
  '4xl': [2.25, 2.5],
  '5xl': [3, 3],
  '6xl': [3.75, 3.75],
  '7xl': [4.5, 4.5],
  '8xl': [6, 6],
  '9xl': [8, 8],
};

/** `text-xl`, `text-[20px]`, `text-2rem`. */
const textSize: Utility = {
  pattern:
    /^(?:text|font)-(?:size-)?(xs|sm|base|lg|xl|[2-9]xl|\[[\d.]+(?:px|r?em|%)\]|[\d.]+(?:px|r?em|%)?)$/,
  css: ([, name = '']) => {
    const [size, leading] = ownValue(sizes, name) ?? [];
    if (size !== undefined && leading !== undefined) {
      return `font-size:${pixels(size * 16)};line-height:${Number((leading / size).toFixed(3))}`;
    }
    const length = utilityLength(name);
    return length && `font-size:${length}`;
  },
};

const align = words(/^text-(left|center|right|justify|start|end)$/, {
  left: 'text-align:left',
  center: 'text-align:center',
  right: 'text-align:right',
  justify: 'text-align:justify',
  start: 'text-align:start',
  end: 'text-align:end',
});

/** `text-gray-500`, `color-red`, `c-white`. */
const color: Utility = {
  pattern: /^(?:text|color|c)-(.+)$/,
  css: ([, name = '']) => {
    const value = utilityColor(name);
    return value && `color:${value}`;
  },
};

const weights: Readonly<Record<string, string>> = {
  thin: '100',
  extralight: '200',
  light: '300',
  normal: '400',
  medium: '500',
  semibold: '600',
  bold: '700',
  extrabold: '800',
  black: '900',
};

const font: Utility = {
  pattern: /^(?:font|fw)-([a-z]+|\d{3})$/,
  css: ([, name = '']) => {
    if (/^\d/.test(name)) return `font-weight:${name}`;
    const weight = ownValue(weights, name);
    if (weight !== undefined) return `font-weight:${weight}`;
    const family = ownValue({ mono: 'mono', sans: 'text', serif: 'heading' }, name);
    return family && `font-family:var(--font-${family})`;
  },
};

const leadings: Readonly<Record<string, string>> = {
  none: '1',
  tight: '1.25',
  snug: '1.375',
  normal: '1.5',
  relaxed: '1.625',
  loose: '2',
};

const leading: Utility = {
  pattern: /^(?:leading|lh|line-height)-?(\[.+\]|[a-z]+|[\d.]+(?:px|r?em)?)$/,
  css: ([, name = '']) => {
    const length = ownValue(leadings, name) ?? utilityLength(name);
    return length && `line-height:${length}`;
  },
};

const tracking = words(/^tracking-(tighter|tight|normal|wide|wider|widest)$/, {
  tighter: 'letter-spacing:-0.05em',
  tight: 'letter-spacing:-0.025em',
  normal: 'letter-spacing:0',
  wide: 'letter-spacing:0.025em',
  wider: 'letter-spacing:0.05em',
  widest: 'letter-spacing:0.1em',
});

const plain = words(
  /^(italic|not-italic|underline|line-through|no-underline|uppercase|lowercase|capitalize|normal-case|truncate|bold|b|list-none|list-disc|list-decimal|align-(?:top|middle|bottom|baseline|text-top)|(?:whitespace|ws)-(?:nowrap|normal|pre|pre-wrap|pre-line)|break-words|break-all|break-normal|tabular-nums|antialiased)$/,
  {
    italic: 'font-style:italic',
    'not-italic': 'font-style:normal',
    underline: 'text-decoration-line:underline',
    'line-through': 'text-decoration-line:line-through',
    'no-underline': 'text-decoration:none',
    uppercase: 'text-transform:uppercase',
    lowercase: 'text-transform:lowercase',
    capitalize: 'text-transform:capitalize',
    'normal-case': 'text-transform:none',
    truncate: 'overflow:hidden;text-overflow:ellipsis;white-space:nowrap',
    bold: 'font-weight:700',
    b: 'font-weight:700',
    'list-none': 'list-style-type:none',
    'list-disc': 'list-style-type:disc',
    'list-decimal': 'list-style-type:decimal',
    'align-top': 'vertical-align:top',
    'align-middle': 'vertical-align:middle',
    'align-bottom': 'vertical-align:bottom',
    'align-baseline': 'vertical-align:baseline',
    'align-text-top': 'vertical-align:text-top',
    'ws-nowrap': 'white-space:nowrap',
    'whitespace-nowrap': 'white-space:nowrap',
    'whitespace-normal': 'white-space:normal',
    'whitespace-pre': 'white-space:pre',
    'whitespace-pre-wrap': 'white-space:pre-wrap',
    'whitespace-pre-line': 'white-space:pre-line',
    'break-words': 'overflow-wrap:break-word',
    'break-all': 'word-break:break-all',
    'break-normal': 'word-break:normal',
    'tabular-nums': 'font-variant-numeric:tabular-nums',
    antialiased: '',
  },
);

export const textUtilities: readonly Utility[] = [
  align,
  textSize,
  plain,
  color,
  font,
  leading,
  tracking,
];
