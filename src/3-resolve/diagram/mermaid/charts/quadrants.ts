import { isColor } from '../../../../base/color/css-color.ts';
import type { QuadrantPoint, QuadrantSpec } from '../../../../model/diagram/quadrants.ts';
import { readLabel } from '../../label.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import type { Explain } from '../syntax-error.ts';

interface Text {
  readonly text: string;
}

/** What Mermaid's parser calls; it keeps nothing that is not laid out. */
interface QuadrantDatabase extends MermaidDatabase {
  setQuadrant1Text(text: Text): void;
  setQuadrant2Text(text: Text): void;
  setQuadrant3Text(text: Text): void;
  setQuadrant4Text(text: Text): void;
  setXAxisLeftText(text: Text): void;
  setXAxisRightText(text: Text): void;
  setYAxisTopText(text: Text): void;
  setYAxisBottomText(text: Text): void;
  addPoint(text: Text, className: string, x: number, y: number, styles: readonly string[]): void;
  addClass(name: string, styles: readonly string[]): void;
}

interface Point {
  readonly text: string;
  readonly className: string;
  readonly x: number;
  readonly y: number;
  readonly styles: readonly string[];
}

/** What the parser has called. */
class Calls {
  readonly texts = new Map<string, string>();
  readonly points: Point[] = [];
  readonly classes = new Map<string, readonly string[]>();
}

let calls = new Calls();

const form = 'a point is written Name: [0.3, 0.6]';

const explain: Explain = ({ found }) =>
  found.trim() === '' ? undefined : { message: `unexpected "${found.trim()}"`, hint: form };

export const readQuadrants = readerOf<QuadrantDatabase>('quadrant', convert, explain, listen);

function listen(database: QuadrantDatabase): void {
  const own = new Calls();
  calls = own;
  const keep =
    (name: string) =>
    ({ text }: Text) =>
      own.texts.set(name, text);
  database.setQuadrant1Text = keep('1');
  database.setQuadrant2Text = keep('2');
  database.setQuadrant3Text = keep('3');
  database.setQuadrant4Text = keep('4');
  database.setXAxisLeftText = keep('left');
  database.setXAxisRightText = keep('right');
  database.setYAxisTopText = keep('top');
  database.setYAxisBottomText = keep('bottom');
  database.addPoint = ({ text }, className, x, y, styles) =>
    own.points.push({ text, className, x: Number(x), y: Number(y), styles });
  database.addClass = (name, styles) => own.classes.set(name, styles);
}

function convert(_: QuadrantDatabase, source: MermaidSource): QuadrantSpec | undefined {
  const { texts, points, classes } = calls;
  if (texts.size === 0 && points.length === 0) {
    source.fail('', 'there is nothing in this diagram', form);
    return undefined;
  }
  const label = (name: string) => readLabel(texts.get(name) ?? '');
  return {
    kind: 'quadrants',
    quadrants: [label('1'), label('2'), label('3'), label('4')],
    left: label('left'),
    right: label('right'),
    bottom: label('bottom'),
    top: label('top'),
    points: points.map((point) => readPoint(point, classes, source)),
  };
}

function readPoint(
  { text, className, x, y, styles }: Point,
  classes: ReadonlyMap<string, readonly string[]>,
  source: MermaidSource,
): QuadrantPoint {
  let look: Pick<QuadrantPoint, 'radius' | 'color'> = {};
  for (const style of [...(classes.get(className) ?? []), ...styles]) {
    const [, key = '', written = ''] = /^\s*([\w-]+)\s*:(.*)$/.exec(style) ?? [];
    const value = written.trim();
    const radius = Number.parseFloat(value);
    if (key === 'color' && isColor(value)) look = { ...look, color: value };
    else if (key === 'radius' && radius > 0) look = { ...look, radius: Math.min(40, radius) };
    else if (!/^stroke-/.test(key))
      source.ignore(style.trim(), `the style "${style.trim()}" is not drawn`);
  }
  return { label: readLabel(text), x, y, ...look };
}
