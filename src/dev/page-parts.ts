import { hash } from '../cache.ts';
import type { Page } from '../deck.ts';

/** A page taken apart at the borders that `4-bundle/shell.ts` gives it. */
export interface PageParts {
  /** Names the page by its content. */
  readonly version: string;
  readonly title: string;
  readonly style: string;
  /** Slides beside each other; those of a stack in one list. */
  readonly columns: readonly (readonly string[])[];
  /** All that is neither title, style, slides, nor the deck's source. */
  readonly frame: string;
}

const borders = {
  title: ['<title>', '</title>'],
  style: ['<style>', '</style>'],
  slides: ['<div class="slides">\n', '</div>\n</main>\n'],
} as const;

/** Takes a page apart. */
export function dividePage({ html, title }: Page): PageParts {
  const [head, afterTitle] = cut(html, 0, borders.title);
  const [beforeStyle, afterStyle, style] = cut(html, afterTitle, borders.style);
  const [beforeSlides, afterSlides, slides] = cut(html, afterStyle, borders.slides);
  const frame = [head, beforeStyle, beforeSlides, html.slice(afterSlides)].join('');
  return {
    version: hash(html).slice(0, 32),
    title,
    style,
    columns: divideSlides(slides),
    frame: frame.replace(source, '').replace(styleHash, ''),
  };
}

/** The element that carries the deck's source, which each change changes. */
const source = /<script type="application\/vnd\.lectern\.source\+json">[^<]*<\/script>\n/;
const styleHash = /style-src '[^']*'/;

/** @returns what stands before the first border, where what follows the second begins, and what is between */
function cut(
  html: string,
  from: number,
  [open, close]: readonly [string, string],
): readonly [before: string, after: number, between: string] {
  const start = html.indexOf(open, from);
  // Slides may hold words that look like their end; behind the deck there are none.
  const end = open === borders.slides[0] ? html.lastIndexOf(close) : html.indexOf(close, start);
  if (start < 0 || end < 0) throw new Error(`a page without ${open}`);
  return [html.slice(from, start), end + close.length, html.slice(start + open.length, end)];
}

/** In a text or an attribute, `<` is always escaped. */
const sectionTag = /<(\/?)section\b[^>]*>/g;
const openStack = '<section class="stack">';

function divideSlides(html: string): readonly (readonly string[])[] {
  return sectionsOf(html).map((column) =>
    column.startsWith(openStack) ? sectionsOf(column.slice(openStack.length, -closing)) : [column],
  );
}

const closing = '</section>'.length;

/** The outermost sections. */
function sectionsOf(html: string): readonly string[] {
  const sections: string[] = [];
  let [depth, start] = [0, 0];
  for (const { index, 0: tag, 1: slash } of html.matchAll(sectionTag)) {
    if (slash === '' && depth++ === 0) start = index;
    if (slash === '/' && --depth === 0) sections.push(html.slice(start, index + tag.length));
  }
  return sections;
}
