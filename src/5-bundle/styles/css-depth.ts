const maxDepth = 100;

/**
 * The offset at which blocks, parentheses and brackets nest deeper than 100 levels; `undefined` if none does.
 * Parsers need time that grows with the square of the depth, and exhaust the stack.
 */
export function findDeepCss(text: string): number | undefined {
  const token = /\/\*|["']|\\|[{([]|[})\]]/g;
  let depth = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [mark] = match;
    if (mark === '/*') token.lastIndex = endOf(text, '*/', token.lastIndex);
    else if (mark === '\\') token.lastIndex++;
    else if (mark === '"' || mark === "'") token.lastIndex = endOfString(text, mark, match.index);
    else if (/[{([]/.test(mark)) {
      if (++depth > maxDepth) return match.index;
    } else depth = Math.max(0, depth - 1);
  }
  return undefined;
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? text.length : end + mark.length;
}

/** A string that is not closed ends with its line. */
function endOfString(text: string, quote: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== quote && text[at] !== '\n') {
    at += text[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}
