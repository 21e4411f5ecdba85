import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { DocumentLink, Location, Position, Range } from 'vscode-languageserver-protocol';
import { isUrl } from '../../base/files/locate-file.ts';
import { decodeUri } from '../../base/text/decode-uri.ts';
import type { OpenText, Workspace } from '../decks/workspace.ts';
import { contains, lineRange, uriOfPath } from '../text/positions.ts';
import { regionsByLine, type ScannedText } from '../text/scan.ts';

/** A path or an address in a text. */
interface Reference {
  readonly target: string;
  readonly range: Range;
}

/** What names files, by its place: in settings and charts, in fences, and in text. All take linear time. */
const inSettings =
  /^[ \t]*(?:<!--[ \t]*)?(?:- |(?:src|data|logo|styles|scripts|background|template|text|heading|mono|bibliography|theme|image)[ \t]*:[ \t]*)["']?([^"'\s[{#][^"'\n#]*)(?:#[^"'\n]*)?["']?$/d;
const inFence = /[ \t{]src=["']?([^"'\s#}]+)/d;
const inText = [
  /\]\(<?([^)\s>#]{1,999})(?:#[^)\s>]{0,999})?>?(?:[ \t]{1,99}["'(][^)]{0,999})?\)/dg,
  /<(?:img|video|audio|source)\b[^<>]{0,999}?\bsrc=["']([^"'#]{1,999})/dg,
  /^ {0,3}\[[^\]^]+\]:[ \t]*<?([^\s>#]+)/dg,
];

export function fileReferences(scanned: ScannedText): readonly Reference[] {
  const regions = regionsByLine(scanned);
  return scanned.lines.flatMap((line, number) => {
    const region = regions[number];
    const isYaml = /^(?:front-matter|settings|comment)$/.test(region?.kind ?? '');
    const isChart = region?.kind === 'fence' && /^(?:chart|table)\b/.test(region.info);
    const patterns =
      isYaml || isChart ? [inSettings] : region?.kind === 'fence' ? [inFence] : inText;
    return patterns.flatMap((pattern) =>
      matchesOf(pattern, pattern === inSettings ? withoutEnd(line) : line).map((place) => ({
        target: place.text,
        range: lineRange(number, place.start, place.start + place.text.length),
      })),
    );
  });
}

/** A line without the end of a comment, and without spaces at its end. */
function withoutEnd(line: string): string {
  const text = line.trimEnd();
  return text.endsWith('-->') ? text.slice(0, -3).trimEnd() : text;
}

function matchesOf(pattern: RegExp, line: string) {
  const matches = pattern.global ? [...line.matchAll(pattern)] : [pattern.exec(line)];
  return matches.flatMap((match) => {
    const [start] = match?.indices?.[1] ?? [];
    return start === undefined ? [] : [{ text: match?.[1] ?? '', start }];
  });
}

/** The links of a text to files that are there, and to the web. */
export function documentLinks(text: OpenText, scanned: ScannedText): DocumentLink[] {
  return fileReferences(scanned).flatMap(({ target, range }) => {
    if (/^https?:/i.test(target)) return [{ range, target }];
    const file = fileOf(target, text);
    return file === undefined ? [] : [{ range, target: uriOfPath(file) }];
  });
}

/** The file, or the definition of the link or footnote, that is named at a position. */
export function definitionsAt(
  text: OpenText,
  scanned: ScannedText,
  position: Position,
  workspace: Workspace,
): Location[] {
  const reference = fileReferences(scanned).find(({ range }) => contains(range, position));
  const file = reference && fileOf(reference.target, text);
  if (file !== undefined) return [{ uri: workspace.uriOf(file), range: lineRange(0, 0, 0) }];
  const label = labelAt(scanned.lines[position.line] ?? '', position.character);
  if (label === undefined) return [];
  return scanned.lines.flatMap((line, number) => {
    const [whole, found] = /^ {0,3}\[([^\]]+)\]:/.exec(line) ?? [];
    if (whole === undefined || found?.toLowerCase() !== label.toLowerCase()) return [];
    return [{ uri: text.uri, range: lineRange(number, 0, whole.length) }];
  });
}

/** `name` in `[text][name]`, `[name]` and `[^name]`. */
function labelAt(line: string, character: number): string | undefined {
  for (const match of line.matchAll(/\[([^\][]+)\](?:\[([^\][]*)\])?/g)) {
    const end = match.index + match[0].length;
    if (match.index <= character && character <= end) return match[2] || match[1];
  }
  return undefined;
}

function fileOf(target: string, { file }: OpenText): string | undefined {
  if (isUrl(target)) return undefined;
  return [target, decodeUri(target)]
    .map((name) => path.resolve(path.dirname(file), name))
    .find((each) => existsSync(each) && statSync(each).isFile());
}
