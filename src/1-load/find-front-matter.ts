import type { Report } from '../base/diagnostics/report.ts';
import { spanAt } from '../base/span.ts';
import type { TextFile } from '../model/source.ts';

/** Offsets in the file's text: of the YAML, and of the slides after it. */
interface FrontMatterRange {
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
}

/**
 * Finds the front matter: from a first line of exactly `---` to the next such line, or to `...`, the end of a
 * document in YAML. In other tools, a word after
 * the dashes names a language, which some execute; here, it is text.
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
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/gm;
  closing.lastIndex = start;
  const end = closing.exec(file.text);
  if (!end) {
    const hint = 'close it with a line of three dashes';
    report.add('front-matter-unclosed', spanAt(file, 0, 3), 'the front matter is not closed', hint);
    return undefined;
  }
  return { start, end: end.index, bodyStart: end.index + end[0].length };
}
