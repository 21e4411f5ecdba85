import type { Token } from 'markdown-it';
import { lastAtOrBelow } from '../../../base/span.ts';
import type { TextEdits } from '../text-edits.ts';
import { imageText } from './image-text.ts';
import { type ImageOptions, readImageOptions } from './read/image-options.ts';
import type { InlineText } from './read/inline-text.ts';
import type { Hit } from './read/reader.ts';

/** What the text of a block has that is not shown at its place. */
export interface FoundInline {
  readonly comments: readonly string[];
  readonly backgrounds: readonly BackgroundImage[];
}

export interface BackgroundImage {
  readonly options: ImageOptions;
  readonly url: string;
  /** In the file. */
  readonly at: number;
}

/** A stretch that is not shown, by offsets in the text of its block. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** The text of a block. */
export interface InlineBlock {
  readonly token: Token;
  readonly hits: readonly Hit[];
  readonly inline: InlineText;
  /** Whether it is a paragraph that is in no list or quote. */
  readonly isTop: boolean;
  readonly isHeading: boolean;
  /** Whether its line ends are line breaks. */
  readonly breaks: boolean;
}

/** Translates images, links and line ends in the text of a block. */
export function translateInlines(block: InlineBlock, edits: TextEdits): FoundInline {
  const { token, hits, inline } = block;
  const sorted = hits.toSorted((a, b) => a.start - b.start);
  const children = token.children ?? [];
  const comments = sorted.filter(({ rule }) => rule === 'comment');
  const images = sorted.filter(({ rule }) => rule === 'image');
  const hidden: Range[] = [...comments];
  const backgrounds: BackgroundImage[] = [];
  const tokens = children.filter(({ type }) => type === 'image');
  for (const [i, hit] of images.entries()) {
    const image = tokens[i];
    if (!image) continue;
    const options = readImageOptions(image.content);
    const url = decoded(String(image.attrGet('src') ?? ''));
    const at = inline.at(hit.start);
    if (options.isBackground) {
      backgrounds.push({ options, url, at });
      hidden.push(hit);
    } else translateImage(image, options, url, [at, inline.at(hit.end)], edits);
  }
  for (const link of sorted) translateLink(link, inline, edits);
  breakLines({ ...block, hits: sorted }, hidden, edits);
  const texts = children.filter(({ type }) => type === 'comment').map(({ content }) => content);
  return { comments: texts, backgrounds };
}

function translateImage(
  image: Token,
  options: ImageOptions,
  url: string,
  [start, end]: readonly [number, number],
  edits: TextEdits,
): void {
  const title = String(image.attrGet('title') ?? '');
  if (title === '' && options.alt === image.content.trim() && image.meta === null) return;
  const path = edits.author.text.slice(start, end).lastIndexOf('](');
  edits.replace(start, end, imageText({ options, url, title }, start + path + ']('.length));
}

/** A link to a slide by its number, `#3`. */
function translateLink({ rule, end, labelEnd }: Hit, inline: InlineText, edits: TextEdits): void {
  if (rule !== 'link' || labelEnd === undefined) return;
  const [whole, before = ''] =
    /^(\(\s*<?#)\d+>?\s*\)$/.exec(inline.text.slice(labelEnd, end)) ?? [];
  if (whole !== undefined) edits.insert(inline.at(labelEnd + before.length), '/');
}

/** A line of the text, with what is in it. */
interface TextLine extends Range {
  readonly isShown: boolean;
  /** What is not shown and is at least in part in it. */
  readonly hidden: readonly Range[];
  readonly hasImagesOnly: boolean;
}

/** Line ends are line breaks, and lines of which nothing is shown disappear. */
function breakLines(
  { hits, inline, isTop, isHeading, breaks }: InlineBlock,
  hidden: readonly Range[],
  edits: TextEdits,
): void {
  const { text } = inline;
  const lines = linesOf(text, hits, hidden);
  const last = lines.findLastIndex(({ isShown }) => isShown);
  const isImages = (line: TextLine | undefined) => isTop && line?.hasImagesOnly === true;
  for (const [i, line] of lines.entries()) {
    if (line.isShown) {
      for (const range of line.hidden) {
        const { start, end } = withSpace(range, line, text);
        edits.remove(inline.at(start), inline.at(end));
      }
      if (i >= last) continue;
      const next = lines[nextShown(lines, i)];
      if (next === lines[last] && isClosingTags(next, text)) continue;
      const end = inline.at(line.end);
      if (isHeading) edits.replace(end, inline.at(next?.start ?? line.end), breaks ? '<br>' : ' ');
      if (isHeading || !breaks) continue;
      if (isImages(line) || isImages(next)) edits.insert(end, '\n');
      else if (!/ {2}$|\\$/.test(text.slice(line.start, line.end))) edits.insert(end, '\\');
    } else if (i === 0) {
      edits.remove(inline.at(line.start), inline.at(lines[1]?.start ?? line.end));
    } else edits.remove(inline.at(line.start - 1), inline.at(line.end));
  }
}

/** What is removed at one end of a line, or between two spaces, takes a space with it. */
function withSpace({ start, end }: Range, line: Range, text: string): Range {
  if (start <= line.start) return { start, end: text[end] === ' ' ? end + 1 : end };
  const isBeforeSpace = end >= line.end || text[end] === ' ';
  return { start: isBeforeSpace && text[start - 1] === ' ' ? start - 1 : start, end };
}

/** Tags at the end of a text, after which a line break would show nothing. */
function isClosingTags(line: TextLine | undefined, text: string): boolean {
  return (
    line !== undefined && /^\s*(?:<\/[a-z][\w-]*\s*>\s*)+$/i.test(text.slice(line.start, line.end))
  );
}

function nextShown(lines: readonly TextLine[], index: number): number {
  let next = index + 1;
  while (next < lines.length && !lines[next]?.isShown) next++;
  return next;
}

/** @param hits in order */
function linesOf(
  text: string,
  hits: readonly Hit[],
  hidden: readonly Range[],
): readonly TextLine[] {
  const ends = hits.filter(({ rule, start }) => rule === 'newline' && text[start] === '\n');
  const starts = [0, ...ends.map(({ start }) => start + 1)];
  const visible = withoutRanges(text, hidden);
  const hitsIn = new Map<number, Hit[]>();
  for (const hit of hits) {
    const line = lastAtOrBelow(starts, hit.start);
    const isWithin = hit.end <= (ends[line]?.start ?? text.length);
    if (isWithin) addTo(hitsIn, line, hit);
  }
  const hiddenIn = new Map<number, Range[]>();
  for (const range of hidden) {
    const end = lastAtOrBelow(starts, range.end - 1);
    for (let line = lastAtOrBelow(starts, range.start); line <= end; line++) {
      addTo(hiddenIn, line, range);
    }
  }
  return starts.map((start, i) => {
    const end = ends[i]?.start ?? text.length;
    const own = hitsIn.get(i) ?? [];
    return {
      start,
      end,
      isShown: visible.slice(start, end).trim() !== '',
      hidden: (hiddenIn.get(i) ?? []).filter((range) => range.start < end && range.end > start),
      hasImagesOnly:
        own.length > 0 && own.every(({ rule }) => rule === 'image' || rule === 'newline'),
    };
  });
}

function addTo<T>(lists: Map<number, T[]>, line: number, item: T): void {
  const list = lists.get(line);
  if (list) list.push(item);
  else lists.set(line, [item]);
}

/** The text with these ranges blank. */
function withoutRanges(text: string, ranges: readonly Range[]): string {
  const characters = text.split('');
  for (const { start, end } of ranges) characters.fill(' ', start, end);
  return characters.join('');
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
