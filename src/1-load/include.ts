import path from 'node:path';
import { reportOnText } from '../base/diagnostics/foreign-report.ts';
import type { Report } from '../base/diagnostics/report.ts';
import { noMemo } from '../base/memo/memo.ts';
import { originalSpan, spanAt } from '../base/span.ts';
import { type Locate, parseYaml } from '../base/yaml/yaml.ts';
import type { FrontMatter } from '../model/front-matter.ts';
import type { FileReader, Located, Memo, SlideSource, TextFile, Token } from '../model/source.ts';
import { findFrontMatter } from './find-front-matter.ts';
import { readIncludedFrontMatter } from './front-matter.ts';
import { lex } from './lexing/lexer.ts';
import { type Opened, openSlide } from './slides/open-slide.ts';
import { overrideSettings } from './slides/override-settings.ts';
import { placeSpans } from './slides/place-spans.ts';
import { type SlideText, splitSlides } from './slides/split.ts';

/** The start of a file's slides, the heading level that splits them, and the file's own variables. */
interface Body {
  readonly start: number;
  readonly split: number | undefined;
  readonly vars: SlideSource['vars'];
}

/** Nested includes could otherwise multiply without limit. */
const maxIncludes = 1000;

/** Each file in the chain of includes takes memory of the stack. */
const maxDepth = 50;

/** No browser shows more in a reasonable time. */
const maxSlides = 5000;

/** The context for reading the slides of a deck. */
interface Reading {
  readonly files: FileReader;
  readonly memo: Memo;
  /** The heading level that splits files without front matter of their own. */
  readonly split: number | undefined;
  /** The TeX commands of each included file, to which they are added. */
  readonly macros: Map<string, FrontMatter['macros']>;
}

/**
 * Reads the slides of a deck, including those of included files.
 *
 * @param start where in the file the slides begin
 */
export function readSlides(
  file: TextFile,
  start: number,
  reading: Reading,
  report: Report,
): readonly SlideSource[] {
  const body = { start, split: reading.split, vars: new Map() };
  return new SlideReader(reading, report).read(file, body, [file.realPath]);
}

class SlideReader {
  readonly #reading: Reading;
  readonly #report: Report;
  #includes = 0;
  #slides = 0;

  constructor(reading: Reading, report: Report) {
    this.#reading = reading;
    this.#report = report;
  }

