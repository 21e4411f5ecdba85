import path from 'node:path';
import { findRegions } from '../../1-load/dialects/shared/code-regions.ts';
import { isUrl } from '../../base/files/locate-file.ts';
import { relativePath } from '../../base/files/relative-path.ts';
import { decodeUri } from '../../base/text/decode-uri.ts';
import type { Places } from './places.ts';

/** A text file that names other files, before and after its conversion. Paths are absolute. */
interface MovedText {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** A path in a text. */
interface Mention {
  readonly start: number;
  readonly written: string;
  /** Whether it is the value of a key `src`, which includes slides. */
  readonly isSource: boolean;
}

/**
 * Changes the paths in Markdown that would lead elsewhere from the new place of the file, or to a file that has a
 * new name. Code is left alone, except what draws charts and diagrams.
 */
export function moveInMarkdown(file: MovedText, places: Places): string {
  const { text } = file;
  const { all } = findRegions(text, { formulas: true });
  const isDrawn = /^(?:chart|mermaid|dot|graphviz)\b/;
  const code = all.flatMap((region) => {
    if (region.kind === 'fence') return isDrawn.test(region.info.trim()) ? [] : [region.inner];
    return region.kind === 'code' || region.kind === 'indented' ? [region] : [];
  });
  const mentions = mentionsIn(text).filter(({ start }) => {
    return !code.some((stretch) => stretch.start <= start && start < stretch.end);
  });
  return moveTheme(replaceAll(mentions, file, places), file.to, places);
}

/** The same for a style sheet. */
export function moveInCss(file: MovedText, places: Places): string {
  return replaceAll(mentionsIn(file.text), file, places);
}

const patterns = [
  /"([^"\n]{1,1000})"/g,
  /'([^'\n]{1,1000})'/g,
  /<([^<>\n]{1,1000})>/g,
  /\(([^()\n]{1,1000})\)/g,
  /([^\s"'`()<>[\]{},=|]+)/g,
];

/** Whatever may be a path: words, and what is between quotes or brackets. */
function mentionsIn(text: string): readonly Mention[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: whole, 1: written = '', index }) => {
      const start = index + whole.indexOf(written);
      const before = text.slice(Math.max(0, start - 20), start);
      return { start, written, isSource: /\bsrc[ \t]*:[ \t]*["']?$/.test(before) };
    }),
  );
}

function replaceAll(mentions: readonly Mention[], file: MovedText, places: Places): string {
  const changes = mentions.flatMap((mention) => {
    const { start, written } = mention;
    const moved = movedReference(mention, file, places);
    return moved === undefined ? [] : [{ start, end: start + written.length, moved }];
  });
  let [text, at] = ['', 0];
  for (const { start, end, moved } of changes.sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    text += file.text.slice(at, start) + moved;
    at = end;
  }
  return text + file.text.slice(at);
}

/** The path of a file from its new place on; `undefined` if what is written names no file, or need not change. */
function movedReference(
  { written, isSource }: Mention,
  { from, to }: MovedText,
  places: Places,
): string | undefined {
  const [, name = '', rest = ''] = /^([^#?]*)(.*)$/s.exec(written) ?? [];
  if (!/[/.]/.test(name) || isUrl(name)) return undefined;
  const isEncoded = name.includes('%');
  for (const plain of isEncoded ? [name, decodeUri(name)] : [name]) {
    const target = path.resolve(path.dirname(from), plain);
    const place = isSource ? places.ofIncluded(target) : places.of(target);
    if (place === undefined) continue;
    const folder = path.dirname(to);
    if (path.resolve(folder, plain) === place) return undefined;
    const moved = relativePath(folder, place);
    const dotted = plain.startsWith('./') && !moved.startsWith('../') ? `./${moved}` : moved;
    return (isEncoded && plain !== name ? encodeURI(dotted) : dotted) + rest;
  }
  return undefined;
}

/** A theme that the project's `themes/` contains is named by its path, as another project does not have it. */
function moveTheme(text: string, to: string, places: Places): string {
  const [matter = ''] = /^---\n[\s\S]*?\n---\n/.exec(text) ?? [];
  const moved = matter.replace(/^(theme:[ \t]*)([\w-]+)[ \t]*$/m, (line, key: string, name) => {
    const place = places.theme(name);
    return place === undefined ? line : `${key}${relativePath(path.dirname(to), place)}`;
  });
  return moved + text.slice(matter.length);
}
