/** A fence, also in lists and quotes. */
const fence = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t>]*)?(`{3,}|~{3,})/;

/** A text in which code is blank, so that comments in it are none. Lines and columns stay. */
export function withoutCode(text: string): string {
  let open: string | undefined;
  const lines = text.split('\n').map((line) => {
    const [, marks] = fence.exec(line) ?? [];
    const isEdge = marks !== undefined && (open === undefined || closes(line, marks, open));
    if (isEdge) open = open === undefined ? marks : undefined;
    return isEdge || open !== undefined ? ' '.repeat(line.length) : line;
  });
  return withoutIndentedCode(lines)
    .join('\n')
    .replace(/(?<!`)(`+)(?!`)(?:(?!\n\s*\n)[\s\S])*?[^`]\1(?!`)/g, (code) =>
      code.includes('<!--') ? code.replace(/[^\n]/g, ' ') : code,
    );
}

function closes(line: string, marks: string, open: string): boolean {
  return marks.startsWith(open) && line.replace(/^[ \t>]*/, '') === marks;
}

/** A comment after four spaces and a blank line is code, unless it is in a list. */
function withoutIndentedCode(lines: readonly string[]): readonly string[] {
  // The line above those that are blank or indented.
  let above = 0;
  return lines.map((line, index) => {
    const isIndented = /^(?: {4}|\t)/.test(line);
    if (!isIndented && line.trim() !== '') above = index;
    const isCode =
      isIndented &&
      lines[above + 1]?.trim() === '' &&
      !/^\s*(?:[-*+]|\d+[.)]|:|\[\^)/.test(lines[above] ?? '');
    return isCode ? ' '.repeat(line.length) : line;
  });
}
