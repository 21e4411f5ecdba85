import { offsetOf, spanAt } from '../1-load/span.ts';
import type { Block, Located, Slide, TextFile } from '../deck.ts';
import { parseBlocks } from './blocks.ts';
import type { DeckContext, SlideContext } from './context.ts';
import { TagBalance } from './html.ts';
import { plainText } from './inline.ts';
import { fillSlots, inferLayout, type Part } from './layouts.ts';
import { type BlockToken, lex } from './lexer.ts';
import { emptySettings, headInComment, readSlideHead, type SlideSettings } from './slide-head.ts';
import { SourceMap } from './source-map.ts';
import type { SlideTokens } from './split.ts';

/** A slide's tokens with its head read and taken off. */
export interface OpenedSlide extends SlideTokens {
  readonly settings: SlideSettings;
}

/** Reads the head: the YAML under the break, or a comment as the slide's first block. */
export function openSlide(slide: SlideTokens, file: TextFile, context: DeckContext): OpenedSlide {
  const read = (start: number, end: number) =>
    readSlideHead(
      file.text.slice(start, end),
      (offset, length) => spanAt(file, start + offset, length),
      file.realPath,
      context,
    );
  if (slide.head) return { ...slide, settings: read(slide.head.start, slide.head.end) };
  const index = slide.tokens.findIndex(({ type }) => type !== 'space');
  const first = slide.tokens[index];
  const comment = first?.type === 'html' ? headInComment(first.raw) : undefined;
  if (!first || !comment) return { ...slide, settings: emptySettings };
  const skipped = slide.tokens.slice(0, index);
  const at = slide.offset + skipped.reduce((sum, { raw }) => sum + raw.length, 0);
  return {
    ...slide,
    tokens: slide.tokens.slice(index + 1),
    offset: at + first.raw.length,
    settings: read(at + comment.start, at + comment.end),
  };
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
  const parts = parseParts(slide, context);
  if (settings.notes) context.notes.unshift(...parseValue(settings.notes, context));
  for (const { name, span } of context.tags.unclosed) {
    deck.report.add('html-unbalanced', span, `<${name}> is not closed on this slide`);
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
  };
}

/** Divides the slide at its slot markers, and takes off what follows `Note:`. */
function parseParts(slide: OpenedSlide, context: SlideContext): readonly Part[] {
  const parts: Part[] = [];
  const map = SourceMap.slice(context.file, slide.offset);
  let tokens: BlockToken[] = [];
  let marker: Located<string> | undefined;
  let [start, offset, inNotes] = [0, 0, false];
  const flush = () => {
    const blocks = parseBlocks(tokens, map.from(start), context);
    if (inNotes) context.notes.push(...blocks);
    else if (marker || blocks.length > 0) parts.push({ blocks, ...(marker && { marker }) });
    tokens = [];
  };
  for (const token of slide.tokens) {
    const begins =
      !inNotes && (token.type === 'note' || (token.type === 'slot' && !isInside(tokens)));
    if (begins) {
      flush();
      inNotes = token.type === 'note';
      start = offset + token.raw.length;
      marker =
        token.type === 'slot'
          ? { value: token.name, span: map.span(offset, token.raw.trimEnd().length) }
          : undefined;
    } else tokens.push(token);
    offset += token.raw.length;
  }
  flush();
  return parts;
}

/** Whether a `:::` block is still open. */
function isInside(tokens: readonly BlockToken[]): boolean {
  const count = (type: string) => tokens.filter((token) => token.type === type).length;
  return count('open') > count('close');
}

/** Parses Markdown that is the value of a YAML key, at its place in the file. */
export function parseValue(
  { value, span }: Located<string>,
  context: SlideContext,
): readonly Block[] {
  const { file, report } = context;
  const tokens = lex({ ...file, text: value }, 0, report);
  return parseBlocks(tokens, SourceMap.slice(file, offsetOf(file, span)), context);
}

function titleOf(blocks: readonly Block[]): string {
  const heading = blocks.find((block) => block.kind === 'heading');
  return heading ? plainText(heading.content) : '';
}
