/** A `url(…)` in a CSS value. */
interface CssUrl {
  /** The URL, with escapes resolved. */
  readonly target: string;
  /** The range of `url(…)` in the value. */
  readonly start: number;
  readonly end: number;
}

// Characters are not alternatives of a group: V8 keeps a state for each repetition of one, which millions of them exhaust.
const string = String.raw`"[^"\\]*(?:\\[\s\S][^"\\]*)*"|'[^'\\]*(?:\\[\s\S][^'\\]*)*'`;
const tokens = new RegExp(
  String.raw`url\(\s*(${string}|[^)"'\s\\]*(?:\\.[^)"'\s\\]*)*)\s*\)|${string}|/\*[\s\S]*?\*/`,
  'gi',
);

/** The URLs in a CSS value, in order, except in strings and comments. */
export function findUrls(value: string): readonly CssUrl[] {
  return [...value.matchAll(tokens)].flatMap(({ 0: whole, 1: written, index }) =>
    written === undefined
      ? []
      : [{ target: unquote(written), start: index, end: index + whole.length }],
  );
}

/** A CSS value without its URLs, strings and comments. */
export function withoutUrls(value: string): string {
  return value.replace(tokens, '');
}

/** The strings in a CSS value. */
export function findStrings(value: string): readonly string[] {
  return [...value.matchAll(tokens)].flatMap(({ 0: whole, 1: written }) =>
    written === undefined && /^["']/.test(whole) ? [unquote(whole)] : [],
  );
}

/** Removes quotes and escapes from a CSS string or bare URL. */
export function unquote(written: string): string {
  const inner = /^["']/.test(written) ? written.slice(1, -1) : written;
  return inner.replace(/\\(?:([0-9a-f]{1,6})\s?|\n|([\s\S]))/gi, (_, code?: string, plain = '') =>
    code === undefined ? plain : codePoint(Number.parseInt(code, 16)),
  );
}

function codePoint(code: number): string {
  return code === 0 || code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
}
