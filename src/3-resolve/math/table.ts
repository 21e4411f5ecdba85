import type { MathElement, MathNode } from './tree.ts';

type Look = readonly [side: string, before: string | undefined, after: string | undefined];

/** The column alignments of tables by class in the base styles; the first column has no space before it. */
const looks: readonly (readonly [name: string, column: (index: number) => Look])[] = [
  ['aligned', (index) => (index % 2 === 0 ? ['right', '1em', '0'] : ['left', '0', '0'])],
  ['cases', () => ['left', '1em', '0']],
];

/**
 * Replaces the styles that temml writes in each cell of a table by one class, and removes the outer columns that
 * temml reserves for equation numbers.
 */
export function simplifyTable(table: MathElement): MathElement {
  const rows = table.children.filter(isElement).map(withoutMargins);
  const { width: _, ...style } = table.style;
  const bare = { ...table, style, children: rows };
  const cells = rows.map((row) => row.children.filter(isElement));
  if (isMultline(table, cells)) {
    return { ...bare, classes: [...bare.classes, 'multline'], children: rows.map(withoutLook) };
  }
  if (isMatrix(cells)) return { ...bare, children: rows.map(withoutLook) };
  const look = looks.find(([, column]) =>
    cells.every((row) => row.every((cell, index) => stands(cell, index, column(index)))),
  );
  if (!look) return bare;
  return { ...bare, classes: [...bare.classes, look[0]], children: rows.map(withoutLook) };
}

function isElement(node: MathNode): node is MathElement {
  return typeof node !== 'string';
}

function withoutMargins(row: MathElement): MathElement {
  const children = row.children.filter((cell) => isElement(cell) && cell.style.width === undefined);
  return { ...row, attributes: {}, children };
}

function stands(
  { classes, style }: MathElement,
  index: number,
  [side, before, after]: Look,
): boolean {
  const isSide = (name: string) => classes.includes(`tml-${name}`) === (side === name);
  return (
    isSide('left') &&
    isSide('right') &&
    (index === 0 || style['padding-left'] === before) &&
    style['padding-right'] === after
  );
}

/** Whether it is a formula of several lines: the first one on the left, the last one on the right. */
function isMultline(table: MathElement, cells: readonly (readonly MathElement[])[]): boolean {
  return table.style.width === '100%' && cells[0]?.[0]?.classes.includes('tml-left') === true;
}

/** Whether all columns are centered and an em apart, as in the base styles. */
function isMatrix(cells: readonly (readonly MathElement[])[]): boolean {
  const half = '0.498em';
  return cells.every((row) =>
    row.every((cell, index) =>
      stands(cell, index, ['', half, index === row.length - 1 ? '0' : half]),
    ),
  );
}

function withoutLook(row: MathElement): MathElement {
  const children = row.children.filter(isElement).map((cell) => {
    const { 'padding-left': _, 'padding-right': __, ...style } = cell.style;
    return { ...cell, style, classes: [] };
  });
  return { ...row, children };
}
