import { countSteps } from '../../../4-render/blocks/chart.ts';
import { describeChart } from '../../../4-render/chart/describe.ts';
import { wordsIn } from '../../../base/words/words.ts';
import type {
  Attributes,
  Block,
  Callout,
  Chart,
  Columns,
  Definitions,
  List,
  ListItem,
} from '../../../model/blocks.ts';
import type { ChartSpec } from '../../../model/chart.ts';
import type { Inline } from '../../../model/inline.ts';
import { lossesIn } from '../chart/plan.ts';
import { mediaSupport } from '../deck-file.ts';
import type { Item } from '../slide/items.ts';
import type { Drawing, SlideScene } from '../slide/scene.ts';
import { readInlines } from '../text/inline.ts';
import { isBlank, type RunStyle } from '../text/paragraph.ts';
import { type Around, bulletOf, headingLook, shareOf, stepIn, stepOf } from './around.ts';
import { withSteps } from './diagram-steps.ts';
import { blocksOfHtml } from './html-blocks.ts';
import { ItemList } from './item-list.ts';
import { readCode } from './read-code.ts';
import { addFormula, readQr, readTable } from './read-items.ts';
import { diagramPicture, mediaItem, pictureOf, picturesOf } from './read-pictures.ts';

/** Reads the blocks of a slot as items from top to bottom. */
export function readBlocks(
  blocks: readonly Block[],
  scene: SlideScene,
  around: Partial<Around> = {},
): readonly Item[] {
  const reader = new BlockReader(scene);
  reader.readAll(blocks, { look: 'plain', ...around });
  return reader.items;
}

const aside = { look: 'aside', size: '--size-small' } as const;

class BlockReader {
  readonly #scene: SlideScene;
  readonly #found = new ItemList();
  /** How many ranges of notes and of hidden content are open. */
  #unseen = 0;

  constructor(scene: SlideScene) {
    this.#scene = scene;
  }

  get items(): readonly Item[] {
    return this.#found.items;
  }

  readAll(blocks: readonly Block[], around: Around): void {
    for (const block of blocks) this.#readStep(block, around);
  }

  #readStep(block: Block, around: Around): void {
    const { steps } = this.#scene;
    if (block.kind === 'pause') {
      if (!steps.isStill) steps.pause = steps.next();
      return;
    }
    const step = this.#stepOf(block.attributes) ?? around.step ?? steps.pause;
    if (this.#unseen === 0 || block.kind === 'html') this.#read(block, { ...around, step });
  }

  #stepOf(attributes: Attributes, always = false): number | undefined {
    return stepOf(attributes, this.#scene.steps, always);
  }

  #read(block: Exclude<Block, { kind: 'pause' }>, around: Around): void {
    const scene = this.#scene;
    switch (block.kind) {
      case 'heading':
        this.#text(block.content, { ...around, ...headingLook(block.level) });
        return;
      case 'paragraph':
        this.#text(block.content, around);
        return;
      case 'images':
        for (const { isRow, content } of block.lines) {
          if (isRow) this.#row(content, around);
          else this.#text(content, around);
        }
        return;
      case 'list':
        this.#list(block, around);
        return;
      case 'definitions':
        this.#definitions(block, around);
        return;
      case 'quote': {
        const own = { ...around, look: around.look === 'plain' ? 'quote' : around.look } as const;
        if (own.look === 'quote') this.#found.startText(own);
        this.readAll(block.blocks, own);
        return;
      }
      case 'callout':
        this.#callout(block, around);
        return;
      case 'code':
        if (block.steps.length > 0) scene.lose('code', '', block.span);
        this.#found.add({ ...readCode(block, scene.highlighted), ...stepIn(around) });
        return;
      case 'formula':
        addFormula(block, this.#found, scene, { ...around, align: 'center' });
        return;
      case 'table':
        this.#found.add({ ...readTable(block, scene), ...stepIn(around) });
        return;
      case 'figure': {
        const picture = pictureOf(block.image, scene, block.attributes, block.link);
        if (picture) this.#found.add({ kind: 'picture', picture, ...stepIn(around) });
        else this.#text([{ kind: 'text', text: block.image.alt }], around);
        return;
      }
      case 'media':
        this.#media(block, around);
        return;
      case 'chart':
        this.#chart(block, around);
        return;
      case 'qr':
        this.#found.add({ ...readQr(block, scene), ...stepIn(around) });
        return;
      case 'diagram':
        this.#diagram(block, around);
        return;
      case 'columns':
        this.#columns(block, around);
        return;
      case 'group': {
        const own = block.name === 'aside' ? aside : {};
        const isStep = block.name === 'fragment' && !block.attributes.classes.includes('fragment');
        const step = isStep ? this.#stepOf(block.attributes, true) : undefined;
        this.readAll(block.blocks, { ...around, ...own, ...(step !== undefined && { step }) });
        return;
      }
      case 'rule':
        this.#found.add({ kind: 'rule', ...stepIn(around) });
        return;
      case 'html':
        this.#html(block, around);
        return;
      default:
        block satisfies never;
    }
  }

