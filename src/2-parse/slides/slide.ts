import type { Report } from '../../base/diagnostics/report.ts';
import { offsetOf, spanAt } from '../../base/span.ts';
import type { Place } from '../../base/yaml/yaml.ts';
import type { Block } from '../../model/blocks.ts';
import type { Slide } from '../../model/deck.ts';
import type { Inline } from '../../model/inline.ts';
import type { Located, Span, TextFile } from '../../model/source.ts';
import { parseBlocks } from '../blocks.ts';
import { claimId, type DeckContext, isSamePlace, type SlideContext } from '../context.ts';
import { reportUnclosedTags, TagBalance } from '../inline/html.ts';
import { parseInlines, plainText } from '../inline/inline.ts';
import type { BlockToken } from '../lexing/block-extensions.ts';
import { lexLine, lexValue } from '../lexing/lexer.ts';
import { SourceMap } from '../source-map.ts';
import { fillSlots, inferLayout, type Part } from './layouts.ts';
import { headInComment, reportNearHead } from './settings-comment.ts';
import { emptySettings, readSlideHead, type SlideSettings } from './slide-settings.ts';
import type { SlideTokens } from './split.ts';

/** A slide's tokens with its head read and taken off. */
export interface OpenedSlide extends SlideTokens {
  readonly settings: SlideSettings;
  /** The comment that holds them, where that does. */
  readonly comment?: BlockToken;
}

/** Reads the head: the YAML under the break, or a comment as the slide's first block. */
export function openSlide(slide: SlideTokens, file: TextFile, report: Report): OpenedSlide {
  const read = (owner: BlockToken, start: number, end: number) =>
    readHeadOnce(owner, file, [start, end], report);
  const { head, mark } = slide;
  if (head && mark) return { ...slide, settings: read(mark, head.start, head.end) };
  const index = slide.tokens.findIndex(({ type }) => type !== 'space');
  const first = slide.tokens[index];
  if (first?.type !== 'html') return { ...slide, settings: emptySettings };
  const skipped = slide.tokens.slice(0, index);
  const at = slide.offset + skipped.reduce((sum, { raw }) => sum + raw.length, 0);
  const comment = headInComment(first.raw);
  if (!comment) {
    reportNearHead(first.raw, (offset, length) => spanAt(file, at + offset, length), report);
    return { ...slide, settings: emptySettings };
  }
  return {
    ...slide,
    tokens: slide.tokens.slice(index + 1),
    offset: at + first.raw.length,
    comment: first,
    settings: read(first, at + comment.start, at + comment.end),
  };
}

interface KnownHead {
  readonly place: Span;
  readonly settings: SlideSettings;
}

/** Heads that had no faults, by the token that each stands in. */
const knownHeads = new WeakMap<BlockToken, KnownHead>();

/** Reads a head, unless the last build of the deck has done so. */
function readHeadOnce(
  owner: BlockToken,
  file: TextFile,
  [start, end]: readonly [number, number],
  report: Report,
): SlideSettings {
  const place = spanAt(file, start, end - start);
  const known = knownHeads.get(owner);
  if (known && isSamePlace(known.place, place)) return known.settings;
  const faults = report.count;
  const at: Place = (offset, length) => spanAt(file, start + offset, length);
  const settings = readSlideHead(file.text.slice(start, end), at, file.realPath, report);
  if (report.count === faults) knownHeads.set(owner, { place, settings });
  return settings;
}

/** @param isFirst whether the slide is the deck's first, which its shape may make a cover */
export function parseSlide(
  slide: OpenedSlide,
  file: TextFile,
  isFirst: boolean,
  incremental: boolean,
  deck: DeckContext,
): Slide {
  const context: SlideContext = { ...deck, file, incremental, notes: [], tags: new TagBalance() };
  const { settings } = slide;
  if (settings.id) claimId(settings.id.value, settings.id.span, deck);
  const parts = parseParts(slide, context);
  if (settings.notes) {
    context.notes.unshift(...parseValue(settings.notes, { ...context, incremental: false }));
  }
  const blocks = parts.flatMap((part) => part.blocks);
  const layout = settings.layout ?? { value: inferLayout(parts, isFirst), span: slide.span };
  return {
    span: slide.span,
    head: settings.head,
    layout: layout.value,
    title: titleOf(blocks),
    slots: fillSlots(layout, parts, deck),
    notes: context.notes,
    ...(settings.time && { time: settings.time }),
  };
}

