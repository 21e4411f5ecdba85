/*
 * Tokens of PDF (ISO 32000-1, 7.2), in objects and in content streams. Any text is accepted: what is not
 * closed ends with the text.
 */

const [percent, open, close, slash, less, greater, backslash] = [
  0x25, 0x28, 0x29, 0x2f, 0x3c, 0x3e, 0x5c,
] as const;

/** Where the next token begins, after white space and comments; the length of the text if there is none. */
export function startOfToken(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === percent) at = endOfLine(text, at);
    else if (!isSpace(code)) break;
    else at++;
  }
  return at;
}

/**
 * Where the token ends that begins at a place. `<<` and `>>` are tokens, as are brackets and braces.
 *
 * @param from as {@link startOfToken} returned it
 */
export function endOfToken(text: string, from: number): number {
  const code = text.charCodeAt(from);
  if (code === open) return endOfString(text, from);
  if (code === less) return endOfHexString(text, from);
  if (code === greater) return from + (text.charCodeAt(from + 1) === greater ? 2 : 1);
  if (code !== slash && isDelimiter(code)) return from + 1;
  let at = from + 1;
  while (at < text.length && !isSpace(text.charCodeAt(at)) && !isDelimiter(text.charCodeAt(at)))
    at++;
  return at;
}

/** Whether a token that begins so is a word: no name, number, string or bracket. */
export function isWord(code: number): boolean {
  return !isDelimiter(code) && !(code >= 0x2b && code <= 0x39);
}

/** Space, line ends, tab, form feed, and 0. */
function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 12 || code === 0;
}

/** One of `()<>[]{}/%`. */
function isDelimiter(code: number): boolean {
  switch (code) {
    case percent:
    case open:
    case close:
    case slash:
    case less:
    case greater:
    case 0x5b:
    case 0x5d:
    case 0x7b:
    case 0x7d:
      return true;
    default:
      return false;
  }
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}

/** Parentheses in a string are balanced or escaped. */
function endOfString(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === open) depth++;
    else if (code === close && --depth === 0) return at + 1;
  }
  return text.length;
}

function endOfHexString(text: string, from: number): number {
  if (text.charCodeAt(from + 1) === less) return from + 2;
  const end = text.indexOf('>', from);
  return end < 0 ? text.length : end + 1;
}
