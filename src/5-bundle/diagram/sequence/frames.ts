import type { SequenceEvent, SequenceFrame } from '../../../model/diagram/sequence.ts';
import { boxWith, shapesAt } from '../native/pieces.ts';
import { shapesOfFrame } from '../native/sequence-shapes.ts';
import { atStep, type Box, group, path, polygon, round, tag } from '../svg.ts';
import type { Lines } from '../typesetter.ts';
import { type SequenceCanvas, small } from './canvas.ts';
import { boxOf, type Extent, isEmpty, union } from './extent.ts';

/** Draws the events in a frame. */
type DrawEvents = (events: readonly SequenceEvent[]) => Extent;

/** The label at the top of a section. */
export interface SectionLabel {
  readonly lines: Lines;
  readonly y: number;
}

const framePadding = 16;
const tabStyle = { ...small, tone: 'strong' } as const;

/** Draws a frame, such as `loop` or `alt`, with its name in the corner. */
export function drawFrame(
  frame: SequenceFrame,
  canvas: SequenceCanvas,
  drawEvents: DrawEvents,
): Extent {
  const { name, sections } = frame;
  canvas.y += canvas.step * 0.6;
  const top = canvas.y;
  const tab = canvas.typesetter.set(name, 10, tabStyle);
  const tabWidth = tab.width + 24;
  const at = canvas.foreground.length;
  const first = canvas.shapes.foreground.length;
  const labels: SectionLabel[] = [];
  const inner = sections.map(({ label, events }, index) => {
    if (index > 0) canvas.y += canvas.step * 0.5;
    const lines = canvas.typesetter.set(label === '' ? '' : `[${label}]`, 22, small);
    labels.push({ lines, y: canvas.y });
    canvas.y += Math.max(lines.height, index === 0 ? tab.height : 0) + 8;
    return drawEvents(events);
  });
  canvas.y += canvas.step * 0.5;
  const extent = frameExtent(around(inner, canvas), labels, tabWidth);
  const box = boxOf(extent, top, canvas.y);
  const corner = tag('rect', { ...box, rx: 4 }) + drawTab(tab, tabWidth, box, canvas);
  const texts = labels.map((label, index) => drawLabel(label, index, tabWidth, box, canvas));
  // Its width is known only at its end, but it is drawn below its content.
  canvas.foreground.splice(at, 0, inSteps(corner, texts, frame, canvas));
  const shapes = shapesOfFrame(frame, { box, tab, tabWidth, labels }, canvas);
  canvas.shapes.foreground.splice(first, 0, ...shapes);
  canvas.y += canvas.step * 0.3;
  return extent;
}

/** A frame appears with its first event, and the line above a section with the first event of the section. */
function inSteps(
  corner: string,
  texts: readonly string[],
  frame: SequenceFrame,
  canvas: SequenceCanvas,
): string {
  const own = canvas.stepOf(frame);
  const steps = frame.sections.map(({ events: [first] }) => first && canvas.stepOf(first));
  const isWith = (index: number) => index === 0 || (steps[index] ?? null) === (own ?? null);
  const together = texts.filter((_, i) => isWith(i)).join('');
  const later = texts.map((text, i) => (isWith(i) ? '' : atStep(group('frame', text), steps[i])));
  return atStep(group('frame', corner + together), own) + later.join('');
}

/** The extent of a frame, including its labels; the first label is next to the name. */
function frameExtent(inner: Extent, labels: readonly SectionLabel[], tabWidth: number): Extent {
  const left = inner.left - framePadding - 12;
  const needed = Math.max(
    ...labels.map(({ lines }, i) => lines.width + (i === 0 ? tabWidth : 0) + 28),
  );
  return { left, right: Math.max(inner.right + framePadding + 12, left + needed) };
}

/** Draws the name in a tab in the corner. */
function drawTab(tab: Lines, width: number, { x, y }: Box, { typesetter }: SequenceCanvas): string {
  const [right, bottom] = [x + width, y + tab.height + 8];
  const corner = polygon(
    [
      { x, y },
      { x: right, y },
      { x: right, y: bottom - 8 },
      { x: right - 8, y: bottom },
      { x, y: bottom },
    ],
    'tab',
  );
  return corner + typesetter.write(tab, x + 10, y + 4, { ...tabStyle, align: 'start' });
}

/** Draws the label of a section, below the line that separates it from the previous section. */
function drawLabel(
  { lines, y }: SectionLabel,
  index: number,
  tabWidth: number,
  { x, width }: Box,
  { typesetter, labelClass }: SequenceCanvas,
): string {
  const left = x + (index === 0 ? tabWidth + 12 : 12);
  const style = { ...small, align: 'start', className: labelClass } as const;
  const text = typesetter.write(lines, left, y + 4, style);
  return index === 0 ? text : path(`M${round(x)},${round(y)}h${round(width)}`, 'divider') + text;
}

/** Draws a background behind events (`rect`). */
export function drawBackground(
  frame: SequenceFrame,
  canvas: SequenceCanvas,
  drawEvents: DrawEvents,
): Extent {
  const { sections, fill } = frame;
  canvas.y += canvas.step * 0.3;
  const top = canvas.y;
  const at = canvas.backgrounds.length;
  const first = canvas.shapes.backgrounds.length;
  canvas.backgroundDepth++;
  const inner = sections.map(({ events }) => drawEvents(events));
  canvas.backgroundDepth--;
  canvas.y += canvas.step * 0.3;
  const all = around(inner, canvas);
  const extent = { left: all.left - framePadding, right: all.right + framePadding };
  const background = tag('rect', { ...boxOf(extent, top, canvas.y), rx: 6 });
  const own = fill === undefined ? {} : { paint: { fill } };
  const shape = boxWith('rectangle', boxOf(extent, top, canvas.y), 'background', own);
  canvas.shapes.backgrounds.splice(first, 0, ...shapesAt([shape], canvas.stepOf(frame)));
  canvas.backgrounds.splice(
    at,
    0,
    atStep(
      group('ground', background, fill === undefined ? undefined : { fill }),
      canvas.stepOf(frame),
    ),
  );
  return extent;
}

/** The extent of the content; if empty, that of all lifelines. */
function around(inner: readonly Extent[], { wholeWidth }: SequenceCanvas): Extent {
  const all = union(inner);
  return isEmpty(all) ? wholeWidth : all;
}
