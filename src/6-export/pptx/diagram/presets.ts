import { outlineOf } from '../../../5-bundle/diagram/outlines.ts';
import type { NodeShape, Side } from '../../../model/diagram/diagram.ts';
import type { DrawnBox } from '../../../model/diagram/shapes.ts';
import { element, type Xml } from '../xml.ts';
import { writeFreeform } from './freeform.ts';

/** A shape of PowerPoint. */
interface Preset {
  readonly name: string;
  /** Its adjustments, by the size of the box in slide pixels. */
  readonly adjust?: (size: Size) => Readonly<Record<string, number>>;
  readonly isFlipped?: true;
  /** The indexes of the sites at which connectors end, if they are not those of a rectangle. */
  readonly sites?: Readonly<Partial<Record<Side, number>>>;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const rectangleSites = { top: 0, left: 1, bottom: 2, right: 3 } as const;
const ellipseSites = { top: 0, left: 2, bottom: 4, right: 6 } as const;

/** A length as a share of the shorter side of a shape. */
function share(length: number, { width, height }: Size, most = 50_000): number {
  return Math.min(most, Math.round((length / Math.max(1, Math.min(width, height))) * 100_000));
}

const rounded = (radius: number): Preset => ({
  name: 'roundRect',
  adjust: (size) => ({ adj: share(radius, size) }),
});

const slanted = (name: string, more: Partial<Preset> = {}): Preset => ({
  name,
  adjust: (size) => ({ adj: share(size.height * 0.32, size, 100_000) }),
  ...more,
});

const ellipse: Preset = { name: 'ellipse', sites: ellipseSites };
const plain: Preset = { name: 'rect' };
/** A shape that PowerPoint does not have. */
const own: Preset = { name: '', sites: {} };

const presets: Readonly<Record<NodeShape, Preset>> = {
  rectangle: rounded(6),
  rounded: rounded(16),
  stadium: { name: 'roundRect', adjust: () => ({ adj: 50_000 }) },
  subroutine: { name: 'flowChartPredefinedProcess' },
  cylinder: {
    name: 'can',
    adjust: (size) => ({ adj: share(16, size) }),
    sites: { top: 1, left: 2, bottom: 3, right: 4 },
  },
  circle: ellipse,
  'double-circle': ellipse,
  ellipse,
  diamond: { name: 'diamond' },
  hexagon: slanted('hexagon', { sites: { right: 0, left: 3 } }),
  parallelogram: slanted('parallelogram', { sites: {} }),
  'parallelogram-left': slanted('parallelogram', { isFlipped: true, sites: {} }),
  trapezium: slanted('trapezoid'),
  'inverted-trapezium': { name: 'flowChartManualOperation' },
  flag: own,
  triangle: { name: 'triangle' },
  'inverted-triangle': { name: 'flowChartMerge' },
  house: own,
  'inverted-house': { name: 'flowChartOffpageConnector' },
  pentagon: { name: 'pentagon' },
  octagon: {
    name: 'octagon',
    adjust: (size) => ({ adj: share(16, size) }),
    sites: {},
  },
  note: { name: 'foldedCorner', adjust: (size) => ({ adj: share(12, size) }) },
  plain,
  dot: ellipse,
  end: ellipse,
  bar: plain,
  'data-store': plain,
  bang: { name: 'irregularSeal1' },
  cloud: { name: 'cloud' },
  card: { name: 'flowChartPunchedCard' },
  'lined-rectangle': rounded(6),
  'divided-rectangle': rounded(6),
  'stacked-rectangle': rounded(6),
  'tagged-rectangle': { name: 'foldedCorner', adjust: (size) => ({ adj: share(14, size) }) },
  'sloped-rectangle': { name: 'flowChartManualInput' },
  'window-pane': { name: 'flowChartInternalStorage' },
  'bow-tie': { name: 'flowChartOnlineStorage' },
  hourglass: { name: 'flowChartCollate' },
  bolt: { name: 'lightningBolt' },
  'brace-left': { name: 'leftBrace' },
  'brace-right': { name: 'rightBrace' },
  braces: { name: 'bracePair' },
  document: { name: 'flowChartDocument' },
  documents: { name: 'flowChartMultidocument' },
  'lined-document': { name: 'flowChartDocument' },
  'tagged-document': { name: 'flowChartDocument' },
  'paper-tape': { name: 'flowChartPunchedTape' },
  delay: { name: 'flowChartDelay' },
  display: { name: 'flowChartDisplay' },
  'horizontal-cylinder': { name: 'flowChartMagneticDrum' },
  'lined-cylinder': { name: 'flowChartMagneticDisk' },
  junction: ellipse,
  'crossed-circle': { name: 'flowChartSummingJunction', sites: ellipseSites },
  'notched-pentagon': own,
};

/** The geometry of a box. Frames and notes of sequence diagrams have hardly round corners. */
export function writePreset({ outline, look }: DrawnBox, size: Size): Xml {
  const isSharp =
    look !== 'node' && look !== 'sheet' && look !== 'group' && outline === 'rectangle';
  const { name, adjust } = isSharp ? rounded(3) : presets[outline];
  if (name === '') return writeOutline(outline, size);
  const guides = Object.entries(adjust?.(size) ?? {}).map(([key, value]) =>
    element('a:gd', { name: key, fmla: `val ${value}` }),
  );
  return element('a:prstGeom', { prst: name }, element('a:avLst', {}, guides));
}

function writeOutline(outline: NodeShape, size: Size): Xml {
  const [start, ...rest] = outlineOf(outline, { x: 0, y: 0, ...size });
  const steps = rest.map((to) => ({ to }));
  return writeFreeform(start ?? { x: 0, y: 0 }, steps, true).geometry;
}

export function isFlipped({ outline }: DrawnBox): boolean {
  return presets[outline].isFlipped === true;
}

/** The index of the site of a box in the middle of a side; `undefined` if it has none there. */
export function siteOf({ outline }: DrawnBox, side: Side): number | undefined {
  return (presets[outline].sites ?? rectangleSites)[side];
}