  #html({ content, span }: Extract<Block, { kind: 'html' }>, around: Around): void {
    const shown = content.filter((part) => {
      const isEdge =
        typeof part !== 'string' &&
        'kind' in part &&
        (part.kind === 'start' || part.kind === 'end');
      if (isEdge) this.#unseen = Math.max(0, this.#unseen + (part.kind === 'start' ? 1 : -1));
      return this.#unseen === 0 && !isEdge;
    });
    const blocks = blocksOfHtml(shown, span, (name) => this.#scene.lose('html', name, span));
    for (const block of blocks) if (block.kind !== 'pause') this.#read(block, around);
  }

  #callout({ type, title, blocks }: Callout, around: Around): void {
    const color = `--color-${type}`;
    const mix = `color-mix(in oklab, var(${color}) 65%, var(--color-text))`;
    const own = { ...around, look: 'callout', color } as const;
    const name: Inline = { kind: 'text', text: wordsIn(this.#scene.lang)[type] };
    this.#found.startText(own);
    this.#text(title ?? [name], { ...own, style: { bold: true, color: mix, scale: 0.75 } });
    this.readAll(blocks, own);
  }

  #text(content: readonly Inline[], around: Around): void {
    const { runs, images } = readInlines(content, this.#scene);
    if (!isBlank(runs)) this.#found.addParagraph(runs, around);
    this.#found.addPictures(picturesOf(images, this.#scene), around);
  }

  #row(content: readonly Inline[], around: Around): void {
    const { runs, images } = readInlines(content, this.#scene);
    this.#found.addPictures(picturesOf(images, this.#scene), around);
    if (!isBlank(runs)) this.#found.addParagraph(runs, around);
  }

  #list(list: List, around: Around): void {
    const level = around.level === undefined ? 0 : around.level + 1;
    for (const [index, item] of list.items.entries()) {
      const isStep = list.incremental && !item.attributes.classes.includes('fragment');
      const step = this.#stepOf(item.attributes, isStep) ?? around.step ?? this.#scene.steps.pause;
      const bullet = bulletOf(list, item, index);
      this.#listItem(item, { ...around, level, bullet, step });
    }
  }

