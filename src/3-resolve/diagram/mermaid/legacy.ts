import type { DiagramSpec } from '../../../model/diagram.ts';
import { readLabel } from '../label.ts';
import { type DiagramSource, readLines, type Statement } from '../source.ts';
import type { ReadType } from './reader.ts';

type Parse = (
  first: Statement,
  lines: readonly Statement[],
  source: DiagramSource,
) => DiagramSpec | undefined;

/** Reads a type of diagram with a parser of our own. */
export function legacyReader(parse: Parse): ReadType {
  return async ({ problems }) => {
    const { lines, ...words } = extractTitle(readLines(problems));
    const [first, ...rest] = lines;
    const spec = first && parse(first, rest, problems);
    return spec && { spec, ...words };
  };
}

/**
 * Extracts the title and the text alternative: `accTitle:`, `accDescr:`, and `title:` in the front matter and in
 * sequence diagrams.
 */
function extractTitle(all: readonly Statement[]) {
  const words: { title?: string; name?: string; description?: string } = {};
  const frontMatterEnd =
    all[0]?.text === '---' ? all.findIndex(({ text }, i) => i > 0 && text === '---') : -1;
  const isSequence = all[frontMatterEnd + 1]?.text.startsWith('sequenceDiagram') === true;
  const lines = all.filter(({ text }, index) => {
    const [, key, value = ''] = /^(title|accTitle|accDescr)\s*:\s*(.+)$/.exec(text) ?? [];
    const isFrontMatter = index <= frontMatterEnd;
    const [, own] = (isSequence && /^title(?:\s*:)?\s+([^;]+)$/.exec(text)) || [];
    if (own !== undefined && words.title === undefined) words.title = readLabel(own);
    else if (key === 'accDescr') words.description = value;
    else if (key === 'accTitle') words.name = value;
    else if (key === 'title' && isFrontMatter) words.title ??= value;
    else return !isFrontMatter;
    return false;
  });
  return { lines, ...words };
}
