/**
 * The widths, in thousandths of the font size, with which Graphviz measures these characters: those of Times.
 * https://gitlab.com/graphviz/graphviz/-/blob/main/lib/common/textspan_lut.c
 */
const widths: readonly (readonly [character: string, width: number])[] = [
  ["'", 180],
  ['.', 250],
  ['i', 278],
  ['r', 333],
  ['s', 389],
  ['a', 444],
  ['x', 500],
  ['E', 611],
  ['B', 667],
  ['A', 722],
  ['m', 778],
  ['M', 889],
];

const bulk = ['x', 500] as const;

/** One and two characters. */
const endings: readonly (readonly [text: string, width: number])[] = [
  ...widths,
  ...widths.flatMap(([one, width], i) =>
    widths.slice(i).map(([other, more]) => [one + other, width + more] as const),
  ),
].sort(([, a], [, b]) => a - b);

/**
 * A text that Graphviz measures as this wide, in multiples of the font size, or a little wider. As Graphviz does not
 * know the fonts of the deck, it lays out such texts in place of the real ones.
 */
export function fillerOf(width: number): string {
  const wanted = Math.round(width * 1000);
  const count = Math.max(0, Math.floor((wanted - 900) / bulk[1]));
  const rest = wanted - count * bulk[1];
  const [text] = endings.find(([, length]) => length >= rest) ?? ['MM'];
  return text + bulk[0].repeat(count);
}
