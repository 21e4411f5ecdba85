import { suggest } from '../../base/diagnostics/suggest.ts';
import type { Place } from '../../base/yaml/yaml.ts';
import type { DeckContext } from '../context.ts';

/**
 * Puts the values of the deck's variables in: `{{name}}`.
 *
 * @param source the text as the file has it, to find the place of a name in
 * @param write how a value goes into the text
 */
export function fillIn(
  text: string,
  place: Place,
  context: DeckContext,
  source = text,
  write = (value: string) => value,
): string {
  if (!text.includes('{{')) return text;
  let end = 0;
  return text.replace(/\{\{[ \t]*([\w.-]+)[ \t]*\}\}/g, (whole, name: string) => {
    const at = Math.max(0, source.indexOf(whole, end));
    end = at + whole.length;
    const value = context.vars.get(name);
    if (value !== undefined) return write(value);
    const hint =
      context.vars.size > 0
        ? suggest(name, context.vars.keys())
        : 'define it under "vars:" in the front matter, or write it as `code`';
    const message = `there is no variable "${name}"`;
    context.report.add('var-unknown', place(at, whole.length), message, hint);
    return whole;
  });
}
