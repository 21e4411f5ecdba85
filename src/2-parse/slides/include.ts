import path from 'node:path';
import { readSplit } from '../../1-load/front-matter.ts';
import { findFrontMatter } from '../../1-load/split-front-matter.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { spanAt } from '../../base/span.ts';
import { type Place, parseYaml } from '../../base/yaml/yaml.ts';
import type { DeckSource, Located, Memo, TextFile } from '../../model/source.ts';
import type { BlockToken } from '../lexing/block-extensions.ts';
import { lex } from '../lexing/lexer.ts';
import { noMemo } from '../../base/memo.ts';
import { type OpenedSlide, openSlide } from './open-slide.ts';
import { placeSpans } from './place-spans.ts';
import { type SlideText, splitSlides } from './split.ts';

/** A slide and its place in the deck. */
export interface PlacedSlide {
  readonly slide: OpenedSlide;
  /** The file that contains it. */
  readonly file: TextFile;
  /** The line of the file, from 1, on which its text begins. */
  readonly line: number;
  /** Below the slide before it, not next to it. */
  readonly vertical: boolean;
  /** The link definitions of its file. */
  readonly definitions: string;
  /** The one to parse it with: errors in the file may have cut its tokens short. */
  readonly memo: Memo;
}

/** Where a file's slides begin, and at headings of which level they do. */
interface Body {
  readonly start: number;
  readonly split: number | undefined;
}

/** Files that include others twice, and these again, would soon fill the memory. */
const maxIncludes = 1000;

/** The slides of a deck, with those that it includes in their place. */
export function openSlides(source: DeckSource, report: Report): readonly PlacedSlide[] {
  const { file, bodyStart: start, head } = source;
  return new Opener(source, report).open(file, { start, split: head.split }, [file.realPath]);
}

class Opener {
  readonly #source: DeckSource;
  readonly #report: Report;
  #includes = 0;

  constructor(source: DeckSource, report: Report) {
    this.#source = source;
    this.#report = report;
  }

  /** @param chain the real paths of the files by way of which this one was reached, and its own */
  open(file: TextFile, { start, split }: Body, chain: readonly string[]): readonly PlacedSlide[] {
    const lexed = lex(file, start, this.#report, this.#source.memo);
    const memo = lexed.hasErrors ? noMemo : this.#source.memo;
    const slides = splitSlides(file, start, lexed, split, this.#report);
    return slides.flatMap((text) => {
      const slide = this.#openSlide(text, file, lexed.definitions, memo);
      const { definitions } = lexed;
      const placed = { slide, file, line: text.line, vertical: slide.vertical, definitions, memo };
      const { include, hide } = slide.settings;
      if (!include) return [placed];
      return hide ? [] : this.#include(include, placed, chain);
    });
  }

  #openSlide(text: SlideText, file: TextFile, definitions: string, memo: Memo): OpenedSlide {
    const { realPath } = file;
    const slide = memo.get(openSlide, [text.text, realPath, definitions], () =>
      openSlide(text, realPath),
    );
    for (const { code, span, message, hint } of placeSpans(slide.diagnostics, file, text.line)) {
      this.#report.add(code, span, message, hint);
    }
    return slide;
  }

  #include(
    relative: Located<string>,
    { slide, file, line }: PlacedSlide,
    chain: readonly string[],
  ): readonly PlacedSlide[] {
    const include = placeSpans(relative, file, line);
    if (!slide.tokens.every(isInvisible)) {
      const message = 'a slide that includes others has nothing of its own';
      const hint = 'put a break (---) below its head';
      this.#report.add('include-content', include.span, message, hint);
    }
    // The first one stands where the including slide stands; in a stack, the others go down as well.
    return this.#read(include, file, chain).map((entry, i) => ({
      ...entry,
      vertical: slide.vertical || (i > 0 && entry.vertical),
    }));
  }

  /** A file with a head of its own is divided as that says; for the rest, the deck's head holds. */
  #readHead(file: TextFile): Body {
    const matter = findFrontMatter(file, this.#report);
    if (!matter) return { start: 0, split: this.#source.head.split };
    const { start, end, bodyStart } = matter;
    const place: Place = (offset, length) => spanAt(file, start + offset, length);
    const entries = parseYaml(file.text.slice(start, end), place, this.#report);
    return { start: bodyStart, split: readSplit(entries ?? []) };
  }

  #read(
    { value, span }: Located<string>,
    from: TextFile,
    chain: readonly string[],
  ): readonly PlacedSlide[] {
    const [name, range] = divide(value);
    const file = this.#source.files({ path: name, from: from.realPath, span });
    if (!file) return [];
    if (chain.includes(file.realPath)) {
      const way = [...chain.slice(chain.indexOf(file.realPath)), file.realPath];
      const hint = way.map((step) => path.basename(step)).join(' → ');
      this.#report.add('include-cycle', span, `"${name}" includes itself`, hint);
      return [];
    }
    if (++this.#includes > maxIncludes) {
      this.#report.add('nesting-limit', span, `more than ${maxIncludes} includes in one deck`);
      return [];
    }
    const slides = this.open(file, this.#readHead(file), [...chain, file.realPath]);
    const chosen = range === undefined ? slides : chooseRange(slides, range);
    if (chosen) return chosen;
    const message = `"#${range}" names no slides of ${name}`;
    const hint = `it has ${slides.length}; write #3, #2-5 or #4-`;
    this.#report.add('include-range', span, message, hint);
    return [];
  }
}

/** `other.md#2-5` as the file's path and the range, if there is one. */
function divide(value: string): readonly [name: string, range?: string] {
  const hash = value.indexOf('#');
  return hash < 0 ? [value] : [value.slice(0, hash), value.slice(hash + 1)];
}

/** `3`, `2-5` or `4-`, counted from 1. */
function chooseRange<T>(slides: readonly T[], range: string): readonly T[] | undefined {
  const match = /^(\d+)(-(\d*))?$/.exec(range);
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[3] || slides.length);
  const isInside = first >= 1 && first <= last && last <= slides.length;
  return isInside ? slides.slice(first - 1, last) : undefined;
}

/** Whether a token shows nothing: blank lines, link definitions, comments. */
export function isInvisible(token: BlockToken): boolean {
  const isComment = token.type === 'html' && /^\s*<!--[\s\S]*-->\s*$/.test(token.raw);
  return isComment || token.type === 'space' || token.type === 'def';
}
