import type { Report } from '../../base/diagnostics/report.ts';
import type { Locate } from '../../base/yaml/yaml.ts';

const maxDepth = 100;

const marker = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/y;

const thematicBreak = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;

/**
 * Whether lists and quotes nest at most 100 deep. The lexer needs time that grows with the square of the depth,
 * and finally exhausts the stack.
 */
export function checkNesting(text: string, locate: Locate, report: Report): boolean {
  const offset = findDeepNesting(text);
  if (offset === undefined) return true;
  const message = `lists or quotes nested deeper than ${maxDepth} levels`;
  report.add('nesting-limit', locate(offset, 1), message);
  return false;
}

/** @returns the offset of the first list or quote that is nested too deeply */
export function findDeepNesting(text: string): number | undefined {
  let [offset, fence] = [0, ''];
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence)) fence = '';
    if (fence === '' && nestingDepth(line) > maxDepth) return offset + line.search(/\S/);
    offset += line.length + 1;
  }
  return undefined;
}

function nestingDepth(line: string): number {
  if (!/^[ \t>\d*+-]/.test(line) || thematicBreak.test(line)) return 0;
  let [depth, end] = [0, 0];
  marker.lastIndex = 0;
  for (; marker.test(line); depth++) end = marker.lastIndex;
  if (depth === 0) return 0;
  const indent = line.length - line.trimStart().length;
  return depth + Math.floor(Math.min(indent, end) / 2);
}
