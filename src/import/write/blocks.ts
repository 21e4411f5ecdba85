import { wordsIn } from '../../base/words/words.ts';
import { calloutTypes } from '../../model/blocks.ts';
import type { Block, ColumnsBlock, ImageBlock, ListBlock, ListItem } from '../blocks.ts';
import { plainText } from '../inlines.ts';
import type { TableContent } from '../model.ts';
import { fence, writeChart } from './chart.ts';
import { type LinkWriter, writeInlines } from './inlines.ts';
import type { MediaWriter } from './media.ts';
import { planSteps, type StepPlan } from './steps.ts';

export interface WriteOptions {
  readonly media: MediaWriter;
  readonly linkOf: LinkWriter;
  readonly lang: string;
}

/** Writes the blocks of a slide, with an empty line between them. */
export function writeBlocks(blocks: readonly Block[], options: WriteOptions): string {
  const plan = planSteps(blocks);
  return new BlockWriter(options, plan).all(blocks);
}

const unstepped: StepPlan = { pauses: new Set(), incremental: new Set(), isNumbered: false };

class BlockWriter {
  readonly #options: WriteOptions;
  readonly #plan: StepPlan;
  readonly #depth: number;

  constructor(options: WriteOptions, plan: StepPlan = unstepped, depth = 0) {
    this.#options = options;
    this.#plan = plan;
    this.#depth = depth;
  }

