import { countEach } from '../../base/count-each.ts';
import { childrenOf, descend, type XmlElement } from '../../base/ooxml/xml-tree.ts';
import { attributeOf, type ReadSeries } from './groups.ts';

/** The indexes of points of another color than the others, if they are few. */
export function highlightedPoints({ element, values }: ReadSeries): readonly number[] {
  const colors = childrenOf(element, 'c:dPt').map((point) => ({
    at: Number(attributeOf(point, 'c:idx')),
    color: colorIn(
      descend(point, 'c:spPr', 'a:solidFill') ??
        descend(point, 'c:marker', 'c:spPr', 'a:solidFill'),
    ),
  }));
  const counts = countsOf(colors.map(({ color }) => color));
  const total = values.values.length;
  if (counts.length === 0 || counts.length > 2) return [];
  const rare = counts.at(-1);
  if (!rare || rare[1] * 2 > total) return [];
  return colors.filter(({ color }) => color === rare[0]).map(({ at }) => at);
}

/** The series that Lectern has highlighted: all others have one color, which is none of the theme's for series. */
export function highlightedSeries(series: readonly ReadSeries[]): readonly ReadSeries[] {
  const colors = series.map(({ element }) =>
    colorIn(
      descend(element, 'c:spPr', 'a:solidFill') ??
        descend(element, 'c:spPr', 'a:ln', 'a:solidFill'),
    ),
  );
  const counts = countsOf(colors);
  const [most, least] = counts;
  if (counts.length !== 2 || !most || !least) return [];
  const mixed = [most[0], least[0]].filter((color) => !isPlain(color));
  const [muted = ''] = most[1] > least[1] ? [most[0]] : mixed.length === 1 ? mixed : [];
  if (muted === '' || isPlain(muted)) return [];
  return series.filter((_, index) => colors[index] !== muted);
}

/** The values of a fill as text: its color, and how it is changed. */
function colorIn(fill: XmlElement | undefined): string {
  const [color] = fill?.children ?? [];
  if (!color) return '';
  const changes = color.children.map(({ name, attributes }) => `${name} ${attributes.val}`);
  return [color.name, color.attributes.val, ...changes].join(' ');
}

/** Whether it is a color of the theme as it is. */
function isPlain(color: string): boolean {
  return /^a:schemeClr \w+$/.test(color);
}

/** The colors with their counts, the most frequent one first. */
function countsOf(colors: readonly string[]): readonly (readonly [color: string, count: number])[] {
  return [...countEach(colors)].sort(([, a], [, b]) => b - a);
}
