import type { GraphvizEdge, GraphvizGraph, GraphvizObject } from '../../../base/graphviz/output.ts';
import type { DiagramSource } from '../source.ts';
import type { Places } from './places.ts';

/** More is unreadable on a slide and takes long to draw: the colors of a box and the rows of a table are many. */
const maxMarks = 20_000;
const maxMarksOfOne = 2000;

/** Refuses a graph of which a part, or the whole, has too many shapes and lines of text. */
export function checkMarks(drawn: GraphvizGraph, places: Places, source: DiagramSource): void {
  const items = [drawn, ...(drawn.objects ?? []), ...(drawn.edges ?? [])];
  const counts = items.map(countMarks);
  const index = counts.findIndex((count) => count > maxMarksOfOne);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (index < 0 && total <= maxMarks) return;
  const { start, length } = index < 0 ? places.first : places.ofText(nameOf(items[index]));
  const what =
    index < 0
      ? `more than ${maxMarks} shapes and lines of text in a diagram`
      : `more than ${maxMarksOfOne} shapes and lines of text in one place`;
  source.fail('diagram-limit', start, length, what, 'show a part of it');
}

type Item = GraphvizGraph | GraphvizObject | GraphvizEdge;

function nameOf(item: Item | undefined): string {
  const name = item?.['name'];
  return typeof name === 'string' ? name : '';
}

function countMarks({ _draw_, _ldraw_, _hdraw_, _tdraw_, _hldraw_, _tldraw_ }: Item): number {
  const all = [_draw_, _ldraw_, _hdraw_, _tdraw_, _hldraw_, _tldraw_];
  return all.flatMap((each) => each ?? []).filter(({ op }) => 'pPeEbBLT'.includes(op)).length;
}
