import { childOf, childrenOf, findAll, type XmlElement } from '../../base/ooxml/xml-tree.ts';
import type { Losses } from '../losses.ts';
import type { Inline, TableShape } from '../model.ts';
import type { ShapeBase } from '../read/shapes.ts';
import { maxCells } from '../read/table.ts';

/** Charts that only newer versions have, such as waterfalls and tree maps, are tables of their data. */
export function readExtendedChart(
  root: XmlElement,
  base: ShapeBase,
  losses: Losses,
): readonly TableShape[] {
  const data = findAll(root, 'cx:data')[0];
  const columns = (data?.children ?? []).flatMap((dimension) =>
    childrenOf(dimension, 'cx:lvl').map((level) =>
      childrenOf(level, 'cx:pt').map(({ text }) => text),
    ),
  );
  const count = columns.reduce((most, column) => Math.max(most, column.length), 0);
  if (count * columns.length > maxCells) {
    losses.add('large', base.name);
    return [];
  }
  if (count === 0) {
    losses.add('chart data', base.name);
    return [];
  }
  losses.add('chart type', findAll(root, 'cx:series')[0]?.attributes.layoutId ?? '');
  const name = childOf(findAll(root, 'cx:series')[0], 'cx:tx');
  const title = findAll(root, 'cx:title')[0];
  const head = columns.map((_, at) =>
    at === 0 ? textsIn(title) : at === columns.length - 1 ? textsIn(name) : '',
  );
  const rows = Array.from({ length: count }, (_, at) => columns.map((column) => column[at] ?? ''));
  const table = {
    rows: [head, ...rows].map((row) => row.map(textCell)),
    hasHeader: true,
    align: columns.map((column) =>
      column.every((text) => Number.isFinite(Number(text))) ? ('right' as const) : undefined,
    ),
  };
  return [{ ...base, kind: 'table', table }];
}

function textCell(text: string): readonly Inline[] {
  return text === '' ? [] : [{ kind: 'text', text, style: {} }];
}

function textsIn(element: XmlElement | undefined): string {
  if (!element) return '';
  const own = element.name === 'a:t' || element.name === 'cx:v' ? element.text : '';
  return own + element.children.map(textsIn).join('');
}
