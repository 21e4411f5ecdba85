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
 * `undefined` and `false` give nothing. What is HTML already passes as {@link Html}: from another
 * `html` tag, or asked for by name with {@link rawHtml}.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  let text = strings[0] ?? '';
  for (const [i, value] of values.entries()) {
    text += write(value) + (strings[i + 1] ?? '');
  }
  return new Html(text);
}

/** Marks text as HTML. The caller vouches for it. */
export function rawHtml(text: string): Html {
  return new Html(text);
}

/** Attributes as they stand in a tag, each after a space; `undefined` and `false` leave one out, `true` leaves its value out. */
export function attributes(
  values: Readonly<Record<string, string | number | boolean | undefined>>,
): Html {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
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
  if (Array.isArray(value)) return value.map(write).join('');
  return escapeHtml(String(value));
}
