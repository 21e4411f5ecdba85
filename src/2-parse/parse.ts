import path from 'node:path';
import type { Report } from '../base/diagnostics/report.ts';
import type { Deck, Slide } from '../model/deck.ts';
import type { DeckHead } from '../model/front-matter.ts';
import type { Inline } from '../model/inline.ts';
import type { DeckSource, Located, TextFile } from '../model/source.ts';
import type { DeckContext } from './context.ts';
import { Equations } from './inline/equations.ts';
import { TagBalance } from './inline/html.ts';
import { fillIn } from './inline/variables.ts';
import { type FileSlide, isInvisible, openSlides } from './slides/include.ts';
import { slideParser } from './slides/known-slides.ts';
import { type OpenedSlide, parseLine } from './slides/slide.ts';
import { planTime } from './slides/time-plan.ts';
import { SourceMap } from './source-map.ts';

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
    icons: [],
    maths: [],
    equations: new Equations(),
  };
  const opened = openSlides(source, report);
  const slides = parseStacks(opened, source.head.incremental, context);
  const stacks = planTime(slides, source.head, report);
  if (opened.length === 0 || stacks.flat().every(isEmpty)) reportEmpty(source, report);
  const header = parseHeadLine(source.head.header, source.file, context);
  const footer = parseHeadLine(source.head.footer, source.file, context);
  reportFootnotes(context);
  context.equations.reportMissing(report);
  const head = fillHead(source, context);
  return {
    file: source.file.realPath,
    head,
    title: head.title ?? titleOf(stacks) ?? path.basename(source.file.realPath, '.md'),
    header,
    footer,
    stacks,
    footnotes: context.footnotes,
    code: context.code,
    emoji: context.emoji,
    icons: context.icons,
    maths: context.maths,
    equations: context.equations.names,
  };
}

/** The front matter with the variables in what is plain text to the page. */
function fillHead({ head, file }: DeckSource, context: DeckContext): DeckHead {
  const { place } = SourceMap.slice(file, 0);
  const texts = (['title', 'author', 'description', 'keywords'] as const).flatMap((key) => {
    const text = head[key];
    return text === undefined ? [] : [[key, fillIn(text, place, context, file.text)] as const];
  });
  return { ...head, ...Object.fromEntries(texts) };
}

function parseStacks(
  opened: readonly FileSlide[],
  incremental: boolean,
  context: DeckContext,
): readonly (readonly Slide[])[] {
  const parse = slideParser(incremental, context);
  const stacks: Slide[][] = [];
  let stack: Slide[] | undefined;
  for (const { slide, file } of opened) {
    // Below a slide that is hidden, the next one takes its place.
    if (!slide.vertical) stack = undefined;
    if (slide.settings.hide) continue;
    const parsed = parse(slide, file, stacks.length === 0);
    if (isOnlyDefinitions(slide)) continue;
    if (stack) stack.push(parsed);
    else {
      stack = [parsed];
      stacks.push(stack);
    }
  }
  return stacks;
}

/** Whether all that stands between two breaks are footnotes: they show elsewhere. */
function isOnlyDefinitions({ tokens, head }: OpenedSlide): boolean {
  const others = tokens.filter((token) => !isInvisible(token));
  return !head && others.length > 0 && others.every(({ type }) => type === 'footnoteDefinition');
}

/** A line of the front matter in inline Markdown. */
function parseHeadLine(
  line: Located<string> | undefined,
  file: TextFile,
  deck: DeckContext,
): readonly Inline[] {
  if (!line) return [];
  return parseLine(line, {
    ...deck,
    file,
    incremental: false,
    notes: [],
    tags: new TagBalance(),
  });
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
    const hint = `define it on a line of its own: [^${label}]: text\na bracket that is text is written \\[`;
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
