import { suggest } from '../../base/diagnostics/suggest.ts';
import type { Locate } from '../../base/yaml/yaml.ts';
import type { Located } from '../../model/source.ts';
import type { Source } from '../source.ts';

/**
 * Replaces the variables of the deck, `{{name}}`, by their values.
 *
 * @param source begins with the text
 * @param written the source text, in which the spans of names are found
 * @param write encodes a value for the text
 */
export function fillIn(
  text: string,
  source: Source,
  written = text,
  write = (value: string) => value,
): string {
  return replaceNames(text, source, source.locate, written, write);
}

/** As {@link fillIn}, for a value that may be in quotes: an unknown name is reported with the span of the value. */
export function fillInValue({ value, span }: Located<string>, source: Source): string {
  return replaceNames(
    value,
    source,
    () => span,
    value,
    (text) => text,
  );
}

function replaceNames(
  text: string,
  { report, scope: { vars } }: Source,
  locate: Locate,
  written: string,
  write: (value: string) => string,
): string {
  if (!text.includes('{{')) return text;
  let end = 0;
  return text.replace(/\{\{[ \t]*([\w.-]+)[ \t]*\}\}/g, (whole, name: string) => {
    const at = Math.max(0, written.indexOf(whole, end));
    end = at + whole.length;
    const value = vars.get(name);
    if (value !== undefined) return write(value);
    const hint =
      vars.size > 0
        ? suggest(name, vars.keys())
        : 'define it under "vars:" in the front matter, or write it as `code`';
    const message = `there is no variable "${name}"`;
    report.add('var-unknown', locate(at, whole.length), message, hint);
    return whole;
  });
}
