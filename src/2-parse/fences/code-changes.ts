import { suggest } from '../../base/diagnostics/suggest.ts';
import type { Change, Code } from '../../model/blocks.ts';

/** A comment at the end of a line, as Shiki and VitePress have it: `// [!code ++]`, `# [!code --:3]`. */
const mark =
  /(?<![ \t])[ \t]*(?<open>\{\/\*|\/\/|\/\*|<!--|--|#|;|%|"|')[ \t]*(?<all>\[!code (?<word>[^\]\s:]+)(?::(?<count>\d{1,4}))?\])[ \t]*(?:\*\/\}|\*\/|-->)?[ \t]*$/;

const kinds: ReadonlyMap<string, Change> = new Map([
  ['++', 'added'],
  ['--', 'removed'],
]);

const markdown = new Set(['md', 'markdown', 'mkd', 'mkdown']);

interface MarkedCode extends Pick<Code, 'text' | 'changes'> {
  /** Unknown markers. */
  readonly invalidMarks: readonly InvalidMark[];
}

export interface InvalidMark {
  /** The line in the source text, from 0, and the offset of the marker in it. */
  readonly line: number;
  readonly start: number;
  readonly mark: string;
  readonly hint: string;
}

/**
 * Extracts the markers of added and removed lines from a code block. In `diff`, the signs at the start of
 * lines are markers and are kept. `[!!code ++]` is the text `[!code ++]`.
 */
export function readChanges(text: string, language: string): MarkedCode {
  if (language === 'diff' || language === 'patch') {
    return { text, changes: changesOfDiff(text.split('\n')), invalidMarks: [] };
  }
  if (!text.includes('[!')) return { text, changes: new Map(), invalidMarks: [] };
  const reader = new MarkReader(markdown.has(language));
  for (const [i, line] of text.split('\n').entries()) reader.read(line, i);
  const { lines, changes, invalidMarks } = reader;
  return { text: lines.join('\n').replaceAll('[!!code ', '[!code '), changes, invalidMarks };
}

/** Reads the markers line by line. */
class MarkReader {
  readonly lines: string[] = [];
  readonly changes = new Map<number, Change>();
  readonly invalidMarks: InvalidMark[] = [];
  readonly #isMarkdown: boolean;

  /** @param isMarkdown whether only HTML comments are comments */
  constructor(isMarkdown: boolean) {
    this.#isMarkdown = isMarkdown;
  }

  read(line: string, index: number): void {
    const match = mark.exec(line);
    const { open, all = '', word = '', count = '1' } = match?.groups ?? {};
    if (!match || (this.#isMarkdown && open !== '<!--')) {
      this.lines.push(line);
      return;
    }
    const change = kinds.get(word);
    if (!change) {
      const start = line.indexOf(all, match.index);
      this.invalidMarks.push({ line: index, start, mark: all, hint: hintFor(word) });
    }
    const rest = line.slice(0, match.index);
    // A marker on its own line applies to the lines below it.
    if (rest.trim() !== '') this.lines.push(rest);
    const first = this.lines.length + (rest.trim() === '' ? 1 : 0);
    for (let i = 0; change && i < Number(count); i++) this.changes.set(first + i, change);
  }
}

function hintFor(word: string): string {
  return /^(?:focus|hl|highlight)$/.test(word)
    ? 'highlight lines with {2|4-5} after the language'
    : suggest(word, kinds.keys());
}

function changesOfDiff(lines: readonly string[]): Code['changes'] {
  const changes = new Map<number, Change>();
  for (const [i, line] of lines.entries()) {
    const isHead =
      (line.startsWith('--- ') && lines[i + 1]?.startsWith('+++ ')) ||
      (line.startsWith('+++ ') && lines[i - 1]?.startsWith('--- '));
    if (isHead) continue;
    if (line.startsWith('+')) changes.set(i + 1, 'added');
    else if (line.startsWith('-')) changes.set(i + 1, 'removed');
  }
  return changes;
}
