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

/** Attributes at the end of a line, with the blanks before them. */
export const trailingList = /[ \t]*\{([^{}\n]*(?:"[^"\n]*"[^{}\n]*)*)\}[ \t]*$/;

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

/** Whether the text between braces is attributes, and not a formula or a template. */
export function isAttributeList(text: string): boolean {
  const part = String.raw`(?:[#.][^\s{}#.]+|[\w:@-]+[ \t]*=[ \t]*(?:"(?:\\.|[^"\\])*"|'[^']*'|[^\s{}"']*)|-)`;
  return new RegExp(`^[ \\t]*${part}(?:[ \\t]*${part})*[ \\t]*$`).test(text);
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
