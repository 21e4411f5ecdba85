import type { Token } from 'markdown-it';
import { lineStarts } from '../../../base/span.ts';
import type { TextEdits } from '../text-edits.ts';

/** Languages for which Lectern draws something that Marp shows as code. */
const drawn: ReadonlySet<string> = new Set(['chart', 'dot', 'graphviz', 'math', 'qr', 'table']);

/**
 * Translates what is after the marks of a fence: of `bash: Install` or `js {1,3}`, Marp reads the first word. A name
 * after a colon becomes the title.
 */
export function translateFence({ info, markup, map }: Token, edits: TextEdits): void {
  const { text } = edits.author;
  const start = text.indexOf(markup, lineStarts(edits.author)[map?.[0] ?? 0]);
  const from = start + markup.length;
  const [, language = '', title, lines] =
    /^\s*([^\s:{]*)(?::\s*(\S[^{}"]*))?:?\s*(\{[\d,|\s-]+\}|\[[\d,|\s-]+\])?/.exec(info) ?? [];
  const parts = [
    language,
    drawn.has(language) ? '{.code}' : undefined,
    lines?.replace(/^\[(.*)\]$/, '{$1}'),
    title === undefined ? undefined : `title="${title.trim()}"`,
  ];
  const own = parts.filter(Boolean).join(' ');
  if (own !== info.trim()) edits.replace(from, from + info.length, own);
}
