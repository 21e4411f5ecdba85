/** Well-formed, escaped HTML. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Value = Html | string | number | undefined | false | readonly Value[];

/**
 * Builds HTML with every value escaped, for text and for quoted attributes alike. Arrays are joined;
 * `undefined` and `false` become empty. {@link Html} values, from another `html` tag or {@link rawHtml},
 * are not escaped.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  let text = strings[0] ?? '';
  // Not `entries()`: this writes all HTML of a deck.
  for (let i = 0; i < values.length; i++) text += write(values[i]) + (strings[i + 1] ?? '');
  return new Html(text);
}

/** Marks text as HTML. The caller must ensure that it is safe. */
export function rawHtml(text: string): Html {
  return new Html(text);
}

/** Writes attributes, each after a space; `undefined` and `false` omit an attribute, `true` omits its value. */
export function attributes(
  values: Readonly<Record<string, string | number | boolean | undefined>>,
): Html {
  let text = '';
  for (const name in values) {
    const value = values[name];
    if (value === undefined || value === false) continue;
    text += value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`;
  }
  return new Html(text);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escapes text for an element's content or a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

function write(value: Value): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string') return escapeHtml(value);
  if (Array.isArray(value)) return value.map(write).join('');
  return escapeHtml(String(value));
}
