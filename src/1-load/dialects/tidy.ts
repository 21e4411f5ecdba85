import { originalOffset } from '../../base/span.ts';
import type { Origins, TextFile } from '../../model/source.ts';
import { findRegions } from './shared/code-regions.ts';
import type { Regions } from './shared/regions.ts';

/** A stretch that is removed, by offsets in the translated text. */
type Cut = readonly [start: number, end: number];

/**
 * Removes what edits leave in a translated text and nobody would write: several blank lines, spaces at the end of
 * lines, a second empty line of a quote. Code, formulas and comments stay as they are.
 */
export function tidy(file: TextFile): TextFile {
  const { text, origins } = file;
  const start = /^---\n(?:[\s\S]*?\n)?---\n/.exec(text)?.[0].length ?? 0;
  const regions = findRegions(text, { formulas: true, start });
  const own = new Set(origins?.author.text.split('\n'));
  const cuts = merge([...blankLines(start, text, regions), ...spaces(start, text, regions, own)]);
  if (cuts.length === 0) return file;
  const { path, realPath } = file;
  const tidied = { path, realPath, text: without(cuts, text) };
  return origins ? { ...tidied, origins: originsWithout(cuts, text, origins) } : tidied;
}

/** Blank lines next to others, also in quotes, and those at the end of the text. */
function blankLines(start: number, text: string, regions: Regions): readonly Cut[] {
  const cuts: Cut[] = [];
  // A line that is blank but for the marks of quotes, and the same below it.
  for (const match of text.matchAll(/^([ \t]*(?:>[ \t]*)*)\n((?:[ \t]*(?:>[ \t]*)*\n)+)/gm)) {
    const [whole, first = '', rest = ''] = match;
    const from = match.index + whole.length - rest.length;
    const isInCode =
      isIndented(match.index - 1, regions) && isIndented(from + rest.length, regions);
    if (match.index < start || isInCode || isFixed(match.index, regions)) continue;
    let at = from;
    for (const line of rest.match(/[^\n]*\n/g) ?? []) {
      if (depthOf(line) === depthOf(first)) cuts.push([at, at + line.length]);
      at += line.length;
    }
  }
  const [ending = ''] = /\n\s*$/.exec(text) ?? [];
  const end = text.length - ending.length + 1;
  if (ending.length <= 1 || isFixed(text.length - 1, regions)) return cuts;
  return [...cuts.filter(([at]) => at < end), [end, text.length]];
}

function isIndented(at: number, regions: Regions): boolean {
  return regions.at(at)?.kind === 'indented';
}

function depthOf(line: string): number {
  return line.split('>').length;
}

/** Spaces at the ends of lines that the author's text does not have, and that are no line break. */
function spaces(
  start: number,
  text: string,
  regions: Regions,
  own: ReadonlySet<string>,
): readonly Cut[] {
  const cuts: Cut[] = [];
  const lines = text.split('\n');
  let at = 0;
  for (const [i, line] of lines.entries()) {
    const [end, kept] = [at + line.length, line.trimEnd()];
    const isBreak = kept !== '' && line.endsWith('  ') && !/^[ \t>]*$/.test(lines[i + 1] ?? '');
    const isLeft = line.length > kept.length && !isBreak && !kept.endsWith('\\') && !own.has(line);
    if (isLeft && at >= start && !isFixed(at, regions) && !isFixed(end, regions)) {
      cuts.push([at + kept.length, end]);
    }
    at = end + 1;
  }
  return cuts;
}

/** Whether the line with a character is code or the like. */
function isFixed(at: number, regions: Regions): boolean {
  const kind = regions.at(at)?.kind;
  return kind !== undefined && kind !== 'tag' && kind !== 'html' && kind !== 'link';
}

function without(cuts: readonly Cut[], text: string): string {
  let [kept, at] = ['', 0];
  for (const [start, end] of cuts) {
    kept += text.slice(at, start);
    at = end;
  }
  return kept + text.slice(at);
}

/** Cuts in order, those that overlap as one. */
function merge(cuts: readonly Cut[]): readonly Cut[] {
  const merged: [number, number][] = [];
  for (const [start, end] of cuts.toSorted(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** Where the rest of a text comes from. After each cut, a new segment begins. */
function originsWithout(cuts: readonly Cut[], text: string, origins: Origins): Origins {
  const segments = origins.offsets.map((offset, i) => [offset, origins.sources[i] ?? 0] as const);
  const added = cuts.map(([, end]) => [end, originalOffset(text, origins, end)] as const);
  let [next, removed] = [0, 0];
  const moved = [...segments, ...added]
    .sort(([a], [b]) => a - b)
    .map(([offset, source]) => {
      for (let cut = cuts[next]; cut && cut[1] <= offset; cut = cuts[++next]) {
        removed += cut[1] - cut[0];
      }
      const inside = Math.max(0, offset - (cuts[next]?.[0] ?? offset));
      return [offset - removed - inside, source] as const;
    });
  return {
    author: origins.author,
    offsets: moved.map(([offset]) => offset),
    sources: moved.map(([, source]) => source),
  };
}
