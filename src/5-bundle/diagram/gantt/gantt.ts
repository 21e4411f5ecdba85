import { type GanttSpec, type TimeRange, unitLengths } from '../../../model/diagram/gantt.ts';
import type { ImageSteps } from '../../../model/rendered.ts';
import type { Size } from '../shapes.ts';
import { atStep, type Drawing, group, maxScale, path, round, tag, translated } from '../svg.ts';
import type { Lines, Typesetter } from '../typesetter.ts';
import { type Plot, placeTasks } from './labels.ts';
import { drawMarker, placeMarkers } from './markers.ts';
import { placeRows, type Section } from './rows.ts';
import { drawTask } from './tasks.ts';
import { placeTicks, type Tick } from './ticks.ts';

const titleStyle = { isSmall: true, tone: 'strong', breaksWords: true } as const;
const tickStyle = { isSmall: true, tone: 'muted' } as const;
const tickGap = 6;
const titleGap = 14;
/** In multiples of the text size. */
const maxTitle = 9;
const inset = 3;

/** Draws tasks on a time axis, in the proportions of the room. */
export function drawGantt(
  spec: GanttSpec,
  typesetter: Typesetter,
  spacing: number,
  room: Size,
  steps?: ImageSteps,
): Drawing {
  let drawing = drawIn(spec, typesetter, spacing, room.width, steps);
  // The width decides on the rows of a compact chart, and on the lines of labels.
  for (let i = 0; i < 2; i++) {
    const scale = Math.min(maxScale, room.height / drawing.height);
    drawing = drawIn(spec, typesetter, spacing, room.width / scale, steps);
  }
  return drawing;
}

function drawIn(
  spec: GanttSpec,
  typesetter: Typesetter,
  spacing: number,
  fullWidth: number,
  steps?: ImageSteps,
): Drawing {
  const width = fullWidth - 2 * inset;
  const titles = spec.sections.map((title) => typesetter.set(title, maxTitle, titleStyle));
  const widest = Math.max(...titles.map((title) => title.width));
  const left = widest === 0 ? 0 : widest + 2 * titleGap;
  const rows = spec.tasks.filter(({ mark }) => mark !== 'line');
  const range = rangeOf(spec);
  const { plot, placed } = placeTasks(rows, { left, right: width, ...range }, typesetter);
  const lines = spec.tasks.filter(({ mark }) => mark === 'line');
  const { markers, height } = placeMarkers(lines, plot.toX, width, typesetter);
  const ticks = placeTicks(spec, {
    range,
    toX: plot.toX,
    widthOf: (label) => typesetter.width(label, tickStyle),
    width,
  });
  const tickHeight = typesetter.set('0', 1, tickStyle).height + tickGap;
  const top = height + (spec.axis.isAlsoAbove ? tickHeight : 0);
  const { sections, bottom } = placeRows(spec, placed, titles, top, spacing);
  const stepOf = (task: GanttSpec['tasks'][number]) => steps?.nodes[spec.tasks.indexOf(task)];
  const content = [
    ...sections.map((section, i) => drawBand(section, i, left, width)),
    drawExcluded(spec.excluded, plot, top, bottom),
    drawLines(ticks, top, bottom),
    ...markers.map((each) => atStep(drawMarker(each, bottom, typesetter), stepOf(each.task))),
    ...sections.flatMap((section) =>
      section.rows.flatMap((row) =>
        row.tasks.map((each) => atStep(drawTask(each, row, typesetter), stepOf(each.task))),
      ),
    ),
    ...sections.map((section) => writeTitle(section, typesetter)),
    writeTicks(ticks, bottom + tickGap, typesetter),
    spec.axis.isAlsoAbove ? writeTicks(ticks, top - tickHeight, typesetter) : '',
  ].join('');
  return {
    content: translated(content, { x: inset, y: inset }),
    width: fullWidth,
    height: bottom + tickHeight + 2 * inset,
  };
}

/** From the first start to the last end; a moment is in the middle of a range. */
function rangeOf({ tasks, hasDates }: GanttSpec): TimeRange {
  const start = Math.min(...tasks.map((task) => task.start));
  const end = Math.max(...tasks.map((task) => task.end));
  if (end > start) return { start, end };
  const around = hasDates ? unitLengths.day : unitLengths.minute;
  return { start: start - around, end: end + around };
}

/** The background of a section; every other one is darker. */
function drawBand({ y, height }: Section, index: number, left: number, width: number): string {
  const band = tag('rect', { x: 0, y, width, height });
  const rule = left === 0 ? '' : path(`M${round(left)},${round(y)}v${round(height)}`, 'life');
  return group(index % 2 === 0 ? 'ground' : 'band', band) + rule;
}

function writeTitle({ title, y, height }: Section, typesetter: Typesetter): string {
  const top = y + (height - title.height) / 2;
  return typesetter.write(title, titleGap, top, { ...titleStyle, align: 'start' });
}

/** Days that are too narrow would be a gray area. */
const minExcluded = 3;

function drawExcluded(
  excluded: readonly TimeRange[],
  { toX }: Plot,
  top: number,
  bottom: number,
): string {
  const boxes = excluded
    .map(({ start, end }) => ({ x: toX(start), width: toX(end) - toX(start) }))
    .filter(({ width }) => width >= minExcluded)
    .map(({ x, width }) => tag('rect', { x, y: top, width, height: bottom - top }));
  return boxes.length === 0 ? '' : group('excluded', boxes.join(''));
}

function drawLines(ticks: readonly Tick[], top: number, bottom: number): string {
  const lines = ticks.map(({ x }) => `M${round(x)},${round(top)}V${round(bottom)}`);
  return lines.length === 0 ? '' : path(lines.join(''), 'life tick');
}

function writeTicks(ticks: readonly Tick[], y: number, typesetter: Typesetter): string {
  const set = (label: string): Lines => typesetter.set(label, 99, tickStyle);
  return ticks
    .filter(({ label }) => label !== '')
    .map(({ label, labelX }) => typesetter.write(set(label), labelX, y, tickStyle))
    .join('');
}
