import { luminanceOf } from '../../../base/color/color.ts';
import type { Paint } from '../../../model/diagram/diagram.ts';
import type { BoxLook, DrawnLine } from '../../../model/diagram/shapes.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import { emu } from '../units.ts';
import { element, type Xml } from '../xml.ts';

/** A color of CSS, or of a token, mixed with what is below it. */
interface Ink {
  readonly css: string;
  /** Its share; 1 if it is absent. */
  readonly share?: number;
}

/** How an area is filled and framed; without a value, it is not. */
interface AreaLook {
  readonly fill?: Ink;
  readonly line?: Ink;
  readonly width?: number;
}

const accent: Ink = { css: '--color-accent', share: 0.72 };
const lineInk: Ink = { css: '--color-text', share: 0.68 };
const faint: Ink = { css: '--color-line' };
const background: Ink = { css: '--color-background' };

/** As in `themes/base/diagrams.css`. */
const looks: Readonly<Record<BoxLook, AreaLook>> = {
  node: { fill: { css: '--color-accent', share: 0.09 }, line: accent },
  sheet: { fill: { css: mix('--color-accent', 9) }, line: accent },
  note: { fill: background, line: lineInk },
  group: { fill: { css: '--color-text', share: 0.04 }, line: faint },
  frame: { line: faint },
  tab: { fill: { css: '--color-surface' }, line: faint },
  background: { fill: { css: '--color-text', share: 0.04 } },
  framed: { fill: { css: '--color-text', share: 0.04 }, line: faint },
  activation: { fill: { css: mix('--color-accent', 24) }, line: accent, width: 1.5 },
  mark: { fill: lineInk },
  hollow: { fill: background, line: lineInk, width: 2 },
  outline: { line: accent },
};

function mix(token: string, percent: number): string {
  return `color-mix(in oklab, var(${token}) ${percent}%, var(--color-background))`;
}

export function writeArea(
  writer: SlideWriter,
  look: BoxLook,
  paint: Paint | undefined,
  scale: number,
): readonly Xml[] {
  const { fill, line, width = 1.75 } = painted(look, paint);
  const weight = paint?.isThick ? 3 : width;
  return [
    fill ? writeInk(writer, fill) : element('a:noFill'),
    element(
      'a:ln',
      { w: emu(Math.max(0.75, weight * scale)) },
      line ? writeInk(writer, line) : element('a:noFill'),
      line && paint?.isDashed && element('a:prstDash', { val: 'dash' }),
    ),
  ];
}

function painted(look: BoxLook, paint: Paint | undefined): AreaLook {
  const own = looks[look];
  const [fill, stroke] = [paint?.fill, paint?.stroke];
  if (look === 'background' || look === 'framed') {
    if (fill === undefined) return own;
    return { ...own, fill: { css: fill, share: 0.3 }, line: { css: fill, share: 0.45 } };
  }
  if (look === 'mark') return stroke === undefined ? own : { fill: { css: stroke } };
  return {
    ...own,
    ...(own.fill && look !== 'hollow' && fill !== undefined && { fill: { css: fill } }),
    ...(stroke !== undefined && { line: { css: stroke } }),
  };
}

/** The properties of a line. Heads are of the same color. */
export function writeLineLook(
  writer: SlideWriter,
  { look, line, heads, paint }: DrawnLine,
  scale: number,
): Xml {
  const ink = look === 'edge' || look === 'rule' ? edgeInk(look, paint?.stroke) : faint;
  const width = look === 'rule' ? 1.25 : look === 'divider' ? 1.75 : line === 'thick' ? 3.5 : 2;
  const dash = { dashed: 'dash', dotted: 'sysDot' }[line === 'dotted' ? 'dotted' : 'dashed'];
  return element(
    'a:ln',
    { w: emu(Math.max(0.75, width * scale)), cap: line === 'solid' ? 'rnd' : 'flat' },
    writeInk(writer, ink),
    (line === 'dashed' || line === 'dotted') && element('a:prstDash', { val: dash }),
    element('a:round'),
    writeHead('a:headEnd', heads.start),
    writeHead('a:tailEnd', heads.end),
  );
}

function edgeInk(look: 'edge' | 'rule', stroke: string | undefined): Ink {
  if (stroke !== undefined) return { css: stroke };
  return look === 'rule' ? accent : lineInk;
}

const headTypes = { arrow: 'triangle', vee: 'arrow', diamond: 'diamond', circle: 'oval' } as const;

function writeHead(name: string, head: DrawnLine['heads']['start']): Xml | false {
  if (head === 'none') return false;
  return element(name, { type: headTypes[head], w: 'med', len: head === 'arrow' ? 'lg' : 'med' });
}

export function writeInk(writer: SlideWriter, { css, share = 1 }: Ink): Xml {
  return writer.fill(css, share);
}

export const labelFill: Ink = background;

/** The color of text with a tone, on a fill of the author's. */
export function textColor(
  writer: SlideWriter,
  tone: 'plain' | 'strong' | 'muted',
  paint: Paint | undefined,
): string {
  if (paint?.text !== undefined) return paint.text;
  if (paint?.fill !== undefined) {
    return luminanceOf(writer.style.rgb(paint.fill)) < 0.29 ? '#ffffff' : '#161616';
  }
  return tone === 'muted' ? '--color-muted' : '--color-text';
}