  /** @param chain the real paths of the including files, and of this one */
  read(
    file: TextFile,
    { start, split, vars }: Body,
    chain: readonly string[],
  ): readonly SlideSource[] {
    const report = reportOnText(file, this.#report);
    const lexed = lex(file, start, report, this.#reading.memo);
    const { definitions } = lexed;
    const memo = lexed.hasErrors ? noMemo : this.#reading.memo;
    const texts = splitSlides(file, start, lexed, split, report);
    return this.#limit(texts, file).flatMap((text) => {
      const opened = this.#open(text, file, definitions, memo);
      const { slide, vertical } = opened;
      const { include, hide } = slide.frontMatter;
      if (!include) return [{ slide, vertical, file, line: text.line, definitions, vars, memo }];
      const over = placeSpans(slide.frontMatter, file, text.line);
      const located = placeSpans(include, file, text.line);
      if (hide) return [];
      return this.#include(located, opened, file, chain).map((entry, i) => {
        const frontMatter = overrideSettings(entry.slide.frontMatter, over, i === 0);
        return { ...entry, slide: { ...entry.slide, frontMatter } };
      });
    });
  }

  /** The slides that still have a place in the deck. */
  #limit(texts: readonly SlideText[], file: TextFile): readonly SlideText[] {
    const room = Math.max(0, maxSlides - this.#slides);
    this.#slides += texts.length;
    const first = texts[room];
    if (first) {
      const span = originalSpan(file, { file: file.path, line: first.line, column: 1, length: 1 });
      const hint = 'divide it into several decks';
      this.#report.add('slide-limit', span, `a deck can have at most ${maxSlides} slides`, hint);
    }
    return texts.slice(0, room);
  }

  #open(text: SlideText, file: TextFile, definitions: string, memo: Memo): Opened {
    const { realPath } = file;
    const opened = memo.get(openSlide, [text.text, realPath, definitions], () =>
      openSlide(text, realPath),
    );
    this.#report.addAll(placeSpans(opened.diagnostics, file, text.line));
    return opened;
  }

  #include(
    include: Located<string>,
    { tokens, vertical }: Opened,
    file: TextFile,
    chain: readonly string[],
  ): readonly SlideSource[] {
    if (!tokens.every(isInvisible)) {
      const message = 'a slide with "src" must be empty';
      const hint = 'put a break (---) below its front matter';
      this.#report.add('include-content', include.span, message, hint);
    }
    // The first one replaces the including slide; in a stack, the others follow vertically.
    return this.#readFile(include, file, chain).map((entry, i) => ({
      ...entry,
      vertical: vertical || (i > 0 && entry.vertical),
    }));
  }

  #readBody(file: TextFile): Body {
    const report = reportOnText(file, this.#report);
    const matter = findFrontMatter(file, report);
    if (!matter) return { start: 0, split: this.#reading.split, vars: new Map() };
    const { start, end, bodyStart } = matter;
    const locate: Locate = (offset, length) => spanAt(file, start + offset, length);
    const entries = parseYaml(file.text.slice(start, end), locate, report);
    const { split, vars, macros } = readIncludedFrontMatter(entries ?? [], report);
    if (macros) this.#reading.macros.set(file.path, macros);
    return { start: bodyStart, split, vars: vars ?? new Map() };
  }

  #readFile(
    { value, span }: Located<string>,
    from: TextFile,
    chain: readonly string[],
  ): readonly SlideSource[] {
    const [name, range] = divide(value);
    const file = this.#reading.files({ path: name, from: from.realPath, span });
    if (!file) return [];
    if (chain.includes(file.realPath)) {
      const way = [...chain.slice(chain.indexOf(file.realPath)), file.realPath];
      const hint = way.map((step) => path.basename(step)).join(' → ');
      this.#report.add('include-cycle', span, `"${name}" includes itself`, hint);
      return [];
    }
    if (chain.length > maxDepth) {
      const message = `more than ${maxDepth} files that include each other`;
      this.#report.add('nesting-limit', span, message, 'include some of them from the deck itself');
      return [];
    }
    if (++this.#includes > maxIncludes) {
      this.#report.add('nesting-limit', span, `more than ${maxIncludes} includes in one deck`);
      return [];
    }
    const all = this.read(file, this.#readBody(file), [...chain, file.realPath]);
    if (range === undefined) return all;
    const slides = all.filter(({ isShown }) => isShown !== false);
    const chosen = chooseRange(slides, range);
    if (chosen) return [...chosen, ...definitionsIn(all, chosen)];
    const message = `"#${range}" names no slides of ${name}`;
    const hint = `it has ${slides.length}; write #3, #2-5, #4- or #2,5-7`;
    this.#report.add('include-range', span, message, hint);
    return [];
  }
}

/** The slides that were not chosen and define footnotes, to which the others may refer. */
function definitionsIn(
  slides: readonly SlideSource[],
  chosen: readonly SlideSource[],
): readonly SlideSource[] {
  const others = slides.filter((entry) => !chosen.includes(entry));
  return others
    .filter(({ slide }) => slide.tokens.some(({ type }) => type === 'footnoteDefinition'))
    .map((entry) => ({ ...entry, isShown: false }));
}

/** `other.md#2-5` as the file's path and the range, if there is one. */
function divide(value: string): readonly [name: string, range?: string] {
  const hash = value.indexOf('#');
  return hash < 0 ? [value] : [value.slice(0, hash), value.slice(hash + 1)];
}

/** `3`, `2-5`, `4-`, or several of them with commas between them, counted from 1. */
function chooseRange<T>(slides: readonly T[], range: string): readonly T[] | undefined {
  const parts = range.split(',').map((part) => {
    const match = /^(\d+)(-(\d*))?$/.exec(part.trim());
    if (!match) return undefined;
    const first = Number(match[1]);
    const last = match[2] === undefined ? first : Number(match[3] || slides.length);
    const isInside = first >= 1 && first <= last && last <= slides.length;
    return isInside ? slides.slice(first - 1, last) : undefined;
  });
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** Whether a token shows nothing: blank lines, link definitions, comments. */
export function isInvisible(token: Token): boolean {
  const isComment = token.type === 'html' && /^\s*<!--[\s\S]*-->\s*$/.test(token.raw);
  return isComment || token.type === 'space' || token.type === 'def';
}
