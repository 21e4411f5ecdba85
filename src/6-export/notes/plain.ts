import type { NotesSyntax } from './syntax.ts';

/** The longest line, so that the text is readable in any window and in an e-mail. */
const columns = 76;

/** Writes notes as plain text. */
export const plain: NotesSyntax = {
  text: (text) => text,
  emphasis: (content) => content,
  strong: (content) => content,
  strike: (content) => content,
  subscript: (content) => content,
  superscript: (content) => content,
  highlight: (content) => content,
  code: (text) => text,
  link: (content, href) =>
    content === href || `mailto:${content}` === href || href.startsWith('#')
      ? content
      : `${content} <${href}>`,
  math: (tex) => tex,
  image: (alt) => `[${alt}]`,
  lineBreak: '\n',
  footnoteReference: (number) => `[${number}]`,

  paragraph: wrap,
  heading: (_, content) => content,
  codeBlock: indent,
  formula: indent,
  callout: (_, label, blocks) => `${label}: ${blocks}`,
  definition: (term, definitions) =>
    [term, ...definitions.map((text) => text.replace(/^(?=.)/gm, '  '))].join('\n'),
  table: (header, rows) => {
    const lines = [header, ...rows];
    const widths = header.map((_, i) => Math.max(...lines.map((cells) => cells[i]?.length ?? 0)));
    const write = (cells: readonly string[]) =>
      cells
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('   ')
        .trimEnd();
    const rule = widths.map((width) => '-'.repeat(width));
    return [write(header), write(rule), ...rows.map(write)].join('\n');
  },
  footnote: (number, content) => wrap(`[${number}] ${content}`, 0),
  rule: '* * *',
};

/** Wraps lines at spaces. @param indent by which the text will be indented */
export function wrap(text: string, indent: number): string {
  const width = Math.max(columns - indent, columns / 2);
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, width))
    .join('\n');
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (longer.length > width && current !== '') {
      lines.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}
