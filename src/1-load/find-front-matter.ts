import type { Report } from '../base/diagnostics/report.ts';
import { spanAt } from '../base/span.ts';
import type { TextFile } from '../model/source.ts';

/** Offsets into the file's text: the YAML, and where the slides begin behind it. */
interface FrontMatterRange {
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
}

/**
 * Finds the front matter: from a first line of exactly `---` to the next such line. Another word
 * after the dashes names a language in other tools, some of which run it; here it is only text.
 */
export function findFrontMatter(file: TextFile, report: Report): FrontMatterRange | undefined {
  const opening = /^---([^\n]*)(?:\n|$)/.exec(file.text);
  if (!opening) return undefined;
  const word = (opening[1] ?? '').trimEnd();
  if (word !== '') {
    if (/^\w/.test(word)) {
      const hint = 'front matter is YAML between two lines of three dashes and nothing else';
      report.add(
        'front-matter-language',
        spanAt(file, 0, 3 + word.length),
        `"---${word}" is text, not front matter`,
        hint,
      );
    }
    return undefined;
  }
  const start = opening[0].length;
  const closing = /^---[ \t]*(?:\n|$)/gm;
  closing.lastIndex = start;
  const end = closing.exec(file.text);
  if (!end) {
    const hint = 'close it with a line of three dashes';
    report.add('front-matter-unclosed', spanAt(file, 0, 3), 'the front matter has no end', hint);
    return undefined;
  }
  return { start, end: end.index, bodyStart: end.index + end[0].length };
}
