/** A line of the text, without its line feed. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lines of a text from an offset on. */
export function linesOf(text: string, from: number): readonly Line[] {
  const lines: Line[] = [];
  for (let start = from; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, end, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

export function isDashes(text: string): boolean {
  return /^[ \t]*-{3,}(?:[ \t]+-+)*[ \t]*$/.test(text);
}

export function isRule(text: string): boolean {
  return /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(text);
}

/** One line of text over a line of `=` or `-`. */
export function isSetext(text: string, below: string): boolean {
  return /^[^\s>|#:`~*+-][^|]*$/.test(text) && /^(?:=+|-+)[ \t]*$/.test(below);
}

/** Whether a line begins a list, a quote or a table. */
export function isInBlock(text: string): boolean {
  return /^ {0,3}(?:[>|]|(?:[-*+]|\d+[.)])(?:\s|$))/.test(text);
}
