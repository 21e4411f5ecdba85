import { pixels, utilityLength, utilityWidth } from './lengths.ts';
import type { Utility } from './utility.ts';

const sides: Readonly<Record<string, readonly string[]>> = {
  '': [''],
  a: [''],
  x: ['-left', '-right'],
  y: ['-top', '-bottom'],
  t: ['-top'],
  b: ['-bottom'],
  l: ['-left'],
  r: ['-right'],
  s: ['-inline-start'],
  e: ['-inline-end'],
};

/** Margins and paddings: `mt-4`, `px2`, `-mb-1`, `m--2`. */
const spacing: Utility = {
  pattern: /^(-?)([mp])-?([axytblrse]?)-?(-?)(\[.+\]|[\d.]+(?:px|rem|em|%)?|\d+\/\d+|auto|px)$/,
  css: ([, before = '', kind, side = '', inner = '', value = '']) => {
    const length = utilityLength(value, before || inner);
    if (length === undefined || (kind === 'p' && length === 'auto')) return undefined;
    const name = kind === 'm' ? 'margin' : 'padding';
    return sides[side]?.map((each) => `${name}${each}:${length}`).join(';');
  },
};

/** `ma`, `mxa`: margins that share the room. */
const autoMargin: Utility = {
  pattern: /^m([xytblr]?)a$/,
  css: ([, side = '']) => sides[side]?.map((each) => `margin${each}:auto`).join(';'),
};

/** Distances between the children of an element: `space-y-4`. */
const space: Utility = {
  pattern: /^space-([xy])-(\[.+\]|[\d.]+(?:px|rem)?|px)$/,
  of: ' > * + *',
  css: ([, axis, value = '']) => {
    const length = utilityLength(value);
    return length && `margin-${axis === 'x' ? 'left' : 'top'}:${length}`;
  },
};

const sizeNames: Readonly<Record<string, readonly string[]>> = {
  w: ['width'],
  h: ['height'],
  size: ['width', 'height'],
  'min-w': ['min-width'],
  'min-h': ['min-height'],
  'max-w': ['max-width'],
  'max-h': ['max-height'],
};

/** `w-1/2`, `h-40`, `max-w-md`, `w-[300px]`. */
const size: Utility = {
  pattern: /^((?:min-|max-)?[wh]|size)-?(\[.+\]|[\w./%]+)$/,
  css: ([, name = '', value = '']) => {
    const length = utilityWidth(value);
    return length && sizeNames[name]?.map((each) => `${each}:${length}`).join(';');
  },
};

const insets: Readonly<Record<string, readonly string[]>> = {
  inset: ['inset'],
  'inset-x': ['left', 'right'],
  'inset-y': ['top', 'bottom'],
  top: ['top'],
  bottom: ['bottom'],
  left: ['left'],
  right: ['right'],
  start: ['inset-inline-start'],
  end: ['inset-inline-end'],
};

/** `top-0`, `-left-4`, `inset-x-0`, `right--2`. */
const inset: Utility = {
  pattern:
    /^(-?)(inset(?:-[xy])?|top|bottom|left|right|start|end)-?(-?)(\[.+\]|[\d.]+(?:px|rem|em|%)?|\d+\/\d+|auto|full)$/,
  css: ([, before = '', name = '', inner = '', value = '']) => {
    const length = utilityLength(value, before || inner);
    return length && insets[name]?.map((each) => `${each}:${length}`).join(';');
  },
};

const corners: Readonly<Record<string, readonly string[]>> = {
  t: ['top-left', 'top-right'],
  b: ['bottom-left', 'bottom-right'],
  l: ['top-left', 'bottom-left'],
  r: ['top-right', 'bottom-right'],
  tl: ['top-left'],
  tr: ['top-right'],
  bl: ['bottom-left'],
  br: ['bottom-right'],
};

const radii: Readonly<Record<string, number>> = {
  none: 0,
  sm: 2,
  '': 4,
  md: 6,
  lg: 8,
  xl: 12,
  '2xl': 16,
  '3xl': 24,
  full: 9999,
};

/** `rounded`, `rounded-lg`, `rounded-t-xl`, `rd-2`. */
const rounded: Utility = {
  pattern:
    /^(?:rounded|rd)(?:-([tblr]|[tb][lr]))?(?:-?(\[.+\]|none|sm|md|lg|xl|2xl|3xl|full|[\d.]+(?:px|rem|%)?))?$/,
  css: ([, side, value = '']) => {
    const radius = Object.hasOwn(radii, value) ? pixels(radii[value] ?? 0) : utilityLength(value);
    if (side === undefined) return radius && `border-radius:${radius}`;
    return radius && corners[side]?.map((each) => `border-${each}-radius:${radius}`).join(';');
  },
};

export const boxUtilities: readonly Utility[] = [autoMargin, spacing, space, size, inset, rounded];
