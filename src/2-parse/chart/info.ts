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
import type { SlideContext } from '../context.ts';
import type { InfoPieces, Piece } from '../fences/fence-info.ts';
import type { SourceMap } from '../source-map.ts';

/** What stands behind the word `chart`: `bar "Title" {.class}`. */
export interface ChartInfo {
  readonly type: ChartType | undefined;
  readonly title: Located<string> | undefined;
  readonly attributes: Attributes;
}

/** Hints for other words for types. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['column', 'did you mean "bar"?'],
  ['columns', 'did you mean "bar"?'],
  ['histogram', 'did you mean "bar"?'],
  ['hbar', 'write bar, and "horizontal: true" below'],
  ['horizontalbar', 'write bar, and "horizontal: true" below'],
  ['stackedbar', 'write bar, and "stacked: true" below'],
  ['mixed', 'write bar, and "line:" with the names of columns below'],
  ['donut', 'did you mean "doughnut"?'],
  ['spider', 'did you mean "radar"?'],
  ['polar', 'did you mean "polarArea"?'],
  ['points', 'did you mean "scatter"?'],
]);

/**
 * @param lead what stands before: the place to blame where the type is missing
 * @param map leads from the pieces to the file
 */
export function readChartInfo(
  { words, options, braces }: InfoPieces,
  lead: Piece,
  map: SourceMap,
  context: SlideContext,
): ChartInfo {
  const isText = (piece: Piece | undefined) => /^".*"$/.test(piece?.text ?? '');
  const [first, second] = words;
  const typeWord = isText(first) ? undefined : first;
  const titleWord = [first, second].find(isText);
  const surplus = words.filter((word) => word !== typeWord && word !== titleWord);
  for (const { text, start } of [...surplus, ...options.map(({ whole }) => whole)]) {
    const hint = 'behind the type stands a title in double quotes; all else is said below';
    const span = map.span(start, text.length);
    context.report.add('attribute-invalid', span, `"${text}" means nothing here`, hint);
  }
  return {
    type: readType(typeWord, lead, map, context),
    title: titleWord && {
      value: titleWord.text.slice(1, -1),
      span: map.span(titleWord.start + 1, titleWord.text.length - 2),
    },
    attributes: braces
      .map(({ text, start }) => readAttributes(text, map.from(start), attributeUses.block, context))
      .reduce(mergeAttributes, noAttributes),
  };
}

function readType(
  word: Piece | undefined,
  lead: Piece,
  map: SourceMap,
  { report }: SlideContext,
): ChartType | undefined {
  const type = chartTypes.find((name) => name === word?.text);
  if (type !== undefined) return type;
  const { text, start } = word ?? lead;
  const message = word ? `there is no chart type "${text}"` : 'a chart needs its type';
  const other = synonyms.get(text.toLowerCase().replace(/[-_]/g, ''));
  const hint = other === undefined ? suggest(word ? text : '', chartTypes) : other;
  report.add('chart-type', map.span(start, text.length), message, hint);
  return undefined;
}
