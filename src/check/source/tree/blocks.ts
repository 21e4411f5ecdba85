import type {
  Block,
  Chart,
  Code,
  Diagram,
  Figure,
  List,
  Media,
  Qr,
  Table,
} from '../../../model/blocks.ts';
import type { Span } from '../../../model/source.ts';
import type { TreeBuilder } from './builder.ts';
import { chartTexts, diagramTexts } from './drawing-texts.ts';
import { addHtml } from './html.ts';
import { addInlines, attributesOf, imageAttributes } from './inlines.ts';

export function addBlocks(blocks: readonly Block[], builder: TreeBuilder): void {
  for (const block of blocks) addBlock(block, builder);
}

function addBlock(block: Block, builder: TreeBuilder): void {
  const { span } = block;
  const attributes = attributesOf(block.attributes);
  switch (block.kind) {
    case 'heading':
      builder.add(`h${block.level}`, span, attributes, () =>
        addInlines(block.content, span, builder),
      );
      return;
    case 'paragraph':
      builder.add('p', span, attributes, () => addInlines(block.content, span, builder));
      return;
    case 'images':
      builder.add('p', span, attributes, () => {
        for (const { content } of block.lines) addInlines(content, span, builder);
      });
      return;
    case 'list':
      addList(block, builder);
      return;
    case 'definitions':
      builder.add('dl', span, attributes, () => {
        for (const { terms, definitions } of block.items) {
          for (const term of terms) {
            builder.add('dt', span, undefined, () => addInlines(term, span, builder));
          }
          for (const inner of definitions) {
            builder.add('dd', span, undefined, () => addBlocks(inner, builder));
          }
        }
      });
      return;
    case 'quote':
      builder.add('blockquote', span, attributes, () => addBlocks(block.blocks, builder));
      return;
    case 'callout':
      builder.add('aside', span, attributes, () => {
        const { title } = block;
        if (title) builder.add('p', span, undefined, () => addInlines(title, span, builder));
        addBlocks(block.blocks, builder);
      });
      return;
    case 'columns':
      for (const column of block.columns) {
        builder.add('div', span, attributesOf(column.attributes), () =>
          addBlocks(column.blocks, builder),
        );
      }
      return;
    case 'group':
      builder.add('div', span, attributes, () => addBlocks(block.blocks, builder));
      return;
    case 'html':
      if (block.written) addHtml(block.written, builder);
      builder.endNotes();
      return;
    case 'rule':
    case 'pause':
      return;
    case 'formula':
      builder.add('math', span, attributes, () => builder.text(block.math.tex, span));
      return;
    default:
      addFigure(block, builder);
  }
}

function addList(list: List, builder: TreeBuilder): void {
  const name = list.start === undefined ? 'ul' : 'ol';
  builder.add(name, list.span, attributesOf(list.attributes), () => {
    for (const { span, attributes, blocks } of list.items) {
      builder.add('li', span, attributesOf(attributes), () => addBlocks(blocks, builder));
    }
  });
}

function addFigure(
  block: Code | Table | Figure | Media | Chart | Qr | Diagram,
  builder: TreeBuilder,
): void {
  const { span } = block;
  const own = attributesOf(block.attributes);
  switch (block.kind) {
    case 'code':
      builder.add('pre', span, own, () => builder.text(block.text, span));
      return;
    case 'table':
      addTable(block, builder);
      return;
    case 'figure': {
      const { image, link } = block;
      const { title, ...untitled } = image;
      builder.add('figure', span, own, () => {
        const classes = [...image.attributes.classes, ...block.attributes.classes];
        const attributes = { ...image.attributes, classes };
        const shown = { ...untitled, attributes };
        if (link) addInlines([{ ...link, content: [shown] }], span, builder);
        else builder.add('img', image.source.span, imageAttributes(shown));
        addCaption(title, block, builder);
      });
      return;
    }
    case 'media':
      builder.add('figure', span, own, () => {
        const { source, alt } = block;
        const named = { src: source.path, 'aria-label': alt, controls: '' };
        builder.add(block.type, source.span, attributesOf(block.attributes, named));
        addCaption(block.caption, block, builder);
      });
      return;
    case 'chart':
      builder.add('chart', span, attributesOf(block.attributes, { alt: block.alt }), () =>
        addTexts(chartTexts(block), span, builder),
      );
      return;
    case 'diagram': {
      const read = builder.diagrams.get(block.source)?.reading;
      const alt = block.alt ?? read?.alt;
      builder.add('diagram', span, attributesOf(block.attributes, { alt }), () =>
        addTexts(read ? diagramTexts(block, read) : [], span, builder),
      );
      return;
    }
    case 'qr':
      builder.add('figure', span, own, () => {
        // As pages describe it, in any language.
        const alt = block.alt ?? `QR code: ${block.text}`;
        builder.add('img', span, new Map([['alt', alt]]));
        const { caption } = block;
        builder.add('figcaption', span, undefined, () => addInlines(caption, span, builder));
      });
      return;
    default:
      block satisfies never;
  }
}

function addTexts(texts: readonly string[], span: Span, builder: TreeBuilder): void {
  for (const text of texts) builder.add('text', span, undefined, () => builder.text(text, span));
}

function addCaption(text: string | undefined, { span }: Block, builder: TreeBuilder): void {
  if (text === undefined) return;
  builder.add('figcaption', span, undefined, () => builder.text(text, span));
}

function addTable({ span, attributes, header, rows }: Table, builder: TreeBuilder): void {
  builder.add('table', span, attributesOf(attributes), () => {
    for (const [index, cells] of [header, ...rows].entries()) {
      builder.add('tr', span, undefined, () => {
        for (const cell of cells) {
          const name = index === 0 ? 'th' : 'td';
          builder.add(name, span, undefined, () => addInlines(cell, span, builder));
        }
      });
    }
  });
}
