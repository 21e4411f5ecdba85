import { drawCell } from '../cells.ts';
import { group, path, round, tag } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import { padding, titleStyle } from './columns.ts';
import { type BoardRow, type DrawnRow, drawBox } from './row.ts';

const faceRadius = 15;
/** The distance of two scores. */
const level = 24;

/** Draws the tasks of a journey, the mood in each as a face at its height, and who takes part. */
export function drawJourneyRow(
  { columns, xs, columnWidth, y }: BoardRow,
  typesetter: Typesetter,
): DrawnRow {
  const titleHeight = Math.max(...columns.map(({ title }) => title.height)) + 2 * padding.y;
  const top = y + titleHeight + 14 + faceRadius;
  const places = columns.map(({ column: { score = 3 } }, i) => ({
    score,
    x: (xs[i] ?? 0) + columnWidth / 2,
    y: top + (5 - Math.min(5, Math.max(0, score))) * level,
  }));
  const line = path(
    `M${places.map((place) => `${round(place.x)},${round(place.y)}`).join('L')}`,
    'stroke dotted',
  );
  const below = top + 5 * level + faceRadius + 8;
  const parts = columns.map(({ title, color, cards }, i) => {
    const x = xs[i] ?? 0;
    const name = typesetter.write(
      title,
      x + columnWidth / 2,
      y + (titleHeight - title.height) / 2,
      titleStyle,
    );
    const head = group('node branch', drawBox(x, y, columnWidth, titleHeight) + name, {
      stroke: color,
    });
    let at = below;
    const people = cards.map(({ cell }) => {
      const box = { x, y: at, width: columnWidth, height: cell.height };
      at += cell.height + 2;
      return drawCell(cell, box, typesetter).content;
    });
    return { content: head + people.join(''), bottom: at };
  });
  const faces = places.map((place, i) =>
    group('node branch', drawFace(place), { stroke: columns[i]?.color ?? '' }),
  );
  return {
    content: line + faces.join('') + parts.map(({ content }) => content).join(''),
    bottom: Math.max(...parts.map(({ bottom }) => bottom)),
  };
}

/** A face that smiles from a score of 4, and is sad up to 2. */
function drawFace({
  x,
  y,
  score,
}: {
  readonly x: number;
  readonly y: number;
  readonly score: number;
}): string {
  const eye = (side: number) =>
    tag('circle', { class: 'mark', cx: x + side * 5, cy: y - 4, r: 1.8 });
  const bend = Math.max(-2, Math.min(2, score - 3)) * 3.5;
  const mouth = path(`M${round(x - 6)},${round(y + 6 - bend / 4)}q6,${round(bend)} 12,0`, 'rule');
  return tag('circle', { cx: x, cy: y, r: faceRadius }) + eye(-1) + eye(1) + mouth;
}
