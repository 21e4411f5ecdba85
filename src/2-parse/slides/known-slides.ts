import { Report } from '../../base/diagnostics/report.ts';
import type { Slide } from '../../model/deck.ts';
import type { TextFile } from '../../model/source.ts';
import { claimId, type DeckContext } from '../context.ts';
import type { BlockToken } from '../lexing/block-extensions.ts';
import { moveLines } from './move-lines.ts';
import { type OpenedSlide, parseSlide } from './slide.ts';

/** What a slide was made of, and what was made of it. */
interface KnownSlide {
  readonly source: OpenedSlide;
  readonly isFirst: boolean;
  /** What of the deck it depends on. */
  readonly frame: string;
  readonly slide: Slide;
  /** What it gave to the deck. */
  readonly found: Found;
}

type Found = Pick<DeckContext, 'code' | 'emoji' | 'footnoteReferences' | 'icons' | 'ids'>;

/** By the first token of each. */
const known = new WeakMap<BlockToken, KnownSlide>();

/**
 * Parses slides as {@link parseSlide} does, unless the last build of the deck has done so: the lexer
 * gives slides that are as they were the same tokens. They may have moved with lines above them.
 */
export function slideParser(
  incremental: boolean,
  deck: DeckContext,
): (source: OpenedSlide, file: TextFile, isFirst: boolean) => Slide {
  const frame = JSON.stringify([incremental, ...deck.vars]);
  return (source, file, isFirst) => {
    const [token] = source.tokens;
    const before = token && known.get(token);
    if (before?.frame === frame && before.isFirst === isFirst && isSame(before.source, source)) {
      const lines = source.span.line - before.source.span.line;
      give(moveLines(before.found, lines), deck);
      return moveSlide(before.slide, source, lines);
    }
    const { found, slide, isAlone } = parseApart(source, file, isFirst, incremental, deck);
    if (!token || !isAlone) return slide;
    const kept = { ...slide, content: {} };
    known.set(token, { source, isFirst, frame, slide: kept, found });
    return kept;
  };
}

/** Its blocks are moved when somebody looks at them: whoever knows what became of its content does not. */
function moveSlide(slide: Slide, { span }: OpenedSlide, lines: number): Slide {
  if (lines === 0) return slide;
  const { head, layout, title, time, content } = slide;
  let slots: Slide['slots'] | undefined;
  let notes: Slide['notes'] | undefined;
  return {
    span,
    head: moveLines(head, lines),
    layout,
    title,
    ...(time && { time: moveLines(time, lines) }),
    ...(content && { content }),
    get slots() {
      slots ??= moveLines(slide.slots, lines);
      return slots;
    },
    get notes() {
      notes ??= moveLines(slide.notes, lines);
      return notes;
    },
  };
}

function isSame(a: OpenedSlide, b: OpenedSlide): boolean {
  return (
    a.mark === b.mark &&
    a.comment === b.comment &&
    a.span.file === b.span.file &&
    a.tokens.length === b.tokens.length &&
    a.tokens.every((token, i) => token === b.tokens[i])
  );
}

/** Parses a slide; what it gives to the deck is also returned by itself. */
function parseApart(
  source: OpenedSlide,
  file: TextFile,
  isFirst: boolean,
  incremental: boolean,
  deck: DeckContext,
): { readonly slide: Slide; readonly found: Found; readonly isAlone: boolean } {
  const { report, equations, footnotes, maths } = deck;
  const found: Found = {
    code: [],
    emoji: new Set(),
    footnoteReferences: [],
    icons: [],
    ids: new Map(),
  };
  let hasFiles = false;
  const own: DeckContext = {
    ...deck,
    ...found,
    report: new Report(),
    files: (ref) => {
      hasFiles = true;
      return deck.files(ref);
    },
  };
  const state = () => [equations.mentions, footnotes.size, maths.length].join();
  const before = state();
  const slide = parseSlide(source, file, isFirst, incremental, own);
  const { diagnostics } = own.report;
  for (const { code, span, message, hint } of diagnostics) report.add(code, span, message, hint);
  give(found, deck);
  return { slide, found, isAlone: !hasFiles && diagnostics.length === 0 && state() === before };
}

function give(found: Found, deck: DeckContext): void {
  deck.code.push(...found.code);
  deck.icons.push(...found.icons);
  deck.footnoteReferences.push(...found.footnoteReferences);
  for (const name of found.emoji) deck.emoji.add(name);
  for (const [id, span] of found.ids) claimId(id, span, deck);
}
