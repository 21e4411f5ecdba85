import { suggest } from '../../base/diagnostics/suggest.ts';
import type { Source } from '../source.ts';
import type { InfoPieces, Piece } from './fence-info.ts';

/**
 * Reads the options `key=value` on the opening line of a fence.
 *
 * @param names the allowed keys
 * @param shape a description of the allowed line, for hints
 */
export function readFenceOptions<T extends string>(
  info: InfoPieces,
  names: readonly T[],
  shape: string,
  source: Source,
): Readonly<Partial<Record<T, Piece>>> {
  const options: Partial<Record<T, Piece>> = {};
  for (const { key, value, whole } of info.options) {
    const name = names.find((known) => known === key);
    const span = source.span(whole.start, whole.text.length);
    if (!name) {
      const hint = suggest(key, names);
      source.report.add('attribute-invalid', span, `unknown option "${key}"`, hint);
    } else if (options[name]) {
      source.report.add('attribute-invalid', span, `"${key}" is set twice`);
    } else options[name] = value;
  }
  for (const { text, start } of info.words) {
    const isBrace = text.startsWith('{');
    const message = isBrace ? 'this brace is not closed' : `"${text}" means nothing here`;
    // As for the plugin of reveal.js.
    const lines = /^\[([\d,|-]+)\]$/.exec(text)?.[1];
    const hint = lines === undefined ? shape : `write the lines in braces: {${lines}}`;
    source.report.add('attribute-invalid', source.span(start, text.length), message, hint);
  }
  return options;
}
