import type { Report } from '../base/diagnostics/report.ts';
import { spanAt } from '../base/span.ts';
import { isDeckKey, isSlideKey } from '../base/yaml/keys.ts';
import type { Locate } from '../base/yaml/yaml.ts';
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
  if (!opening) {
    reportOtherSyntax(file, report);
    return findBelowBlankLines(file, report);
  }
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
  const range = closeFrontMatter(file, opening[0].length, report);
  if (range) return range;
  const hint = 'close it with a line of three dashes';
  report.add('front-matter-unclosed', spanAt(file, 0, 3), 'the front matter is not closed', hint);
  return undefined;
}

/** Front matter of site generators: TOML between plus signs, JSON between semicolons or in braces. */
const otherSyntaxes = [
  ['TOML', /^(\+\+\+)[ \t]*\n(?:[^\n]*\n)*?\+\+\+[ \t]*(?:\n|$)/],
  ['JSON', /^(;;;)[ \t]*\n(?:[^\n]*\n)*?;;;[ \t]*(?:\n|$)/],
  ['JSON', /^(\{)[ \t]*\n[ \t]*"\w+"[ \t]*:[^\n]*\n(?:[^\n]*\n)*?\}[ \t]*(?:\n|$)/],
] as const;

function reportOtherSyntax(file: TextFile, report: Report): void {
  const start = file.text.search(/\S/);
  for (const [language, pattern] of otherSyntaxes) {
    const [, mark] = pattern.exec(file.text.slice(start)) ?? [];
    if (mark === undefined) continue;
    const message = `front matter in ${language} is text here`;
    const hint = 'write it as YAML ("title: My talk") between two lines of three dashes';
    report.add('front-matter-language', spanAt(file, start, mark.length), message, hint);
  }
}

/** Reads front matter below blank lines as it is meant, if it has a key that only front matter has. */
function findBelowBlankLines(file: TextFile, report: Report): FrontMatterRange | undefined {
  const [opening, blank = ''] = /^((?:[ \t]*\n)+)---[ \t]*\n/.exec(file.text) ?? [];
  if (opening === undefined) return undefined;
  const end = findClosing(file.text, opening.length);
  const yaml = file.text.slice(opening.length, end?.index ?? 0);
  const keys = [...yaml.matchAll(/^(\w+):/gm)].map(([, key = '']) => key);
  if (!keys.some((key) => isDeckKey(key) && !isSlideKey(key))) return undefined;
  const message = 'a blank line above the front matter';
  const hint = 'remove it: front matter begins on the first line';
  report.add('front-matter-blank', spanAt(file, blank.length, 3), message, hint);
  return closeFrontMatter(file, opening.length, report);
}

function closeFrontMatter(
  file: TextFile,
  start: number,
  report: Report,
): FrontMatterRange | undefined {
  const closing = findClosing(file.text, start);
  if (!closing) return undefined;
  const yaml = file.text.slice(start, closing.index);
  const heading = findHeading(yaml);
  if (heading) {
    const at = start + heading.index;
    const span = spanAt(file, at, heading.length);
    if (heading.isCertain) {
      const message = 'the front matter is not closed above this heading';
      report.add('front-matter-unclosed', span, message, 'close it with a line of three dashes');
      return { start, end: at, bodyStart: at };
    }
    const message = 'this is a comment in the front matter, not a heading';
    const hint = 'for a heading, close the front matter above it with a line of three dashes';
    report.add('yaml-comment', span, message, `${hint}; for a comment, leave no blank line above`);
  }
  const bodyStart = closing.index + closing[0].length;
  if (closing[0].startsWith('...')) {
    reportKeyBelowDots(file.text, bodyStart, (at, length) => spanAt(file, at, length), report);
  }
  return { start, end: closing.index, bodyStart };
}

/**
 * Reports settings below the line `...`, which ends the YAML.
 *
 * @param at where the text below that line begins
 */
export function reportKeyBelowDots(text: string, at: number, locate: Locate, report: Report): void {
  const [whole, key = ''] = /^\s*([A-Za-z]+):(?=\s)/.exec(text.slice(at, at + 200)) ?? [];
  if (whole === undefined || !(isDeckKey(key) || isSlideKey(key))) return;
  const message = `"${key}" is text: the line "..." above it has ended the settings`;
  const span = locate(at + whole.indexOf(key), key.length);
  report.add('front-matter-unclosed', span, message, 'remove that line');
}

function findClosing(text: string, start: number): RegExpExecArray | null {
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/gm;
  closing.lastIndex = start;
  return closing.exec(text);
}

const isYaml = /^["']?[\w-]+["']?:(?:\s|$)/;

/** A heading of Markdown, which is a comment in YAML. */
interface FoundHeading {
  readonly index: number;
  readonly length: number;
  /** Whether text follows that is no YAML. */
  readonly isCertain: boolean;
}

/** Finds a heading below a blank line, unless it can be a comment on the keys below it, or a key that is off. */
function findHeading(yaml: string): FoundHeading | undefined {
  for (const { 0: whole, 1: line = '', index } of yaml.matchAll(/\n[ \t]*\n(#{1,6} \S[^\n]*)/g)) {
    const below = yaml.slice(index + whole.length).replace(/^#.*$/gm, '');
    const [next] = /\S[^\n]*/.exec(below) ?? [];
    const isInList = /(?:^|\n)(?:[ \t]*-[ \t][^\n]*|[^\n]*:[ \t]*)$/.test(yaml.slice(0, index));
    if (next === undefined ? /^#+ \w+:/.test(line) : isYaml.test(next)) continue;
    if (next?.startsWith('- ') && isInList) continue;
    const at = index + whole.length - line.length;
    return { index: at, length: line.trimEnd().length, isCertain: next !== undefined };
  }
  return undefined;
}
