import { pixels, utilityLength } from './lengths.ts';
import { utilityColor } from './palette.ts';
import { type Utility, words } from './utility.ts';

/** `opacity-50`, `op50`, `op-[.3]`. */
const opacity: Utility = {
  pattern: /^(?:opacity|op)-?(\d{1,3}|\[[\d.]+\])$/,
  css: ([, value = '']) =>
    `opacity:${value.startsWith('[') ? value.slice(1, -1) : Number(value) / 100}`,
};

const backgroundWord = words(
  /^bg-(cover|contain|center|top|bottom|left|right|no-repeat|repeat|fixed|none|clip-text)$/,
  {
    cover: 'background-size:cover',
    contain: 'background-size:contain',
    center: 'background-position:center',
    top: 'background-position:top',
    bottom: 'background-position:bottom',
    left: 'background-position:left',
    right: 'background-position:right',
    'no-repeat': 'background-repeat:no-repeat',
    repeat: 'background-repeat:repeat',
    fixed: '',
    none: 'background-image:none',
    'clip-text': 'background-clip:text;-webkit-background-clip:text',
  },
);

const directions: Readonly<Record<string, string>> = {
  t: 'top',
  b: 'bottom',
  l: 'left',
  r: 'right',
  tl: 'top left',
  tr: 'top right',
  bl: 'bottom left',
  br: 'bottom right',
};

const gradient: Utility = {
  pattern: /^bg-(?:gradient|linear)-to-([tblr]|[tb][lr])$/,
  css: ([, name = '']) =>
    `background-image:linear-gradient(to ${directions[name]},var(--from,transparent),var(--to,transparent))`,
};

const gradientStop: Utility = {
  pattern: /^(from|to|via)-(.+)$/,
  css: ([, name, value = '']) => {
    const color = utilityColor(value);
    return color && (name === 'via' ? '' : `--${name}:${color}`);
  },
};

/** `bg-gray-100`, `bg-white/50`. */
const background: Utility = {
  pattern: /^bg-(.+)$/,
  css: ([, name = '']) => {
    const color = utilityColor(name);
    return color && `background-color:${color}`;
  },
};

const borderSides: Readonly<Record<string, readonly string[]>> = {
  '': [''],
  x: ['-left', '-right'],
  y: ['-top', '-bottom'],
  t: ['-top'],
  b: ['-bottom'],
  l: ['-left'],
  r: ['-right'],
};

/** `border`, `border-2`, `border-t-4`, `b-1`. */
const borderWidth: Utility = {
  pattern: /^(?:border|b)(?:-([xytblr]))?(?:-(\d+|\[[\d.]+px\]))?$/,
  css: ([, side = '', value = '1']) => {
    const width = /^\d+$/.test(value) ? pixels(Number(value)) : value.slice(1, -1);
    return borderSides[side]
      ?.map((each) => `border${each}-width:${width};border${each}-style:solid`)
      .join(';');
  },
};

const borderStyle = words(/^(?:border|b)-(solid|dashed|dotted|double|none)$/, {
  solid: 'border-style:solid',
  dashed: 'border-style:dashed',
  dotted: 'border-style:dotted',
  double: 'border-style:double',
  none: 'border-style:none',
});

const borderColor: Utility = {
  pattern: /^(?:border|b)-(?:([xytblr])-)?(.+)$/,
  css: ([, side = '', name = '']) => {
    const color = utilityColor(name);
    return color && borderSides[side]?.map((each) => `border${each}-color:${color}`).join(';');
  },
};

