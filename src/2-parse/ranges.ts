import type { Block, Table } from '../model/blocks.ts';
import type { HtmlPart, Inline, RangeOf } from '../model/inline.ts';
import { noAttributes } from './attributes/attributes.ts';

/** Content outside of ranges, and the content of ranges. */
interface Divided<T> {
  readonly kept: readonly T[];
  readonly cut: readonly T[];
}

/**
 * Cuts ranges out of blocks that follow each other. A range may start in one block and end in another, and in
 * the middle of their text. Blocks that contain blocks are divided when these are.
 */
export class RangeCutter {
  readonly #of: RangeOf;
  /** The number of ranges around the current place. */
  #depth = 0;

  constructor(of: RangeOf) {
    this.#of = of;
  }

  /** Divides the next block. What is cut out of a text is a paragraph. */
  divide(block: Block): Divided<Block> {
    switch (block.kind) {
      case 'html': {
        const isOutside = this.#depth === 0;
        const { kept, cut } = this.#parts(block.content);
        const isWhole = isOutside && this.#depth === 0;
        const html = (content: readonly HtmlPart[]): readonly Block[] =>
          content.every(isBlank) ? [] : [{ ...block, content }];
        return { kept: html(kept), cut: html(isWhole ? inBlock(cut) : cut) };
      }
      case 'paragraph':
      case 'heading': {
        const { kept, cut } = this.inlines(block.content);
        if (cut.length === 0) return { kept: [block], cut: [] };
        if (kept.length === 0) return { kept: [], cut: [{ ...block, content: cut }] };
        const own = kept.every(isBlankInline) ? [] : [{ ...block, content: kept }];
        return { kept: own, cut: paragraph(cut, block) };
      }
      case 'table':
        return this.#table(block);
      default:
        return this.#depth > 0 ? { kept: [], cut: [block] } : { kept: [block], cut: [] };
    }
  }

  /** Divides the next stretch of text. */
  inlines(inlines: readonly Inline[]): Divided<Inline> {
    const [kept, cut]: [Inline[], Inline[]] = [[], []];
    for (const inline of inlines) {
      const isCut = this.#depth > 0;
      const parts = this.#inline(inline);
      if (!parts) (isCut ? cut : kept).push(inline);
      kept.push(...(parts?.kept ?? []));
      cut.push(...(parts?.cut ?? []));
    }
    return { kept, cut };
  }

  /** @returns `undefined` if it is not divided */
  #inline(inline: Inline): Divided<Inline> | undefined {
    if (inline.kind === 'html') {
      const { kept, cut } = this.#parts(inline.content);
      const html = (content: readonly HtmlPart[]): readonly Inline[] =>
        content.length === 0 ? [] : [{ ...inline, content }];
      return { kept: html(kept), cut: html(cut) };
    }
    if (!('content' in inline)) return undefined;
    const { kept, cut } = this.inlines(inline.content);
    if (kept.length === 0 || cut.length === 0) return undefined;
    return { kept: [{ ...inline, content: kept }], cut: [{ ...inline, content: cut }] };
  }

  #table(table: Table): Divided<Block> {
    if (this.#depth > 0) return { kept: [], cut: [table] };
    const all: Inline[] = [];
    const cell = (content: readonly Inline[]): readonly Inline[] => {
      const { kept, cut } = this.inlines(content);
      all.push(...cut);
      return kept.every(isBlankInline) ? [] : kept;
    };
    const header = table.header.map(cell);
    const rows = table.rows.map((row) => row.map(cell));
    return { kept: [{ ...table, header, rows }], cut: paragraph(all, table) };
  }

  #parts(parts: readonly HtmlPart[]): Divided<HtmlPart> {
    const [kept, cut]: [HtmlPart[], HtmlPart[]] = [[], []];
    for (const part of parts) {
      if (typeof part === 'string' || !('of' in part) || part.of !== this.#of) {
        (this.#depth > 0 ? cut : kept).push(part);
      } else if (part.kind === 'start') this.#depth++;
      else if (this.#depth > 0) this.#depth--;
    }
    return { kept, cut };
  }
}

/** Puts text without a block of its own into one. */
function inBlock(content: readonly HtmlPart[]): readonly HtmlPart[] {
  const first = content.find((part) => !isBlank(part));
  const isText = typeof first !== 'string' || !/^\s*<(?!(?:a|b|em|i|span|strong)\b)/i.test(first);
  return isText && !content.every(isBlank) ? ['<div>', ...content, '</div>'] : content;
}

function paragraph(content: readonly Inline[], { span }: Block): readonly Block[] {
  if (content.every(isBlankInline)) return [];
  return [{ kind: 'paragraph', span, attributes: noAttributes, content }];
}

function isBlank(part: HtmlPart): boolean {
  return typeof part === 'string' && part.trim() === '';
}

function isBlankInline(inline: Inline): boolean {
  if (inline.kind === 'html') return inline.content.every(isBlank);
  return inline.kind === 'break' || (inline.kind === 'text' && inline.text.trim() === '');
}
