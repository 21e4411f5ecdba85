import type { Report } from '../../base/diagnostics/report.ts';
import type { Block } from '../../model/blocks.ts';
import type { Slide } from '../../model/deck.ts';
import type { Located, OpenedSlide, Span } from '../../model/source.ts';
import { parseBlocks } from '../blocks.ts';
import { FindingCollector, type Parsed } from '../findings.ts';
import { TagBalance } from '../inline/html.ts';
import { plainText } from '../inline/inline.ts';
import type { BlockToken } from '../../1-load/lexing/block-extensions.ts';
import { type GivenFiles, Source } from '../source.ts';
import { fillSlots, inferLayout, type Part } from './layouts.ts';
import { parseValue } from './yaml-value.ts';

/** What holds for all slides of a deck. */
export interface SlideOptions {
  /** Lists appear item by item. */
  readonly incremental: boolean;
  readonly vars: ReadonlyMap<string, string>;
}

/**
 * Parses a slide. The spans of what it returns are relative. If the slide names files that are not
 * given, the findings say so, and it is to be parsed again with them.
 *
 * @param isFirst whether the slide is the deck's first, which its shape may make a cover
 */
export function parseSlide(
  slide: OpenedSlide,
  isFirst: boolean,
  { incremental, vars }: SlideOptions,
  files: GivenFiles = new Map(),
): Parsed<Slide> {
  const { file, offset, frontMatter } = slide;
  const findings = new FindingCollector();
  const scope = { vars, files, incremental, depth: 0, tags: new TagBalance() };
  const source = Source.slice(file, offset, scope, findings);
  if (frontMatter.id) findings.ids.push(frontMatter.id);
  const parts = parseParts(slide, source);
  if (frontMatter.notes) {
    const notes = parseValue(frontMatter.notes, source.with({ incremental: false }));
    findings.notes.unshift(...notes);
  }
  const blocks = parts.flatMap((part) => part.blocks);
  const layout = frontMatter.layout ?? { value: inferLayout(parts, isFirst), span: slide.span };
  const value: Slide = {
    span: slide.span,
    head: frontMatter.head,
    layout: layout.value,
    title: titleOf(blocks),
    slots: fillSlots(layout, parts, findings.report),
    notes: findings.notes,
    ...(frontMatter.time && { time: frontMatter.time }),
    content: {},
  };
  return { value, findings: findings.finish() };
}

/** Divides the slide at its slot markers, and takes off what follows `Note:`. */
function parseParts(slide: OpenedSlide, source: Source): readonly Part[] {
  const parts: Part[] = [];
  let tokens: BlockToken[] = [];
  let marker: Located<string> | undefined;
  let [start, offset, inNotes] = [0, 0, false];
  const flush = () => {
    const own = source.from(start);
    const blocks = parseBlocks(tokens, inNotes ? own.with({ incremental: false }) : own);
    if (inNotes) source.findings.notes.push(...blocks);
    else if (marker || blocks.length > 0) parts.push({ blocks, ...(marker && { marker }) });
    tokens = [];
  };
  for (const token of slide.tokens as readonly BlockToken[]) {
    const span = () => source.span(offset, token.raw.trimEnd().length);
    if (beginsPart(token, tokens, inNotes, span, source.report)) {
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
  report: Report,
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

function titleOf(blocks: readonly Block[]): string {
  const heading = blocks.find((block) => block.kind === 'heading');
  return heading ? plainText(heading.content) : '';
}
