import { isColor } from '../../../base/color/css-color.ts';
import { suggest } from '../../../base/diagnostics/suggest.ts';
import type { EdgeEnd, LineStyle, NodeShape, Paint } from '../../../model/diagram.ts';
import type { DiagramSource } from '../source.ts';
import type { DotAttributes } from './attributes.ts';

/** Graphviz' names of shapes, and how they are drawn. */
const shapes: ReadonlyMap<string, NodeShape> = new Map<string, NodeShape>([
  ...names<NodeShape>('rectangle', 'box rect rectangle square box3d component folder tab record'),
  ...names<NodeShape>('rounded', 'Mrecord Msquare'),
  ...names<NodeShape>('ellipse', 'ellipse oval egg Mcircle'),
  ...names<NodeShape>('circle', 'circle'),
  ...names<NodeShape>('double-circle', 'doublecircle'),
  ...names<NodeShape>('diamond', 'diamond Mdiamond'),
  ...names<NodeShape>('hexagon', 'hexagon septagon'),
  ...names<NodeShape>('octagon', 'octagon doubleoctagon tripleoctagon'),
  ...names<NodeShape>('pentagon', 'pentagon'),
  ...names<NodeShape>('parallelogram', 'parallelogram'),
  ...names<NodeShape>('trapezium', 'trapezium'),
  ...names<NodeShape>('inverted-trapezium', 'invtrapezium'),
  ...names<NodeShape>('triangle', 'triangle'),
  ...names<NodeShape>('inverted-triangle', 'invtriangle'),
  ...names<NodeShape>('house', 'house'),
  ...names<NodeShape>('inverted-house', 'invhouse'),
  ...names<NodeShape>('cylinder', 'cylinder'),
  ...names<NodeShape>('note', 'note'),
  ...names<NodeShape>('flag', 'cds rarrow rpromoter'),
  ...names<NodeShape>('plain', 'plain plaintext none underline'),
  ...names<NodeShape>('dot', 'point'),
]);

/** Graphviz' names of arrowheads. */
const arrows: ReadonlyMap<string, EdgeEnd> = new Map<string, EdgeEnd>([
  ...names<EdgeEnd>('arrow', 'normal'),
  ...names<EdgeEnd>('triangle', 'empty onormal invempty'),
  ...names<EdgeEnd>('vee', 'vee open lvee rvee halfopen'),
  ...names<EdgeEnd>('diamond', 'diamond'),
  ...names<EdgeEnd>('hollow-diamond', 'odiamond ediamond'),
  ...names<EdgeEnd>('circle', 'dot'),
  ...names<EdgeEnd>('hollow-circle', 'odot'),
  ...names<EdgeEnd>('cross', 'box obox'),
  ...names<EdgeEnd>('one', 'tee'),
  ...names<EdgeEnd>('many', 'crow'),
  ...names<EdgeEnd>('arrow', 'inv'),
  ...names<EdgeEnd>('none', 'none'),
]);

function names<T>(value: T, list: string): readonly (readonly [string, T])[] {
  return list.split(' ').map((name) => [name, value]);
}

/** The shape of a node. */
export function shapeOf(attributes: DotAttributes, source: DiagramSource): NodeShape {
  return named('shape', shapes, 'shape', attributes, source) ?? 'ellipse';
}

/** The symbol at an end of an edge; `key` says which end. */
export function arrowOf(
  key: 'arrowhead' | 'arrowtail',
  attributes: DotAttributes,
  source: DiagramSource,
): EdgeEnd {
  return named(key, arrows, 'arrowhead', attributes, source) ?? 'arrow';
}

/** Looks up the name under a key; reports an unknown name. */
function named<T>(
  key: string,
  known: ReadonlyMap<string, T>,
  noun: string,
  attributes: DotAttributes,
  source: DiagramSource,
): T | undefined {
  const token = attributes.get(key);
  const value = token && known.get(token.text);
  if (token && value === undefined) {
    const { text, start, length } = token;
    const hint = suggest(text, known.keys());
    source.fail('diagram-syntax', start, length, `there is no ${noun} "${text}"`, hint);
  }
  return value;
}

/** The colors of a node or a group. */
export function boxPaint(attributes: DotAttributes, source: DiagramSource): Paint | undefined {
  const style = stylesOf(attributes);
  const isFilled = style.has('filled') || style.has('radial');
  const fill = colorOf('fillcolor', attributes, source) ?? colorOf('bgcolor', attributes, source);
  const line = colorOf('color', attributes, source);
  const ground = isFilled ? (fill ?? line) : attributes.has('bgcolor') ? fill : undefined;
  return paintOf({
    fill: ground,
    stroke: colorOf('pencolor', attributes, source) ?? line,
    text: colorOf('fontcolor', attributes, source),
    isDashed: style.has('dashed') || style.has('dotted'),
    isThick: isThick(style, attributes),
  });
}

/** The colors of an edge. */
export function edgePaint(attributes: DotAttributes, source: DiagramSource): Paint | undefined {
  return paintOf({
    stroke: colorOf('color', attributes, source),
    text: colorOf('fontcolor', attributes, source),
  });
}

export function lineOf(attributes: DotAttributes): LineStyle {
  const style = stylesOf(attributes);
  if (style.has('invis')) return 'invisible';
  if (style.has('dashed')) return 'dashed';
  if (style.has('dotted')) return 'dotted';
  return isThick(style, attributes) ? 'thick' : 'solid';
}

export function stylesOf(attributes: DotAttributes): ReadonlySet<string> {
  return new Set(attributes.get('style')?.text.split(/\s*,\s*/) ?? []);
}

function isThick(style: ReadonlySet<string>, attributes: DotAttributes): boolean {
  return style.has('bold') || Number(attributes.get('penwidth')?.text ?? 1) >= 2;
}

function colorOf(
  key: string,
  attributes: DotAttributes,
  source: DiagramSource,
): string | undefined {
  const token = attributes.get(key);
  if (!token || token.text === '') return undefined;
  const [first = ''] = token.text.split(/[:;](?![^(]*\))/);
  const color = readColor(first.trim());
  if (color === undefined) {
    const hint = 'write a name that CSS knows, #123456 or var(--chart-1)';
    source.ignore(token.start, token.length, `"${first}" is not a color`, hint);
  }
  return color;
}

/** A color of Graphviz in CSS: X11's greys and shades, and hue, saturation and value. */
function readColor(text: string): string | undefined {
  if (isColor(text)) return text;
  const grey = /^gr[ae]y(\d{1,2}|100)$/i.exec(text)?.[1];
  if (grey !== undefined) return `rgb(${Array(3).fill(`${grey}%`).join(' ')})`;
  const base = text.replace(/[1-4]$/, '');
  if (isColor(base)) return base;
  const [hue = Number.NaN, saturation = Number.NaN, value = Number.NaN] = text
    .split(/[\s,]+/)
    .map(Number);
  if (![hue, saturation, value].every((number) => number >= 0 && number <= 1)) return undefined;
  const light = value * (1 - saturation / 2);
  const part = light === 0 || light === 1 ? 0 : (value - light) / Math.min(light, 1 - light);
  return `hsl(${Math.round(hue * 360)} ${Math.round(part * 100)}% ${Math.round(light * 100)}%)`;
}

type LoosePaint = { readonly [Key in keyof Paint]: Paint[Key] | undefined };

function paintOf(paint: LoosePaint): Paint | undefined {
  const given = Object.entries(paint).filter(([, value]) => value !== undefined && value !== false);
  return given.length > 0 ? (Object.fromEntries(given) as Paint) : undefined;
}
