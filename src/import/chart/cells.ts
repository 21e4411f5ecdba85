import { childOf, childrenOf, descend, type XmlElement } from '../../base/ooxml/xml-tree.ts';

/** More than a chart on a slide has. */
const maxPoints = 100_000;

/** As long as in spreadsheets. */
const maxFormat = 255;

/** The values that a chart keeps of a range of its workbook. */
export interface Cells {
  /** Absent cells are empty. */
  readonly values: readonly string[];
  /** The number format, such as `0.0%`; empty for texts. */
  readonly format: string;
  readonly isNumeric: boolean;
  /** The range in the workbook, such as `Sheet1!$B$2:$B$6`. */
  readonly range: string;
}

export const noCells: Cells = { values: [], format: '', isNumeric: false, range: '' };

/** Reads `c:cat`, `c:val`, `c:xVal` and the like. */
export function cellsOf(holder: XmlElement | undefined): Cells {
  const ref = holder?.children.find(({ name }) =>
    /^c:(?:str|num|multiLvlStr)(?:Ref|Lit)$/.test(name),
  );
  if (!ref) return noCells;
  const range = childOf(ref, 'c:f')?.text ?? '';
  if (ref.name === 'c:multiLvlStrRef') return { ...noCells, range, values: joinLevels(ref) };
  const cache = ref.name.endsWith('Lit')
    ? ref
    : ref.children.find(({ name }) => name === 'c:strCache' || name === 'c:numCache');
  return {
    range,
    values: pointsIn(cache),
    format: (childOf(cache, 'c:formatCode')?.text ?? '').slice(0, maxFormat),
    isNumeric: ref.name.startsWith('c:num'),
  };
}

function pointsIn(cache: XmlElement | undefined): readonly string[] {
  const points = childrenOf(cache, 'c:pt');
  const written = Number(childOf(cache, 'c:ptCount')?.attributes.val ?? points.length) || 0;
  const values = Array.from({ length: Math.min(maxPoints, Math.max(0, written)) }, () => '');
  for (const point of points) {
    const index = Number(point.attributes.idx);
    if (index >= 0 && index < values.length) values[index] = childOf(point, 'c:v')?.text ?? '';
  }
  return values;
}

/** Categories in several levels: the outer ones are written once for all that they contain. */
function joinLevels(ref: XmlElement): readonly string[] {
  const cache = childOf(ref, 'c:multiLvlStrCache');
  const count = childOf(cache, 'c:ptCount');
  const levels = childrenOf(cache, 'c:lvl').map((level) => {
    const values = pointsIn({ ...level, children: [...(count ? [count] : []), ...level.children] });
    let last = '';
    return values.map((value) => (last = value === '' ? last : value));
  });
  const [inner = [], ...outer] = levels;
  return inner.map((value, at) =>
    [...outer.map((level) => level[at] ?? '').reverse(), value]
      .filter((part) => part !== '')
      .join(' '),
  );
}

/** The text of a title or a label, with the texts of its runs. */
export function runsIn(text: XmlElement | undefined): readonly string[] {
  const rich = descend(text, 'c:tx', 'c:rich') ?? childOf(text, 'c:rich');
  const paragraphs = childrenOf(rich, 'a:p').map((paragraph) =>
    paragraph.children.flatMap((run) => childOf(run, 'a:t')?.text ?? []),
  );
  const written = paragraphs.flatMap((runs, index) =>
    index > 0 && runs.length > 0 ? [' ', ...runs] : runs,
  );
  if (written.length > 0) return written;
  return cellsOf(childOf(text, 'c:tx')).values;
}

export function textIn(text: XmlElement | undefined): string {
  return runsIn(text).join('').replace(/\s+/g, ' ').trim();
}