const shadow = words(/^shadow(?:-(sm|md|lg|xl|2xl|none|inner))?$/, {
  '': 'box-shadow:0 1px 3px rgb(0 0 0/.1),0 1px 2px -1px rgb(0 0 0/.1)',
  sm: 'box-shadow:0 1px 2px rgb(0 0 0/.05)',
  md: 'box-shadow:0 4px 6px -1px rgb(0 0 0/.1),0 2px 4px -2px rgb(0 0 0/.1)',
  lg: 'box-shadow:0 10px 15px -3px rgb(0 0 0/.1),0 4px 6px -4px rgb(0 0 0/.1)',
  xl: 'box-shadow:0 20px 25px -5px rgb(0 0 0/.1),0 8px 10px -6px rgb(0 0 0/.1)',
  '2xl': 'box-shadow:0 25px 50px -12px rgb(0 0 0/.25)',
  none: 'box-shadow:none',
  inner: 'box-shadow:inset 0 2px 4px rgb(0 0 0/.05)',
});

const objectFit = words(
  /^object-(cover|contain|fill|none|scale-down|center|top|bottom|left|right)$/,
  {
    cover: 'object-fit:cover',
    contain: 'object-fit:contain',
    fill: 'object-fit:fill',
    none: 'object-fit:none',
    'scale-down': 'object-fit:scale-down',
    center: 'object-position:center',
    top: 'object-position:top',
    bottom: 'object-position:bottom',
    left: 'object-position:left',
    right: 'object-position:right',
  },
);

/** `rotate-45`, `scale-150`, `-translate-x-1/2`. */
const turn: Utility = {
  pattern: /^(-?)(rotate|scale)-(\d+(?:\.\d+)?)(?:deg)?$/,
  css: ([, sign = '', kind, value = '']) =>
    kind === 'rotate' ? `rotate:${sign}${value}deg` : `scale:${Number(value) / 100}`,
};

const shift: Utility = {
  pattern: /^(-?)translate-([xy])-(-?)(\[.+\]|[\d.]+(?:px|r?em|%)?|\d+\/\d+|full)$/,
  css: ([, before = '', axis, inner = '', value = '']) => {
    const length = utilityLength(value, before || inner);
    return length && `transform:translate${axis === 'x' ? 'X' : 'Y'}(${length})`;
  },
};

const origin = words(
  /^origin-(center|top|bottom|left|right|top-left|top-right|bottom-left|bottom-right)$/,
  {
    center: 'transform-origin:center',
    top: 'transform-origin:top',
    bottom: 'transform-origin:bottom',
    left: 'transform-origin:left',
    right: 'transform-origin:right',
    'top-left': 'transform-origin:top left',
    'top-right': 'transform-origin:top right',
    'bottom-left': 'transform-origin:bottom left',
    'bottom-right': 'transform-origin:bottom right',
  },
);

const filters: Readonly<Record<string, string>> = {
  blur: 'blur(8px)',
  grayscale: 'grayscale(100%)',
  invert: 'invert(100%)',
  sepia: 'sepia(100%)',
};

/** `blur`, `grayscale`, `brightness-50`. */
const filter: Utility = {
  pattern:
    /^(?:filter-)?(blur|grayscale|invert|sepia|brightness|contrast|saturate)(?:-(\d+|sm|md|lg))?$/,
  css: ([, name = '', value]) => {
    if (name === 'blur' && value !== undefined) {
      return `filter:blur(${{ sm: 4, md: 12, lg: 16 }[value] ?? Number(value)}px)`;
    }
    if (value === undefined) return filters[name] && `filter:${filters[name]}`;
    return `filter:${name}(${value}%)`;
  },
};

const aspect = words(/^aspect-(video|square|auto)$/, {
  video: 'aspect-ratio:16/9',
  square: 'aspect-ratio:1',
  auto: 'aspect-ratio:auto',
});

/** What moves, or answers the mouse. */
const still: Utility = {
  pattern:
    /^(?:transition|duration|delay|ease|animate|cursor|select|pointer-events|transform|filter|will-change|slidev|prose|group|peer|backdrop|ring|outline|resize|scroll|snap|touch)(?:-.*)?$/,
  css: () => '',
};

export const lookUtilities: readonly Utility[] = [
  opacity,
  backgroundWord,
  gradient,
  gradientStop,
  background,
  borderWidth,
  borderStyle,
  borderColor,
  shadow,
  objectFit,
  turn,
  shift,
  origin,
  filter,
  aspect,
  still,
];
