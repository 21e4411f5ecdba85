import { readFileSync } from 'node:fs';

/** The Mermaid texts in a file: a text, Markdown with fences, or a program with template literals. */
export function inputsIn(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.mmd')) return [text];
  const pattern = file.endsWith('.md')
    ? /^[ \t]*```\s*mermaid(?:-example)?\s*\n([\s\S]*?)^[ \t]*```/gm
    : /`((?:\\[\s\S]|[^`\\])*)`/g;
  return [...text.matchAll(pattern)].map(([, inner = '']) =>
    dedent(file.endsWith('.md') ? inner : inner.replace(/\\([`\\$])/g, '$1')),
  );
}

function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').split('\n');
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n');
}
