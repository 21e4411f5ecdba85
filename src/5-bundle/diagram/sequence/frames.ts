import type { SequenceEvent } from '../../../model/diagram.ts';
import { type Box, group, path, polygon, round, tag } from '../svg.ts';
import type { Lines } from '../typesetter.ts';
import { type SequenceSheet, small } from './canvas.ts';
import { boxOf, type Extent, isEmpty, union } from './extent.ts';

type Frame = Extract<SequenceEvent, { kind: 'frame' }>;

/** Draws what stands in a frame. */
type DrawEvents = (events: readonly SequenceEvent[]) => Extent;

/** What is said at the head of a section. */
interface SectionLabel {
  readonly lines: Lines;
  readonly y: number;
}

const framePadding = 16;
const tabLook = { ...small, tone: 'strong' } as const;

/** `loop`, `alt` and their like: a frame with its name in the corner. */
export function drawFrame(
  { name, sections }: Frame,
  sheet: SequenceSheet,
  drawEvents: DrawEvents,
): Extent {
  sheet.y += sheet.step * 0.6;
  const top = sheet.y;
  const tab = sheet.typesetter.set(name, 10, tabLook);
  const tabWidth = tab.width + 24;
  const at = sheet.marks.length;
  const labels: SectionLabel[] = [];
  const inner = sections.map(({ label, events }, index) => {
    if (index > 0) sheet.y += sheet.step * 0.5;
    const lines = sheet.typesetter.set(label === '' ? '' : `[${label}]`, 22, small);
    labels.push({ lines, y: sheet.y });
    sheet.y += Math.max(lines.height, index === 0 ? tab.height : 0) + 8;
    return drawEvents(events);
  });
  sheet.y += sheet.step * 0.5;
  const extent = frameExtent(around(inner, sheet), labels, tabWidth);
  const box = boxOf(extent, top, sheet.y);
  const parts = [
    tag('rect', { ...box, rx: 4 }),
    drawTab(tab, tabWidth, box, sheet),
    ...labels.map((label, index) => drawLabel(label, index, tabWidth, box, sheet)),
  ];
  // How wide it is shows at its end, but it lies below what stands in it.
  sheet.marks.splice(at, 0, group('frame', parts.join('')));
  sheet.y += sheet.step * 0.3;
  return extent;
}

/** With room for the labels, the first of which stands beside the name. */
function frameExtent(inner: Extent, labels: readonly SectionLabel[], tabWidth: number): Extent {
  const left = inner.left - framePadding - 12;
  const needed = Math.max(
    ...labels.map(({ lines }, i) => lines.width + (i === 0 ? tabWidth : 0) + 28),
  );
  return { left, right: Math.max(inner.right + framePadding + 12, left + needed) };
}

/** The name, in a corner that is cut off. */
function drawTab(tab: Lines, width: number, { x, y }: Box, { typesetter }: SequenceSheet): string {
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
  return corner + typesetter.write(tab, x + 10, y + 4, { ...tabLook, align: 'start' });
}

/** A section's label, under the line that divides it from the one above. */
function drawLabel(
  { lines, y }: SectionLabel,
  index: number,
  tabWidth: number,
  { x, width }: Box,
  { typesetter, labelClass }: SequenceSheet,
): string {
  const left = x + (index === 0 ? tabWidth + 12 : 12);
  const look = { ...small, align: 'start', className: labelClass } as const;
  const text = typesetter.write(lines, left, y + 4, look);
  return index === 0 ? text : path(`M${round(x)},${round(y)}h${round(width)}`, 'divider') + text;
}

/** `rect`: a ground behind events. */
export function drawGround(
  { sections, fill }: Frame,
  sheet: SequenceSheet,
  drawEvents: DrawEvents,
): Extent {
  sheet.y += sheet.step * 0.3;
  const top = sheet.y;
  const at = sheet.grounds.length;
  sheet.grounded++;
  const inner = sections.map(({ events }) => drawEvents(events));
  sheet.grounded--;
  sheet.y += sheet.step * 0.3;
  const all = around(inner, sheet);
  const extent = { left: all.left - framePadding, right: all.right + framePadding };
  const ground = tag('rect', { ...boxOf(extent, top, sheet.y), rx: 6 });
  sheet.grounds.splice(at, 0, group('ground', ground, fill === undefined ? undefined : { fill }));
  return extent;
}

/** Around nothing, it is as wide as the lines of life. */
function around(inner: readonly Extent[], { wholeWidth }: SequenceSheet): Extent {
  const all = union(inner);
  return isEmpty(all) ? wholeWidth : all;
}
