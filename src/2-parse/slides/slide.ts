import type { BlockToken } from '../../1-load/lexing/nest-tokens.ts';
import { wholeTokens } from '../../1-load/lexing/stored-tokens.ts';
import type { Block } from '../../model/blocks.ts';
import type { Slide } from '../../model/deck.ts';
import type { Fit } from '../../model/front-matter.ts';
import type { Located, OpenedSlide } from '../../model/source.ts';
import { parseBlocks } from '../blocks.ts';
import { FindingCollector, type Parsed } from '../findings.ts';
import { TagBalance } from '../inline/html/tag-balance.ts';
import { plainText } from '../inline/plain-text.ts';
import { fillInValue } from '../inline/variables.ts';
import { reportCrowded } from '../room/crowded.ts';
import type { Room } from '../room/room.ts';
import { typeRoomOf } from '../room/type-room.ts';
import { type GivenFiles, noFiles, Source } from '../source.ts';
import { joinAnchors } from './anchors.ts';
import { findHeadings } from './headings.ts';
import { inferLayout, plainLayout } from './infer-layout.ts';
import { fillSlots, type Part } from './layouts.ts';
import { parseLine, parseValue } from './yaml-value.ts';

/** The options of all slides of a deck. */
export interface SlideOptions {
  /** Lists appear item by item. */
  readonly incremental: boolean;
  /** The language of its quotation marks, if straight ones are replaced. */
  readonly smart?: string | undefined;
  readonly vars: ReadonlyMap<string, string>;
  /** The size of a slide in CSS pixels. */
  readonly size: Room;
  /** Slides without a layout get one from their content. */
  readonly autoLayout: boolean;
  /** What happens to slides that are too full. */
  readonly fit: Fit;
  /** The deck was written for another tool. */
  readonly isTranslated: boolean;
}

/**
 * Parses a slide. The spans in the result are relative. If the slide names files that were not given, the
 * findings list them, and the slide must be parsed again with them.
 *
 * @param isFirst whether it is the deck's first slide, which may be a cover
 */
export function parseSlide(
  slide: OpenedSlide,
  isFirst: boolean,
  options: SlideOptions,
  files: GivenFiles = noFiles,
): Parsed<Slide> {
  const { file, offset, frontMatter } = slide;
  const { incremental, smart, vars, size, fit, autoLayout, isTranslated } = options;
  const findings = new FindingCollector();
  const quotes = smart && (frontMatter.settings.lang ?? smart);
  const scope = { vars, files, incremental, smart: quotes, depth: 0, isTranslated };
  const source = Source.slice(file, offset, { ...scope, tags: new TagBalance() }, findings);
  if (frontMatter.id) findings.ids.push(frontMatter.id);
  findings.properties.push(...(frontMatter.properties ?? []));
  const parts = parseParts(slide, source);
  const edges = parseEdges(frontMatter, source);
  if (frontMatter.notes) {
    const notes = parseValue(frontMatter.notes, source.with({ incremental: false }));
    findings.notes.unshift(...notes);
  }
  const blocks = parts.flatMap((part) => part.blocks);
  const layout = frontMatter.layout ?? {
    value: autoLayout ? inferLayout(parts, isFirst) : plainLayout(parts),
    span: slide.span,
  };
  const slots = fillSlots(layout, parts, findings.report);
  const typeRoom = typeRoomOf(layout.value, slots, size);
  if ((frontMatter.settings.fit ?? fit) === 'shrink')
    reportCrowded({ layout: layout.value, slots, span: slide.span }, size, findings.report);
  const value: Slide = {
    span: slide.span,
    settings: frontMatter.settings,
    layout: layout.value,
    title: frontMatter.title ? fillInValue(frontMatter.title, source) : titleOf(blocks),
    ...edges,
    slots,
    headings: findHeadings(slots, smart !== undefined),
    notes: findings.notes,
    ...(frontMatter.time && { time: frontMatter.time }),
    ...(typeRoom && { typeRoom }),
    content: {},
  };
  return { value, findings: findings.finish() };
}

/** The texts in place of those of the deck. */
function parseEdges(
  { header, footer }: OpenedSlide['frontMatter'],
  source: Source,
): Pick<Slide, 'header' | 'footer'> {
  const own = source.with({ isOnEachSlide: true });
  return {
    ...(header && { header: parseLine(header, own) }),
    ...(footer && { footer: parseLine(footer, own) }),
  };
}

/** Warns that a line such as `NOTE:` begins speaker notes, which its author may not have meant. */
function reportOtherCase(raw: string, source: Source): void {
  const [mark = ''] = /^notes?:/i.exec(raw) ?? [];
  if (/^Notes?:/.test(mark) || source.scope.isTranslated) return;
  const message = 'what follows on this slide is speaker notes';
  const hint = `for notes, write "Note:"; for text, **${mark}**`;
  source.report.add('foreign-notes', source.span(0, mark.length), message, hint);
}

/** Divides the slide at its slot markers, and separates the notes below `Note:`. */
function parseParts(slide: OpenedSlide, source: Source): readonly Part[] {
  const parts: Part[] = [];
  let tokens: BlockToken[] = [];
  let marker: Located<string> | undefined;
  let [start, offset, inNotes] = [0, 0, false];
  const flush = () => {
    const own = source.from(start);
    const parsed = parseBlocks(tokens, inNotes ? own.with({ incremental: false }) : own);
    const blocks = joinAnchors(parsed);
    if (inNotes) source.findings.notes.push(...blocks);
    else if (marker || blocks.length > 0) parts.push({ blocks, ...(marker && { marker }) });
    tokens = [];
  };
  for (const token of wholeTokens(slide.tokens as readonly BlockToken[])) {
    const isMarker = token.type === 'slot' || token.type === 'note';
    if (isMarker && !inNotes) {
      if (token.type === 'note') reportOtherCase(token.raw, source.from(offset));
      flush();
      inNotes = token.type === 'note';
      start = offset + token.raw.length;
      const span = source.span(offset, token.raw.trimEnd().length);
      marker = token.type === 'slot' ? { value: token.name, span } : undefined;
    } else tokens.push(token);
    offset += token.raw.length;
  }
  flush();
  return parts;
}

function titleOf(blocks: readonly Block[]): string {
  const heading = blocks.find((block) => block.kind === 'heading');
  return heading ? plainText(heading.content) : '';
}