  #listItem({ blocks }: ListItem, around: Around): void {
    const { bullet: _, ...rest } = around;
    const [first, ...others] = blocks;
    const isText = first?.kind === 'paragraph' || first?.kind === 'heading';
    if (!isText) this.#found.addParagraph([], around);
    if (first) this.#readStep(first, isText ? around : rest);
    this.readAll(others, rest);
  }

  #definitions({ items, incremental }: Definitions, around: Around): void {
    const { steps } = this.#scene;
    for (const { terms, definitions } of items) {
      const next = incremental && !steps.isStill ? steps.next() : around.step;
      const own = { ...around, step: next };
      for (const term of terms)
        this.#text(term, { ...own, style: { ...around.style, bold: true } });
      for (const each of definitions) this.readAll(each, { ...own, level: around.level ?? 0 });
    }
  }

  #media(block: Extract<Block, { kind: 'media' }>, around: Around): void {
    const item = mediaItem(block, this.#scene);
    const support = mediaSupport(item?.file.mime ?? '');
    if (support !== 'played') {
      const kind = support === 'other' ? 'media' : 'unknown media';
      this.#scene.lose(kind, block.source.path, block.span);
    }
    if (block.tracks.length > 0) this.#scene.lose('captions', '', block.span);
    if (item && support !== 'unknown') this.#found.add({ ...item, ...stepIn(around) });
    else this.#text([{ kind: 'text', text: block.alt || block.source.path }], around);
  }

  #chart(chart: Chart, around: Around, alt?: string): void {
    const { steps, lang } = this.#scene;
    const count = steps.isStill ? 0 : countSteps(chart);
    if (chart.type === 'polarArea') {
      const drawing = this.#scene.drawingOf('charts', chart.span);
      this.#scene.lose('chart', '', chart.span);
      if (drawing) {
        if (count > 0) this.#scene.lose('steps', '', chart.span);
        this.#polarArea(chart, drawing, around);
        return;
      }
    }
    for (const kind of lossesIn(chart)) this.#scene.lose(kind, '', chart.span);
    const numbers = Array.from({ length: count }, () => steps.next());
    const own = alt ?? describeChart(chart, lang);
    this.#found.add({ kind: 'chart', chart, alt: own, steps: numbers, ...stepIn(around) });
  }

  #polarArea({ title, unit, source }: Chart, drawing: Drawing, around: Around): void {
    const line = (text: string, size: string, style: RunStyle): void =>
      this.#text([{ kind: 'text', text }], { ...around, size, style });
    const name = [title, unit].filter((text) => text !== undefined).join(', ');
    if (name !== '') line(name, '--size-small', { bold: true });
    this.#found.add({ kind: 'picture', picture: diagramPicture(drawing), ...stepIn(around) });
    const { source: label } = wordsIn(this.#scene.lang);
    if (source !== undefined) line(label + source, '--size-caption', { color: '--color-muted' });
  }

  #diagram(block: Extract<Block, { kind: 'diagram' }>, around: Around): void {
    const drawing = this.#scene.drawingOf('diagrams', block.span);
    const chart = drawing ? undefined : this.#scene.drawingOf('charts', block.span);
    if (chart && 'series' in chart.image.spec) {
      const { span, attributes } = block;
      const spec: ChartSpec = chart.image.spec;
      this.#chart({ ...spec, kind: 'chart', span, attributes }, around, chart.alt);
      return;
    }
    if (block.title !== undefined) {
      this.#text([{ kind: 'text', text: block.title }], {
        ...around,
        size: '--size-small',
        style: { bold: true },
      });
    }
    if (!drawing) {
      this.#text([{ kind: 'text', text: block.source.text }], around);
      return;
    }
    if (drawing.shapes) {
      const shapes = withSteps(drawing.shapes, this.#scene.steps);
      this.#found.add({ kind: 'diagram', shapes, alt: drawing.alt, ...stepIn(around) });
      return;
    }
    this.#scene.lose('diagram', '', block.span);
    if ('steps' in drawing.image && drawing.image.steps) this.#scene.lose('steps', '', block.span);
    this.#found.add({ kind: 'picture', picture: diagramPicture(drawing), ...stepIn(around) });
  }

  #columns({ columns }: Columns, around: Around): void {
    const shares = columns.map(({ attributes: { values } }) => shareOf(values.get('width')));
    const read = columns.map(({ attributes, blocks }, index) => {
      const step = this.#stepOf(attributes) ?? around.step;
      const inner = new BlockReader(this.#scene);
      inner.readAll(blocks, { ...around, look: 'plain', step });
      return { items: inner.items, share: shares[index] ?? 1 };
    });
    this.#found.add({ kind: 'columns', columns: read });
  }
}
