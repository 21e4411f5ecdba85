/** What a paragraph contains as a whole decides whether some signs are syntax. */
export interface Signs {
  /** Signs that only have a meaning in pairs. */
  readonly pairs: ReadonlySet<string>;
}

export function signsIn(text: string): Signs {
  const pairs = ['$', '~', '^'].filter((sign) => text.split(sign).length > 2);
  return { pairs: new Set(pairs) };
}

/** The length of the longest match of a pattern. */
export function longestRun(text: string, pattern: RegExp): number {
  let longest = 0;
  for (const [run] of text.matchAll(pattern)) longest = Math.max(longest, run.length);
  return longest;
}

const address = /(?:https?:\/\/|www\.)[^\s<>]+/g;

/** Escapes what Markdown, or Lectern, would read as syntax inside of a line. Addresses stay as they are. */
export function escapeText(text: string, signs: Signs): string {
  let escaped = '';
  let from = 0;
  for (const { index, 0: found } of text.matchAll(address)) {
    escaped += escapeWords(text.slice(from, index), signs) + writeAddress(found);
    from = index + found.length;
  }
  return escaped + escapeWords(text.slice(from), signs);
}

/** Between angle brackets, nothing in an address is syntax. */
function writeAddress(address: string): string {
  return /^https?:.*[*`[\]~^$_]/.test(address) ? `<${address}>` : address;
}

function escapeWords(text: string, { pairs }: Signs): string {
  return (
    text
      .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
      .replace(/`/g, '\\`')
      .replace(/(?<!\s)\*|\*(?!\s)/g, '\\*')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/&(?=#?\w+;)/g, '\\&')
      // A backslash before a bracket would begin a formula.
      .replace(/\[(?=\^|[^[\]]*\](?:$|[({[:]))/g, '&#91;')
      .replace(/\](?=[({[:])/g, '&#93;')
      .replace(/<(?=[A-Za-z/!?]|$)/g, '\\<')
      .replace(/:(?=[\w+-]+:)/g, '\\:')
      .replace(/=(?==)/g, '\\=')
      .replace(/\{(?=[^{}]*\}|\{|$)/g, '\\{')
      .replace(/\^(?=\[)/g, '\\^')
      .replace(/~(?=~)/g, '\\~')
      .replace(/%(?=%)/g, '\\%')
      .replace(/(?<!\\)(\\*)([$~^])/g, (found, backslashes: string, sign: string) =>
        pairs.has(sign) && backslashes.length % 2 === 0 ? `${backslashes}\\${sign}` : found,
      )
  );
}

/** Escapes what is syntax only at the start of a line. */
export function escapeStart(line: string): string {
  return line
    .replace(/^\s+/, '')
    .replace(/^(?:#{1,6}(?=\s|$)|>|=+\s*$|[-+*](?=\s|$)|-{2,}\s*$|:(?=\s|:)|~{3})/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(notes?):/i, '$1\\:')
    .replace(/^\. \. \.\s*$/, '\\. . .')
    .replace(/^\[(?=[ xX!])/, '&#91;')
    .replace(/^\?(?=\?\?\s*$)/, '\\?')
    .replace(/^\|/, '\\|');
}
