import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { isStackOverflow } from '../../../../base/stack-overflow.ts';

/** A value of a directive: as in Marp, all single values are text. */
export type DirectiveValue = string | readonly string[];

export type Directives = ReadonlyMap<string, DirectiveValue>;

/** Values after these characters are YAML as it is; others are text to the end of the line, so that `#fff` is one. */
const yamlStart = /^["'{|>~&*[]/;

/**
 * Reads the YAML of front matter or of a comment as Marp does.
 *
 * @returns `undefined` if it is not a mapping
 */
export function readLooseYaml(text: string): Directives | undefined {
  const strict = text.replace(
    /^(["']?[A-Za-z_$][\w$-]*["']?[ \t]*:)([ \t]+)(\S.*)$/gm,
    (whole, key: string, space: string, value: string) =>
      yamlStart.test(value) ? whole : `${key}${space}${JSON.stringify(value.trim())}`,
  );
  return read(strict) ?? read(text);
}

function read(text: string): Directives | undefined {
  const { contents, errors } = parse(text) ?? { errors: [new Error('nested too deeply')] };
  if (errors.length > 0 || !isMap(contents)) return undefined;
  const found = new Map<string, DirectiveValue>();
  for (const { key, value } of contents.items) {
    if (!isScalar(key)) continue;
    const texts = isSeq(value) ? value.items.filter(isScalar).map(textOf) : undefined;
    if (texts) found.set(textOf(key), texts);
    else if (value === null || isScalar(value)) found.set(textOf(key), value ? textOf(value) : '');
  }
  return found;
}

function parse(text: string) {
  try {
    return parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'error' });
  } catch (error) {
    if (isStackOverflow(error)) return undefined;
    throw error;
  }
}

function textOf(value: unknown): string {
  return isScalar(value) ? String(value.value ?? '') : '';
}

/** A value as one text; the words of a list are joined by spaces. */
export function textValue(value: DirectiveValue | undefined): string | undefined {
  return typeof value === 'object' ? value.join(' ') : value;
}
