/** A JSON value, and its position in the text. */
export type JsonNode = {
  readonly start: number;
  readonly length: number;
} & (
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string' | 'number' | 'word'; readonly text: string }
);

export interface JsonMember {
  readonly key: string;
  readonly keyStart: number;
  readonly keyLength: number;
  readonly value: JsonNode;
}

/** A syntax error, or a value of the wrong type, at an offset of the text. */
export class JsonError extends Error {
  readonly offset: number;
  readonly hint: string | undefined;

  constructor(message: string, offset: number, hint?: string) {
    super(message);
    this.offset = offset;
    this.hint = hint;
  }
}

const maxDepth = 20;

/**
 * Parses JSON (RFC 8259) and keeps the position of each value, unlike `JSON.parse`.
 *
 * @param maxValues the maximum count of values
 * @throws JsonError at the first syntax error
 */
export function parseJson(text: string, maxValues: number): JsonNode {
  return new JsonParser(text, maxValues).parse();
}

/** The count of escape sequences in a string is limited, as the expression needs memory for each. */
const token =
  /[ \t\n\r]*(?:([[\]{}:,])|"([^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*){0,20000})"|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])|(true|false|null)\b)/y;

class JsonParser {
  readonly #text: string;
  readonly #token = new RegExp(token);
  readonly #maxValues: number;
  #count = 0;

  constructor(text: string, maxValues: number) {
    this.#text = text;
    this.#maxValues = maxValues;
  }

  parse(): JsonNode {
    const node = this.#value(this.#next(), 0);
    const rest = /[^ \t\n\r]/.exec(this.#text.slice(this.#token.lastIndex));
    if (rest)
      throw new JsonError(
        'invalid JSON: unexpected text after the end',
        this.#token.lastIndex + rest.index,
      );
    return node;
  }

  #value(match: RegExpExecArray, depth: number): JsonNode {
    const [whole, mark, string, number, word] = match;
    const start = match.index + whole.search(/[^ \t\n\r]/);
    if (depth > maxDepth) throw new JsonError('invalid JSON: nested too deeply', start);
    if (this.#count++ >= this.#maxValues)
      throw new JsonError(`more than ${this.#maxValues} values`, start);
    if (mark === '{') return { ...this.#object(depth), start, length: 1 };
    if (mark === '[') return { ...this.#array(depth), start, length: 1 };
    if (mark !== undefined) throw new JsonError(`invalid JSON: unexpected "${mark}"`, start);
    const length = whole.trimStart().length;
    if (string !== undefined)
      return { kind: 'string', text: this.#unescape(string, start), start, length };
    return {
      kind: number === undefined ? 'word' : 'number',
      text: number ?? word ?? '',
      start,
      length,
    };
  }

  #array(depth: number): Pick<Extract<JsonNode, { kind: 'array' }>, 'kind' | 'items'> {
    const items: JsonNode[] = [];
    for (let match = this.#next(); items.length > 0 || match[1] !== ']'; match = this.#next()) {
      items.push(this.#value(match, depth + 1));
      if (this.#endsWith(']')) break;
    }
    return { kind: 'array', items };
  }

  #object(depth: number): Pick<Extract<JsonNode, { kind: 'object' }>, 'kind' | 'members'> {
    const members: JsonMember[] = [];
    for (let match = this.#next(); members.length > 0 || match[1] !== '}'; match = this.#next()) {
      const keyStart = match.index + match[0].indexOf('"');
      if (match[2] === undefined)
        throw new JsonError(
          'invalid JSON: expected a property name in double quotes',
          this.#startOf(match),
        );
      const key = this.#unescape(match[2], keyStart);
      const colon = this.#next();
      if (colon[1] !== ':') throw new JsonError('invalid JSON: expected ":"', this.#startOf(colon));
      const value = this.#value(this.#next(), depth + 1);
      members.push({ key, keyStart, keyLength: match[2].length + 2, value });
      if (this.#endsWith('}')) break;
    }
    return { kind: 'object', members };
  }

  /** Reads the token after an item; returns false for a comma. */
  #endsWith(close: ']' | '}'): boolean {
    const match = this.#next();
    if (match[1] === close) return true;
    if (match[1] === ',') return false;
    throw new JsonError(`invalid JSON: expected "," or "${close}"`, this.#startOf(match));
  }

  #next(): RegExpExecArray {
    const from = this.#token.lastIndex;
    const match = this.#token.exec(this.#text);
    if (match) return match;
    const at = from + (/^[ \t\n\r]*/.exec(this.#text.slice(from))?.[0].length ?? 0);
    throw new JsonError(
      `invalid JSON: unexpected ${at < this.#text.length ? 'character' : 'end'}`,
      at,
    );
  }

  #startOf(match: RegExpExecArray): number {
    return match.index + match[0].search(/[^ \t\n\r]/);
  }

  #unescape(inner: string, start: number): string {
    if (!inner.includes('\\')) return inner;
    try {
      return String(JSON.parse(`"${inner}"`));
    } catch {
      throw new JsonError('invalid JSON: invalid escape sequence', start);
    }
  }
}
