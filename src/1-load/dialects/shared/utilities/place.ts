import { ownValue } from '../../../../base/own-value.ts';
import { utilityLength } from './lengths.ts';
import { type Utility, words } from './utility.ts';

const display = words(
  /^(block|inline-block|inline|flex|inline-flex|grid|inline-grid|hidden|contents|table|flow-root|invisible|visible)$/,
  {
    block: 'display:block',
    'inline-block': 'display:inline-block',
    inline: 'display:inline',
    flex: 'display:flex',
    'inline-flex': 'display:inline-flex',
    grid: 'display:grid',
    'inline-grid': 'display:inline-grid',
    hidden: 'display:none',
    contents: 'display:contents',
    table: 'display:table',
    'flow-root': 'display:flow-root',
    invisible: 'visibility:hidden',
    visible: 'visibility:visible',
  },
);

const flex = words(
  /^(?:flex-)?(row|col|row-reverse|col-reverse|wrap|nowrap|wrap-reverse|1|auto|none|initial|grow|grow-0|shrink|shrink-0)$/,
  {
    row: 'flex-direction:row',
    col: 'flex-direction:column',
    'row-reverse': 'flex-direction:row-reverse',
    'col-reverse': 'flex-direction:column-reverse',
    wrap: 'flex-wrap:wrap',
    nowrap: 'flex-wrap:nowrap',
    'wrap-reverse': 'flex-wrap:wrap-reverse',
    '1': 'flex:1 1 0%',
    auto: 'flex:1 1 auto',
    none: 'flex:none',
    initial: 'flex:0 1 auto',
    grow: 'flex-grow:1',
    'grow-0': 'flex-grow:0',
    shrink: 'flex-shrink:1',
    'shrink-0': 'flex-shrink:0',
  },
);

const places: Readonly<Record<string, string>> = {
  start: 'flex-start',
  end: 'flex-end',
  center: 'center',
  between: 'space-between',
  around: 'space-around',
  evenly: 'space-evenly',
  stretch: 'stretch',
  baseline: 'baseline',
  auto: 'auto',
  left: 'left',
  right: 'right',
};

const placeNames: Readonly<Record<string, string>> = {
  items: 'align-items',
  justify: 'justify-content',
  content: 'align-content',
  self: 'align-self',
  'justify-items': 'justify-items',
  'justify-self': 'justify-self',
  'place-items': 'place-items',
  'place-content': 'place-content',
  'place-self': 'place-self',
};

/** `items-center`, `justify-between`, `place-content-center`. */
const place: Utility = {
  pattern:
    /^(items|justify|content|self|justify-items|justify-self|place-items|place-content|place-self)-([a-z]+)$/,
  css: ([, name = '', value = '']) => {
    const place = ownValue(places, value);
    return place && `${placeNames[name]}:${place}`;
  },
};

const gap: Utility = {
  pattern: /^(?:grid-|flex-)?gap-?([xy]?)-?(\[.+\]|[\d.]+(?:px|r?em)?|px)$/,
  css: ([, axis, value = '']) => {
    const length = utilityLength(value);
    const name = axis === '' ? 'gap' : axis === 'x' ? 'column-gap' : 'row-gap';
    return length && `${name}:${length}`;
  },
};

/** `grid-cols-2`, `grid-cols-[1fr_2fr]`, `grid-rows-3`. */
const gridTracks: Utility = {
  pattern: /^(?:grid-)?(cols|rows)-(\d+|none|\[[\w.%,()_-]+\])$/,
  css: ([, kind, value = '']) => {
    const tracks = /^\d/.test(value)
      ? `repeat(${value},minmax(0,1fr))`
      : value === 'none'
        ? value
        : value.slice(1, -1).replaceAll('_', ' ');
    return `grid-template-${kind === 'cols' ? 'columns' : 'rows'}:${tracks}`;
  },
};

/** `col-span-2`, `row-start-1`. */
const gridPlace: Utility = {
  pattern: /^(?:grid-)?(col|row)-(span|start|end)-(\d+|full|auto)$/,
  css: ([, kind, part, value = '']) => {
    const axis = kind === 'col' ? 'column' : 'row';
    if (part !== 'span') return `grid-${axis}-${part}:${value}`;
    return `grid-${axis}:${value === 'full' ? '1 / -1' : `span ${value} / span ${value}`}`;
  },
};

const gridFlow = words(/^(?:grid-)?((?:flow|auto)-[a-z]+(?:-[a-z]+)?)$/, {
  'flow-row': 'grid-auto-flow:row',
  'flow-col': 'grid-auto-flow:column',
  'flow-dense': 'grid-auto-flow:dense',
  'auto-rows-fr': 'grid-auto-rows:minmax(0,1fr)',
  'auto-rows-auto': 'grid-auto-rows:auto',
  'auto-rows-min': 'grid-auto-rows:min-content',
  'auto-cols-fr': 'grid-auto-columns:minmax(0,1fr)',
  'auto-cols-auto': 'grid-auto-columns:auto',
});

const position = words(/^(?:position-|pos-)?(absolute|relative|fixed|static|sticky)$/, {
  absolute: 'position:absolute',
  relative: 'position:relative',
  // There is nothing but the slide.
  fixed: 'position:absolute',
  static: 'position:static',
  sticky: 'position:relative',
});

const edges: Readonly<Record<string, string>> = {
  t: 'top:0;left:0;right:0',
  b: 'bottom:0;left:0;right:0',
  l: 'top:0;bottom:0;left:0',
  r: 'top:0;bottom:0;right:0',
  tl: 'top:0;left:0',
  tr: 'top:0;right:0',
  bl: 'bottom:0;left:0',
  br: 'bottom:0;right:0',
};

/** `abs-tl` and its kin, of Slidev itself. */
const corner: Utility = {
  pattern: /^abs-(t|b|l|r|tl|tr|bl|br)$/,
  css: ([, name = '']) => `position:absolute;${edges[name]}`,
};

/** `z-10`, `order-2`, `columns-3`. */
const numbers: Utility = {
  pattern: /^(-?)(z|order|columns)-(-?\d+|auto|first|last)$/,
  css: ([, sign = '', name = '', value = '']) => {
    const property = name === 'z' ? 'z-index' : name;
    const number = { first: '-1', last: '9999' }[value] ?? `${sign}${value}`;
    return `${property}:${number}`;
  },
};

const overflow: Utility = {
  pattern: /^(?:overflow|of)-([xy]-)?(hidden|visible|auto|scroll|clip)$/,
  css: ([, axis = '', value]) => `overflow${axis && `-${axis.slice(0, 1)}`}:${value}`,
};

const float = words(
  /^(float-(?:left|right|none)|clear-(?:left|right|both)|box-(?:border|content))$/,
  {
    'float-left': 'float:left',
    'float-right': 'float:right',
    'float-none': 'float:none',
    'clear-left': 'clear:left',
    'clear-right': 'clear:right',
    'clear-both': 'clear:both',
    'box-border': 'box-sizing:border-box',
    'box-content': 'box-sizing:content-box',
  },
);

export const placeUtilities: readonly Utility[] = [
  display,
  flex,
  place,
  gap,
  gridTracks,
  gridPlace,
  gridFlow,
  position,
  corner,
  numbers,
  overflow,
  float,
];