  all(blocks: readonly Block[]): string {
    const parts: string[] = [];
    let mark = '-';
    for (const [index, block] of blocks.entries()) {
      const before = blocks[index - 1];
      // Lists with the same marks would be one.
      mark = areSameLists(before, block) && mark === '-' ? '*' : '-';
      if (this.#plan.pauses.has(block)) parts.push('. . .');
      const text = this.#write(block, mark);
      if (text !== '') parts.push(this.#withStep(text, block));
    }
    return parts.join('\n\n');
  }

  #inner(blocks: readonly Block[], depth = this.#depth): string {
    return new BlockWriter(
      this.#options,
      { ...unstepped, isNumbered: this.#plan.isNumbered },
      depth,
    ).all(blocks);
  }

  #inlines(
    inlines: Parameters<typeof writeInlines>[0],
    place: Parameters<typeof writeInlines>[1],
  ): string {
    return writeInlines(inlines, place, this.#options.linkOf);
  }

  /** Says at which step a block appears, where pauses cannot. */
  #withStep(text: string, block: Block): string {
    if (!this.#plan.isNumbered || block.step === undefined || block.kind === 'list') return text;
    if (block.kind === 'chart' && block.by) return text;
    const index = `index=${block.step}`;
    if (block.kind === 'paragraph' || block.kind === 'heading')
      return `${text} {.fragment ${index}}`;
    const colons = ':'.repeat(3 + this.#depth);
    return `${colons} {.fragment ${index}}\n${text}\n${colons}`;
  }

  #write(block: Block, mark: string): string {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level)} ${this.#inlines(block.inlines, 'heading')}`;
      case 'paragraph':
        return this.#inlines(block.inlines, 'paragraph');
      case 'list': {
        const list = this.#list(block, mark);
        return this.#plan.incremental.has(block) ? `::: incremental\n${list}\n\n:::` : list;
      }
      case 'quote':
        return quoted(this.#inner(block.blocks));
      case 'callout':
        return this.#callout(block);
      case 'aside':
        return this.#container('aside', this.#inner(block.blocks, this.#depth + 1));
      case 'code':
        return fence(codeInfo(block), block.text);
      case 'math':
        return `$$\n${block.tex}\n$$`;
      case 'table':
        return this.#table(block.table);
      case 'image':
        return this.#image(block);
      case 'row':
        return block.images.map((image) => this.#image(image)).join('\n');
      case 'media':
        return this.#media(block);
      case 'chart':
        return writeChart(block, (text) => this.#options.media.saveData(text));
      case 'qr':
        return block.text === ''
          ? ''
          : fence(`qr${block.title ? ` title=${JSON.stringify(block.title)}` : ''}`, block.text);
      case 'footnotes':
        return block.notes
          .map(({ label, inlines }) => `[^${label}]: ${this.#inlines(inlines, 'cell')}`)
          .join('\n\n');
      case 'columns':
        return this.#columns(block);
      default:
        return block satisfies never;
    }
  }

  #container(name: string, content: string): string {
    const colons = ':'.repeat(3 + this.#depth);
    return `${colons} ${name}\n${content}\n${colons}`;
  }

  #list({ start, items }: ListBlock, mark: string): string {
    const isLoose = items.some(({ blocks }) => blocks.some(({ kind }) => kind !== 'list'));
    return items
      .map((item, index) => this.#item(item, start + index, mark))
      .join(isLoose ? '\n\n' : '\n');
  }

  #item({ bullet, inlines, blocks, step }: ListItem, number: number, mark: string): string {
    const sign = bullet === 'number' ? `${number}${mark === '*' ? ')' : '.'}` : mark;
    const box = bullet === 'checked' ? '[x] ' : bullet === 'unchecked' ? '[ ] ' : '';
    const hasStep = this.#plan.isNumbered && step !== undefined;
    const text =
      this.#inlines(inlines, 'paragraph') + (hasStep ? ` {.fragment index=${step}}` : '');
    const inner = this.#inner(blocks);
    const isTight = blocks.every(({ kind }) => kind === 'list');
    const all = inner === '' ? text : `${text}${isTight ? '\n' : '\n\n'}${inner}`;
    const indent = ' '.repeat(sign.length + 1);
    return `${sign} ${box}${all.replace(/\n(?=[^\n])/g, `\n${indent}`)}`;
  }

  #callout({ type, title = [], blocks }: Extract<Block, { kind: 'callout' }>): string {
    const words = wordsIn(this.#options.lang);
    const text = plainText(title);
    const usual = calloutTypes.find((each) => words[each] === text);
    const head = usual ? `[!${usual.toUpperCase()}]` : `[!${type.toUpperCase()}] ${text}`;
    return quoted(`${head}\n${this.#inner(blocks)}`);
  }

  #table({ rows, hasHeader, align }: TableContent): string {
    const cells = rows.map((row) => align.map((_, at) => this.#inlines(row[at] ?? [], 'cell')));
    const [head = [], ...body] = hasHeader ? cells : [align.map(() => ''), ...cells];
    const longest = align.map((_, at) =>
      Math.max(1, ...[head, ...body].map((row) => (row[at] ?? '').length)),
    );
    // Long cells are not aligned, as no line would show them.
    const isWide = longest.some((length) => length > 40);
    const widths = longest.map((length) => (isWide ? 1 : length));
    const line = (row: readonly string[]): string =>
      `| ${row.map((cell, at) => (align[at] === 'right' ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join(' | ')} |`;
    const rule = align.map((each, at) => {
      const room = (widths[at] ?? 1) + 2 - (each === undefined ? 0 : each === 'center' ? 2 : 1);
      const dashes = '-'.repeat(Math.max(each === 'center' ? 1 : 3 - (each ? 1 : 0), room));
      return each === 'right'
        ? `${dashes}:`
        : each === 'center'
          ? `:${dashes}:`
          : each === 'left'
            ? `:${dashes}`
            : dashes;
    });
    return [line(head), `|${rule.join('|')}|`, ...body.map(line)].join('\n');
  }

  #image({ file, alt, isDecorative, caption, link, width }: ImageBlock): string {
    const path = this.#options.media.pathOf(file, 'image');
    if (path === undefined)
      return this.#missing(alt, file.part, this.#options.media.savedPath(file));
    const decorative = isDecorative && alt === '' ? ['.decorative'] : [];
    const marks = [...decorative, ...(width === undefined ? [] : [`width=${width}%`])];
    const image = `![${escapeAlt(alt)}](${path}${titleOf(plainText(caption ?? []))})${marks.length > 0 ? `{${marks.join(' ')}}` : ''}`;
    const href = link && this.#options.linkOf(link);
    return href === undefined ? image : `[${image}](<${href}>)`;
  }

  /** Names a file that a page cannot show. */
  #missing(alt: string, part: string, path: string): string {
    const name = alt || part.replace(/^.*\//, '');
    return `*${writeInlines([{ kind: 'text', text: `${name} (${path})`, style: {} }], 'paragraph', () => undefined)}*`;
  }

  #media({ type, file, alt, caption }: Extract<Block, { kind: 'media' }>): string {
    const path = this.#options.media.pathOf(file, type);
    if (path === undefined)
      return this.#missing(alt, file.part, this.#options.media.savedPath(file));
    return `![${escapeAlt(alt)}](${path}${titleOf(plainText(caption ?? []))})`;
  }

  #columns({ columns }: ColumnsBlock): string {
    const [outer, inner] = [':'.repeat(3 + this.#depth), ':'.repeat(4 + this.#depth)];
    const parts = columns.map(({ blocks, share }) => {
      const width = share === undefined ? '' : ` {width=${share}fr}`;
      return `${inner} column${width}\n${this.#inner(blocks, this.#depth + 2)}\n${inner}`;
    });
    return `${outer} columns\n${parts.join('\n')}\n${outer}`;
  }
}

function areSameLists(a: Block | undefined, b: Block): boolean {
  if (a?.kind !== 'list' || b.kind !== 'list') return false;
  return (a.items[0]?.bullet === 'number') === (b.items[0]?.bullet === 'number');
}

function codeInfo({ language, title, firstNumber }: Extract<Block, { kind: 'code' }>): string {
  const numbers =
    firstNumber === undefined ? '' : firstNumber === 1 ? ' {numbers}' : ` {numbers=${firstNumber}}`;
  const named = title === undefined ? '' : ` title=${JSON.stringify(title)}`;
  const info = `${numbers}${named}`;
  return (language === '' && info !== '' ? 'text' : language) + info;
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function escapeAlt(alt: string): string {
  return alt.replace(/[\\[\]`*_<{$]/g, '\\$&');
}

function titleOf(text: string): string {
  return text === '' ? '' : ` "${text.replace(/["\\]/g, '\\$&')}"`;
}
