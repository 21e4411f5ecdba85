import type { NodeShape } from '../../../../model/diagram/diagram.ts';

/** The names of shapes in Mermaid; underscores are those of its own, for brackets. */
const names: readonly (readonly [shape: NodeShape, names: string])[] = [
  ['rectangle', 'rect proc process rectangle squareRect square'],
  ['rounded', 'rounded event roundedRect round state rectWithTitle'],
  ['stadium', 'stadium terminal pill'],
  ['subroutine', 'fr-rect subprocess subproc framed-rectangle subroutine'],
  ['cylinder', 'cyl db database cylinder'],
  ['data-store', 'datastore data-store'],
  ['circle', 'circle circ mindmapCircle'],
  ['ellipse', 'ellipse'],
  ['bang', 'bang'],
  ['cloud', 'cloud'],
  ['diamond', 'diam decision diamond question choice'],
  ['hexagon', 'hex hexagon prepare'],
  ['parallelogram', 'lean-r lean-right in-out lean_right'],
  ['parallelogram-left', 'lean-l lean-left out-in lean_left'],
  ['trapezium', 'trap-b priority trapezoid-bottom trapezoid'],
  ['inverted-trapezium', 'trap-t manual trapezoid-top inv-trapezoid inv_trapezoid'],
  ['double-circle', 'dbl-circ double-circle doublecircle'],
  ['plain', 'text labelRect'],
  ['card', 'notch-rect card notched-rectangle'],
  ['lined-rectangle', 'lin-rect lined-rectangle lined-process lin-proc shaded-process'],
  ['dot', 'sm-circ start small-circle stateStart'],
  ['end', 'fr-circ stop framed-circle stateEnd end'],
  ['bar', 'fork join forkJoin'],
  ['hourglass', 'hourglass collate'],
  ['brace-left', 'brace comment brace-l'],
  ['brace-right', 'brace-r'],
  ['braces', 'braces'],
  ['bolt', 'bolt com-link lightning-bolt'],
  ['document', 'doc document'],
  ['delay', 'delay half-rounded-rectangle'],
  ['horizontal-cylinder', 'h-cyl das horizontal-cylinder'],
  ['lined-cylinder', 'lin-cyl disk lined-cylinder'],
  ['display', 'curv-trap curved-trapezoid display'],
  ['divided-rectangle', 'div-rect div-proc divided-rectangle divided-process'],
  ['triangle', 'tri extract triangle'],
  ['window-pane', 'win-pane internal-storage window-pane'],
  ['junction', 'f-circ junction filled-circle anchor'],
  ['notched-pentagon', 'notch-pent loop-limit notched-pentagon'],
  ['inverted-triangle', 'flip-tri manual-file flipped-triangle'],
  ['sloped-rectangle', 'sl-rect manual-input sloped-rectangle'],
  ['documents', 'docs documents st-doc stacked-document'],
  ['stacked-rectangle', 'st-rect procs processes stacked-rectangle'],
  ['bow-tie', 'bow-rect stored-data bow-tie-rectangle'],
  ['crossed-circle', 'cross-circ summary crossed-circle'],
  ['tagged-document', 'tag-doc tagged-document'],
  ['tagged-rectangle', 'tag-rect tagged-rectangle tag-proc tagged-process'],
  ['paper-tape', 'flag paper-tape'],
  ['flag', 'odd rect_left_inv_arrow'],
  ['lined-document', 'lin-doc lined-document'],
  ['note', 'note'],
];

const shapes: ReadonlyMap<string, NodeShape> = new Map(
  names.flatMap(([shape, all]) => all.split(' ').map((name) => [name, shape] as const)),
);

export function shapeNamed(name: string): NodeShape | undefined {
  return shapes.get(name);
}

/** The names that an author can write in `@{ shape: … }`. */
export const shapeNames: readonly string[] = [...shapes.keys()].filter(
  (name) => !/[_A-Z]/.test(name),
);

/** Shapes that have no room for a text. */
export const textless: ReadonlySet<NodeShape> = new Set<NodeShape>([
  'dot',
  'end',
  'bar',
  'junction',
  'hourglass',
  'bolt',
  'crossed-circle',
]);
