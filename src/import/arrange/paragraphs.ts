import type { Block, ListBlock, ListItem } from '../blocks.ts';
import { isBlank, trimmed, withoutBold } from '../inlines.ts';
import type { Bullet, Inline, Paragraph } from '../model.ts';

/**
 * The paragraphs of a text as blocks: lists with their levels, code, formulas and paragraphs.
 *
 * @param mayBeCode whether text in a font of fixed width is code
 */
export function blocksOf(paragraphs: readonly Paragraph[], mayBeCode = true): readonly Block[] {
  if (mayBeCode && isCode(paragraphs)) return [codeOf(paragraphs)];
  const builder = new BlockBuilder();
  for (let at = 0; at < paragraphs.length; at++) {
    const lines = mayBeCode ? codeLinesFrom(paragraphs, at) : 0;
    const paragraph = paragraphs[at];
    if (lines > 1) {
      builder.add(codeOf(paragraphs.slice(at, at + lines)));
      at += lines - 1;
    } else if (paragraph) builder.addParagraph(paragraph);
  }
  return builder.blocks();
}

class BlockBuilder {
  readonly #blocks: Block[] = [];
  #list: ListBuilder | undefined;

  blocks(): readonly Block[] {
    this.#endList();
    return this.#blocks;
  }

  add(block: Block): void {
    this.#endList();
    this.#blocks.push(block);
  }

  addParagraph(paragraph: Paragraph): void {
    const { bullet, isIndented, step } = paragraph;
    const inlines = trimmed(paragraph.inlines);
    if (inlines.length === 0) return;
    if (bullet) {
      const list = this.#list;
      if (!list?.accepts(paragraph.level, bullet)) {
        this.#endList();
        this.#list = new ListBuilder(paragraph.level, bullet);
      }
      this.#list?.add({ ...paragraph, inlines }, bullet);
      return;
    }
    if (isIndented && this.#list) {
      this.#list.addText({ kind: 'paragraph', inlines });
      return;
    }
    this.#endList();
    this.#blocks.push({ ...blockOf(inlines, paragraph), ...(step !== undefined && { step }) });
  }

  #endList(): void {
    if (this.#list) this.#blocks.push(this.#list.build());
    this.#list = undefined;
  }
}

function blockOf(inlines: readonly Inline[], { isHeading }: Paragraph): Block {
  const [only, tag] = inlines;
  const [, number] = tag?.kind === 'text' ? (/^\s*\(([\w.]+)\)\s*$/.exec(tag.text) ?? []) : [];
  const isAlone = inlines.length === 1 && only?.kind === 'math' && only.isDisplay;
  const isNumbered = inlines.length === 2 && number !== undefined;
  if (only?.kind === 'math' && (isAlone || isNumbered))
    return { kind: 'math', tex: isNumbered ? `${only.tex} \\tag{${number}}` : only.tex };
  if (isHeading) return { kind: 'heading', level: 3, inlines: withoutBold(inlines) };
  return { kind: 'paragraph', inlines };
}

interface OpenItem {
  readonly bullet: ListItem['bullet'];
  readonly inlines: readonly Inline[];
  readonly step?: number;
  readonly blocks: Block[];
}

interface OpenList {
  readonly level: number;
  readonly isNumbered: boolean;
  readonly start: number;
  readonly items: OpenItem[];
}

/** Builds a list from its paragraphs, each with its level. */
class ListBuilder {
  readonly #open: OpenList[];

  constructor(level: number, bullet: Bullet) {
    this.#open = [startList(level, bullet)];
  }

  /** Whether a paragraph continues the list: another kind of bullets at its first level starts another one. */
  accepts(level: number, bullet: Bullet): boolean {
    const [root] = this.#open;
    if (!root) return false;
    if (level > root.level) return true;
    if (level < root.level) return false;
    const restarts = bullet.kind === 'number' && bullet.start > 1 && bullet.start !== root.start;
    return root.isNumbered === (bullet.kind === 'number') && !restarts;
  }

  add({ level, inlines, step }: Paragraph, bullet: Bullet): void {
    while (this.#open.length > 1 && (this.#open.at(-1)?.level ?? 0) > level) this.#close();
    const current = this.#open.at(-1);
    if (!current) return;
    if (level > current.level && current.items.length > 0)
      this.#open.push(startList(level, bullet));
    else if (this.#open.length > 1 && current.isNumbered !== (bullet.kind === 'number')) {
      this.#close();
      this.#open.push(startList(level, bullet));
    }
    this.#open.at(-1)?.items.push({
      bullet: nameOf(bullet),
      inlines,
      blocks: [],
      ...(step !== undefined && { step }),
    });
  }

  addText(block: Block): void {
    this.#open.at(-1)?.items.at(-1)?.blocks.push(block);
  }

  build(): ListBlock {
    while (this.#open.length > 1) this.#close();
    const [root] = this.#open;
    return finish(root ?? startList(0, { kind: 'dot' }));
  }

  #close(): void {
    const inner = this.#open.pop();
    if (inner) this.#open.at(-1)?.items.at(-1)?.blocks.push(finish(inner));
  }
}

function startList(level: number, bullet: Bullet): OpenList {
  const isNumbered = bullet.kind === 'number';
  return { level, isNumbered, start: isNumbered ? bullet.start : 1, items: [] };
}

function finish({ start, items }: OpenList): ListBlock {
  return { kind: 'list', start, items };
}

function nameOf(bullet: Bullet): ListItem['bullet'] {
  if (bullet.kind === 'box') return bullet.isChecked ? 'checked' : 'unchecked';
  return bullet.kind;
}

/** Whether all of a text is code. */
function isCode(paragraphs: readonly Paragraph[]): boolean {
  return paragraphs.some(({ inlines }) => !isBlank(inlines)) && paragraphs.every(isCodeLine);
}

function isCodeLine({ inlines, bullet }: Paragraph): boolean {
  return (
    !bullet &&
    inlines.every(
      (inline) =>
        inline.kind === 'break' ||
        (inline.kind === 'text' && (inline.style.code || inline.text.trim() === '')),
    )
  );
}

/** The number of lines of code from a paragraph on; blank lines at the end do not count. */
function codeLinesFrom(paragraphs: readonly Paragraph[], start: number): number {
  const first = paragraphs[start];
  if (!first || isBlank(first.inlines)) return 0;
  let end = start;
  for (let at = start; at < paragraphs.length; at++) {
    const line = paragraphs[at];
    if (!line || !isCodeLine(line)) break;
    if (!isBlank(line.inlines)) end = at + 1;
  }
  return end - start;
}

export function codeOf(paragraphs: readonly Paragraph[]): Block {
  const text = paragraphs
    .map(({ inlines }) =>
      inlines.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join(''),
    )
    .join('\n')
    .replaceAll('\u00a0', ' ')
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .replace(/^\n+|(?<!\n)\n+$/g, '');
  const step = paragraphs[0]?.step;
  return { kind: 'code', language: '', text, ...(step !== undefined && { step }) };
}
