import path from 'node:path';
import { findFrontMatter } from '../1-load/front-matter.ts';
import type { AssetRef, Deck, DeckSource, Inline, Located, Slide, TextFile } from '../deck.ts';
import type { Report } from '../diagnostics.ts';
import type { DeckContext } from './context.ts';
import { TagBalance } from './html.ts';
import { type OpenedSlide, openSlide, parseSlide, parseValue } from './slide.ts';
import { splitSlides } from './split.ts';

/** Parses the whole deck, includes and all. What is wrong goes into the report; parsing goes on. */
export function parseDeck(source: DeckSource, report: Report): Deck {
  const context: DeckContext = {
    report,
    files: source.files,
    vars: source.head.vars,
    footnotes: new Map(),
    footnoteReferences: [],
    ids: new Map(),
    code: [],
    emoji: new Set(),
  };
  const stacks: Slide[][] = [];
  const opened = openFile(source.file, source.bodyStart, source, [source.file.realPath], context);
  for (const { slide, file } of opened.filter((entry) => !entry.slide.settings.hide)) {
    const parsed = parseSlide(slide, file, stacks.length === 0, source.head.incremental, context);
    const stack = slide.vertical ? stacks.at(-1) : undefined;
    if (stack) stack.push(parsed);
    else stacks.push([parsed]);
  }
  if (opened.length === 0 || stacks.flat().every(isEmpty)) reportEmpty(source, report);
  reportFootnotes(context);
  return {
    head: source.head,
    title: source.head.title ?? titleOf(stacks) ?? path.basename(source.file.realPath, '.md'),
    header: parseLine(source.head.header, source.file, context),
    footer: parseLine(source.head.footer, source.file, context),
    stacks,
    footnotes: context.footnotes,
    code: context.code,
    emoji: context.emoji,
  };
}

/** A line of the front matter in inline Markdown. */
function parseLine(
  line: Located<string> | undefined,
  file: TextFile,
  deck: DeckContext,
): readonly Inline[] {
  if (!line) return [];
  const context = { ...deck, file, incremental: false, notes: [], tags: new TagBalance() };
  return parseValue(line, context).flatMap((block) =>
    block.kind === 'paragraph' ? block.content : [],
  );
}

interface FileSlide {
  readonly slide: OpenedSlide;
  readonly file: TextFile;
}

/** The slides of a file, with those that it includes in their place. */
function openFile(
  file: TextFile,
  start: number,
  source: DeckSource,
  chain: readonly string[],
  context: DeckContext,
): readonly FileSlide[] {
  const slides = splitSlides(file, start, source.head.split, context.report);
  return slides.flatMap((tokens) => {
    const slide = openSlide(tokens, file, context);
    const { include } = slide.settings;
    if (!include) return [{ slide, file }];
    if (slide.tokens.some(({ type }) => type !== 'space' && type !== 'def')) {
      const message = 'a slide that includes others has nothing of its own';
      context.report.add(
        'include-range',
        include.span,
        message,
        'put a break (---) below its head',
      );
    }
    const included = openInclude(include, file, source, chain, context);
    // In a stack, what is included goes down as well.
    return slide.vertical
      ? included.map((entry) => ({ ...entry, slide: { ...entry.slide, vertical: true } }))
      : included;
  });
}

function openInclude(
  include: Located<string>,
  from: TextFile,
  source: DeckSource,
  chain: readonly string[],
  context: DeckContext,
): readonly FileSlide[] {
  const { report } = context;
  const [name = '', range] = include.value.split('#', 2);
  const ref: AssetRef = { path: name, from: from.realPath, span: include.span };
  const file = context.files(ref);
  if (!file) return [];
  if (chain.includes(file.realPath)) {
    const way = [...chain.slice(chain.indexOf(file.realPath)), file.realPath];
    const hint = way.map((step) => path.basename(step)).join(' → ');
    report.add('include-cycle', include.span, `"${name}" includes itself`, hint);
    return [];
  }
  const start = findFrontMatter(file, report)?.bodyStart ?? 0;
  const slides = openFile(file, start, source, [...chain, file.realPath], context);
  const chosen = range === undefined ? slides : chooseRange(slides, range);
  if (!chosen) {
    const message = `"#${range}" names no slides of ${name}`;
    const hint = `it has ${slides.length}; write #3, #2-5 or #4-`;
    report.add('include-range', include.span, message, hint);
  }
  return chosen ?? [];
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

function isEmpty(slide: Slide): boolean {
  return slide.slots.length === 0 && !slide.head.background;
}

function reportEmpty(source: DeckSource, report: Report): void {
  if (report.hasErrors) return;
  const span = { file: source.file.path, line: 1, column: 1, length: 1 };
  report.add('deck-empty', span, 'the deck has no slides', 'begin with a line such as "# My talk"');
}

function reportFootnotes({ footnotes, footnoteReferences, report }: DeckContext): void {
  for (const { label, span } of footnoteReferences) {
    if (footnotes.has(label)) continue;
    const hint = `define it on a line of its own: [^${label}]: text`;
    report.add('footnote-missing', span, `there is no footnote "${label}"`, hint);
  }
  const used = new Set(footnoteReferences.map(({ label }) => label));
  for (const { label, span } of footnotes.values()) {
    if (!used.has(label))
      report.add('footnote-unused', span, `nothing refers to the footnote "${label}"`);
  }
}

function titleOf(stacks: readonly (readonly Slide[])[]): string | undefined {
  return stacks.flat().find(({ title }) => title !== '')?.title;
}
