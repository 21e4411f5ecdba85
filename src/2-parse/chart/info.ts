import { suggest } from '../../base/diagnostics/suggest.ts';
import type { Attributes } from '../../model/blocks.ts';
import { type ChartType, chartTypes } from '../../model/chart.ts';
import type { Located } from '../../model/source.ts';
import {
  attributeUses,
  mergeAttributes,
  noAttributes,
  readAttributes,
} from '../attributes/attributes.ts';
import type { InfoPieces, Piece } from '../fences/fence-info.ts';
import type { Source } from '../source.ts';

/** The text after the word `chart`: `bar "Title" {.class}`. */
interface ChartInfo {
  readonly type: ChartType | undefined;
  readonly title: Located<string> | undefined;
  readonly attributes: Attributes;
}

/** Hints for other names of chart types. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['column', 'did you mean "bar"?'],
  ['columns', 'did you mean "bar"?'],
  ['histogram', 'did you mean "bar"?'],
  ['hbar', 'use "bar" with "horizontal: true"'],
  ['horizontalbar', 'use "bar" with "horizontal: true"'],
  ['stackedbar', 'use "bar" with "stacked: true"'],
  ['mixed', 'use "bar" with the columns to draw as lines in "line:"'],
  ['donut', 'did you mean "doughnut"?'],
  ['spider', 'did you mean "radar"?'],
  ['polar', 'did you mean "polarArea"?'],
  ['points', 'did you mean "scatter"?'],
]);

/**
 * @param lead the text before, where a missing type is reported
 * @param source starts at the line of the pieces
 */
export function readChartInfo(
  { words, options, attributeLists }: InfoPieces,
  lead: Piece,
  source: Source,
): ChartInfo {
  const isText = (piece: Piece | undefined) => /^".*"$/.test(piece?.text ?? '');
  const [first, second] = words;
  const typeWord = isText(first) ? undefined : first;
  const titleWord = [first, second].find(isText);
  const surplus = words.filter((word) => word !== typeWord && word !== titleWord);
  for (const { text, start } of [...surplus, ...options.map(({ whole }) => whole)]) {
    const hint = 'only a title in double quotes may follow the type; other settings go below';
    const span = source.span(start, text.length);
    source.report.add('attribute-invalid', span, `unexpected "${text}"`, hint);
  }
  return {
    type: readType(typeWord, lead, source),
    title: titleWord && {
      value: titleWord.text.slice(1, -1),
      span: source.span(titleWord.start + 1, titleWord.text.length - 2),
    },
    attributes: attributeLists
      .map(({ text, start }) => readAttributes(text, source.from(start), attributeUses.block))
      .reduce(mergeAttributes, noAttributes),
  };
}

function readType(word: Piece | undefined, lead: Piece, source: Source): ChartType | undefined {
  const type = chartTypes.find((name) => name === word?.text);
  if (type !== undefined) return type;
  const { text, start } = word ?? lead;
  const message = word ? `unknown chart type "${text}"` : 'missing chart type';
  const other = synonyms.get(text.toLowerCase().replace(/[-_]/g, ''));
  const hint = other === undefined ? suggest(word ? text : '', chartTypes) : other;
  source.report.add('chart-type', source.span(start, text.length), message, hint);
  return undefined;
}
