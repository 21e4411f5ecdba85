import { describeQr } from '../../../4-render/blocks/qr.ts';
import { namesRows } from '../../../4-render/blocks/table.ts';
import type { Formula, Qr, Table } from '../../../model/blocks.ts';
import type { Inline } from '../../../model/inline.ts';
import { readMath } from '../math/read-math.ts';
import type { QrItem, TableItem } from '../slide/items.ts';
import type { SlideScene } from '../slide/scene.ts';
import { readInlines } from '../text/inline.ts';
import type { Run } from '../text/paragraph.ts';
import type { Around } from './around.ts';
import type { ItemList } from './item-list.ts';

/** Reads a table; one with an empty header has no header row. */
export function readTable(table: Table, scene: SlideScene): TableItem {
  const { header, rows, align } = table;
  return {
    kind: 'table',
    hasHeader: header.some((cell) => cell.length > 0),
    hasRowHeaders: namesRows(table),
    rows: [header, ...rows]
      .filter((row) => row.some((cell) => cell.length > 0))
      .map((row) => row.map((cell) => readLine(cell, scene))),
    align,
  };
}

/** Reads a line of text that cannot contain images; their text alternatives are after it. */
export function readLine(line: readonly Inline[], scene: SlideScene): readonly Run[] {
  const { runs, images } = readInlines(line, scene);
  for (const { image } of images) scene.lose('image', image.alt, image.source.span);
  const names = images.map(({ image: { alt } }): Run => ({ kind: 'text', text: alt, style: {} }));
  return [...runs, ...names];
}

export function readQr(qr: Qr, scene: SlideScene): QrItem {
  const { modules, caption } = qr;
  const alt = describeQr(qr, scene.lang);
  return { kind: 'qr', modules, alt, caption: readLine(caption, scene) };
}

/** Reads a formula on lines of its own, with its numbers. */
function readFormula(
  { math, tag, rows, span, attributes: { id } }: Formula,
  scene: SlideScene,
): Run {
  const { equations } = scene.deck;
  const number = tag ?? (id === undefined ? undefined : equations.get(id));
  const rowNumbers = rows?.map((row) => (row && (row.tag ?? equations.get(row.key))) ?? '');
  return readMath(math, scene, { style: {}, span, number, ...(rowNumbers && { rowNumbers }) });
}

/** Adds a formula. Only a shape has a text alternative, and so a formula with one is a text of its own. */
export function addFormula(
  block: Formula,
  found: ItemList,
  scene: SlideScene,
  around: Around,
): void {
  const { alt } = block.math;
  const runs = [readFormula(block, scene)];
  if (alt !== undefined && around.look === 'plain') found.addNamed(runs, alt, around);
  else {
    if (alt !== undefined) scene.lose('formula name', alt, block.span);
    found.addParagraph(runs, around);
  }
}
