/** Attributes in Pandoc's braces: `{#id .class key="value"}`, or one word for a class. */
export interface PandocAttributes {
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly values: ReadonlyMap<string, string>;
}

export const noPandocAttributes: PandocAttributes = {
  id: undefined,
  classes: [],
  values: new Map(),
};

/**
 * Finds attributes at the end of a line; a value between quotes may contain braces.
 *
 * @returns where the blanks before them begin, and the text between the braces
 */
export function trailingList(
  line: string,
): { readonly index: number; readonly text: string } | undefined {
  const end = line.trimEnd().length - 1;
  if (line[end] !== '}') return undefined;
  const open = openingBrace(line, end, true) ?? openingBrace(line, end, false);
  if (open === undefined) return undefined;
  return { index: line.slice(0, open).trimEnd().length, text: line.slice(open + 1, end) };
}

/** The brace that an offset closes. */
function openingBrace(line: string, close: number, hasQuotes: boolean): number | undefined {
  let isQuoted = false;
  for (let at = close - 1; at >= 0; at--) {
    if (line[at] === '"') isQuoted = hasQuotes && !isQuoted;
    else if (!isQuoted && line[at] === '{') return at;
    else if (!isQuoted && line[at] === '}') return undefined;
  }
  return undefined;
}

/** @param text between the braces */
export function readPandocAttributes(text: string): PandocAttributes {
  let id: string | undefined;
  const classes: string[] = [];
  const values = new Map<string, string>();
  const parts =
    /#([^\s}]+)|\.([^\s}=]+)|([\w:@-]+)[ \t]*=[ \t]*(?:"((?:\\.|[^"\\])*)"|'([^']*)'|([^\s}]*))|(?:^|\s)(-)(?=\s|$)/g;
  for (const [, name, className, key, double, single, bare, dash] of text.matchAll(parts)) {
    if (name !== undefined) id = name;
    else if (className !== undefined) classes.push(className);
    else if (key !== undefined) {
      values.set(key, double?.replace(/\\(.)/g, '$1') ?? single ?? bare ?? '');
    } else if (dash !== undefined) classes.push('unnumbered');
  }
  return { id, classes, values };
}

const part =
  /[ \t]*(?:[#.][^\s{}#.]+|[\w:@-]+[ \t]*=[ \t]*(?:"(?:\\.|[^"\\])*"|'[^']*'|[^\s{}"']*)|-)[ \t]*/y;

/** Whether the text between braces is attributes, and not a formula or a template. */
export function isAttributeList(text: string): boolean {
  let end = 0;
  while (end < text.length) {
    part.lastIndex = end;
    const [found] = part.exec(text) ?? [];
    if (found === undefined) return false;
    end += found.length;
  }
  return end > 0;
}

/** Writes attributes as Lectern reads them; empty if there are none. */
export function attributeText({ id, classes, values }: PandocAttributes): string {
  const parts = [
    ...(id === undefined ? [] : [`#${id.replace(/[^\w-]+/g, '-')}`]),
    ...classes.filter((name) => /^[\w-]+$/.test(name)).map((name) => `.${name}`),
    ...[...values].map(([key, value]) => `${key}="${value.replaceAll('"', '&quot;')}"`),
  ];
  return parts.length === 0 ? '' : `{${parts.join(' ')}}`;
}

/** Attributes without some classes and values. */
export function without(
  { id, classes, values }: PandocAttributes,
  names: ReadonlySet<string>,
): PandocAttributes {
  return {
    id,
    classes: classes.filter((name) => !names.has(name)),
    values: new Map([...values].filter(([key]) => !names.has(key))),
  };
}
