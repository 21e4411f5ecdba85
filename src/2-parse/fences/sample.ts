import { suggest } from '../../base/diagnostics/suggest.ts';
import { spanAt } from '../../base/span.ts';
import type { TextFile } from '../../model/source.ts';
import type { Source } from '../source.ts';

/** A line that starts or ends a region, as for folding in editors: `// #region name`, `# endregion`. */
const regionMark = /^\s*(?:\/\/|\/\*|--|;|<!--|%|")?\s*#\s*(?:region\s+([\w-]+)|endregion\b)/;

/**
 * Reads a sample from a source file: `a.ts`, or `a.ts#name` for the lines between the comments
 * `#region name` and `#endregion`. Common indent and the comments of regions are removed.
 *
 * @param reference as written; `source` begins with it
 */
export function readSample(reference: string, source: Source): string {
  const [path = '', region] = reference.split('#', 2);
  const file = source.fileAt(path, source.span(0, path.length));
  if (!file) return '';
  const lines = file.text.replace(/\n$/, '').split('\n');
  if (region === undefined) return withoutMarks(lines);
  const start = lines.findIndex((line) => regionMark.exec(line)?.[1] === region);
  if (start < 0) {
    const names = lines.flatMap((line) => regionMark.exec(line)?.[1] ?? []);
    const hint =
      names.length > 0
        ? suggest(region, names)
        : `mark it in ${path} with the comments "#region ${region}" and "#endregion"`;
    const span = source.span(path.length, region.length + 1);
    source.report.add('code-region', span, `${path} has no region "${region}"`, hint);
    return '';
  }
  const end = findRegionEnd(lines, start);
  if (end === undefined) {
    const message = `the region "${region}" has no #endregion`;
    source.report.add('code-region', spanOfLine(file, lines, start), message);
  }
  return withoutMarks(lines.slice(start + 1, end));
}

function findRegionEnd(lines: readonly string[], start: number): number | undefined {
  let depth = 0;
  for (let i = start; i < lines.length; i++) {
    const match = regionMark.exec(lines[i] ?? '');
    if (match) depth += match[1] === undefined ? -1 : 1;
    if (depth === 0) return i;
  }
  return undefined;
}

function spanOfLine(file: TextFile, lines: readonly string[], index: number) {
  const offset = lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
  return spanAt(file, offset, lines[index]?.length ?? 1);
}

/** Removes the comments of regions, and the common indent. */
function withoutMarks(lines: readonly string[]): string {
  const rest = lines.filter((line) => !regionMark.test(line));
  const solid = rest.filter((line) => line.trim() !== '');
  const indents = solid.map((line) => line.length - line.trimStart().length);
  const indent = indents.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  return rest.map((line) => line.slice(Number.isFinite(indent) ? indent : 0)).join('\n');
}
