import { suggest } from '../../base/diagnostics/suggest.ts';
import type { SlideContext } from '../context.ts';
import type { SourceMap } from '../source-map.ts';
import type { InfoPieces, Piece } from './fence-info.ts';

/**
 * Reads what a fence's line says as `key=value`.
 *
 * @param names the keys that mean something there
 * @param shape what may stand on the line, for people
 */
export function readFenceOptions<T extends string>(
  info: InfoPieces,
  names: readonly T[],
  shape: string,
  map: SourceMap,
  context: SlideContext,
): Readonly<Partial<Record<T, Piece>>> {
  const options: Partial<Record<T, Piece>> = {};
  for (const { key, value, whole } of info.options) {
    const name = names.find((known) => known === key);
    const span = map.span(whole.start, whole.text.length);
    if (!name) {
      const hint = suggest(key, names);
      context.report.add('attribute-invalid', span, `unknown option "${key}"`, hint);
    } else if (options[name]) {
      context.report.add('attribute-invalid', span, `"${key}" is given twice`);
    } else options[name] = value;
  }
  for (const { text, start } of info.words) {
    const isBrace = text.startsWith('{');
    const message = isBrace ? 'this brace is not closed' : `"${text}" means nothing here`;
    context.report.add('attribute-invalid', map.span(start, text.length), message, shape);
  }
  return options;
}