/** Divides the slide at its slot markers, and takes off what follows `Note:`. */
function parseParts(slide: OpenedSlide, context: SlideContext): readonly Part[] {
  const parts: Part[] = [];
  const map = SourceMap.slice(context.file, slide.offset);
  const noteContext = { ...context, incremental: false };
  let tokens: BlockToken[] = [];
  let marker: Located<string> | undefined;
  let [start, offset, inNotes] = [0, 0, false];
  const flush = () => {
    const blocks = parseBlocks(tokens, map.from(start), inNotes ? noteContext : context);
    if (inNotes) context.notes.push(...blocks);
    else if (marker || blocks.length > 0) parts.push({ blocks, ...(marker && { marker }) });
    tokens = [];
  };
  for (const token of slide.tokens) {
    const span = () => map.span(offset, token.raw.trimEnd().length);
    if (beginsPart(token, tokens, inNotes, span, context)) {
      flush();
      inNotes = token.type === 'note';
      start = offset + token.raw.length;
      marker = token.type === 'slot' ? { value: token.name, span: span() } : undefined;
    } else tokens.push(token);
    offset += token.raw.length;
  }
  flush();
  return parts;
}

/** Whether a token is a slot marker or `Note:`; says so where one stands in something else. */
function beginsPart(
  token: BlockToken,
  before: readonly BlockToken[],
  inNotes: boolean,
  span: () => Span,
  { report }: SlideContext,
): token is Extract<BlockToken, { type: 'note' | 'slot' }> {
  if (token.type !== 'note' && token.type !== 'slot') return false;
  if (!inNotes && !isInside(before)) return true;
  if (token.type === 'slot') {
    const where = inNotes ? 'the notes' : 'a block';
    const hint = inNotes ? 'put it above the notes' : 'close the block before it with :::';
    report.add('block-stray', span(), `::${token.name}:: stands inside of ${where}`, hint);
  } else if (!inNotes) {
    const hint =
      'close the block before it with :::, or put the notes between "::: notes" and ":::"';
    report.add('block-stray', span(), 'Note: stands inside of a block', hint);
  }
  return false;
}

/** Whether a `:::` block is still open. */
function isInside(tokens: readonly BlockToken[]): boolean {
  const open: number[] = [];
  for (const token of tokens) {
    if (token.type === 'open') open.push(token.colons);
    else if (token.type === 'close' && open.includes(token.colons)) {
      open.length = open.lastIndexOf(token.colons);
    }
  }
  return open.length > 0;
}

/** Parses Markdown that is the value of a YAML key, at its place in the file. */
export function parseValue(
  { value, span }: Located<string>,
  context: SlideContext,
): readonly Block[] {
  const map = valueMap(value, offsetOf(context.file, span), context.file);
  return parseBlocks(lexValue(value, map.place, context.report), map, context);
}

/** Parses inline Markdown that is the value of a YAML key. */
export function parseLine(
  { value, span }: Located<string>,
  context: SlideContext,
): readonly Inline[] {
  const map = valueMap(value, offsetOf(context.file, span), context.file);
  const inlines = parseInlines(lexLine(value, map.place, context.report), map, context);
  reportUnclosedTags(context.tags, context.report);
  return inlines;
}

/** Leads from a value to the file, where it may stand in quotes or, below a `|`, on lines of its own. */
function valueMap(value: string, offset: number, file: TextFile): SourceMap {
  const written = file.text.slice(offset);
  if (!/^[|>]/.test(written))
    return SourceMap.slice(file, offset + (/^["']/.test(written) ? 1 : 0));
  const below = offset + written.indexOf('\n') + 1;
  const count = value.split('\n').length;
  const lines = file.text.slice(below).split('\n', count);
  return SourceMap.slice(file, below).within(lines.join('\n'), value);
}

function titleOf(blocks: readonly Block[]): string {
  const heading = blocks.find((block) => block.kind === 'heading');
  return heading ? plainText(heading.content) : '';
}
