import { type Drawing, path, round } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import type { SetNode } from './nodes.ts';

const indent = 30;
const rowGap = 8;

/** Draws a hierarchy as an indented list with lines, as of files and folders. */
export function drawList(root: SetNode, typesetter: Typesetter): Drawing {
  const parts: string[] = [];
  let y = 0;
  let width = 0;
  const visit = ({ node, name, note, children }: SetNode, level: number): number => {
    const x = level * indent;
    const middle = y + name.height / 2;
    parts.push(
      typesetter.write(name, x, y, { align: 'start', ...(level === 0 && { tone: 'strong' }) }),
    );
    const noteX = x + name.width + 16;
    parts.push(
      typesetter.write(note, noteX, y + 2, { align: 'start', isSmall: true, tone: 'muted' }),
    );
    width = Math.max(width, node.note === undefined ? x + name.width : noteX + note.width);
    y += Math.max(name.height, note.height) + rowGap;
    const bottom = y - rowGap + 2;
    const ends = children.map((child) => visit(child, level + 1));
    const stem = x + 8;
    const last = ends.at(-1);
    if (last !== undefined) {
      const branches = ends.map((end) => `M${stem},${round(end)}h${indent - 14}`);
      parts.push(path(`M${stem},${round(bottom)}V${round(last)}${branches.join('')}`, 'stroke'));
    }
    return middle;
  };
  visit(root, 0);
  const content = `<g transform="translate(3 3)">${parts.join('')}</g>`;
  return { content, width: width + 6, height: y - rowGap + 6 };
}
