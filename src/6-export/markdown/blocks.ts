import { describeQr } from '../../4-render/blocks/qr.ts';
import { qrPaths, quietZone } from '../../base/qr-path.ts';
import { unsafeScheme } from '../../base/safe-html/attributes.ts';
import type { Alignment, Block, Definitions, List, Qr, Table } from '../../model/blocks.ts';
import { escapeText, markdown } from '../notes/markdown.ts';
import { prefixed } from '../notes/writer.ts';
import { image, writeHtml, writeInlines } from './inlines.ts';
import type { Scene } from './scene.ts';

/** Writes blocks in GitHub's Markdown, with blank lines between them. */
export function writeBlocks(blocks: readonly Block[], scene: Scene, gap = '\n\n'): string {
  const written = blocks.flatMap((block) => {
    const text = writeBlock(block, scene);
    return text === '' ? [] : [{ block, text }];
  });
  return written
    .map(({ block, text }, i) => {
      const last = listAt(written[i - 1]?.block, -1);
      return last !== undefined && last === listAt(block, 0) ? `<!-- -->\n\n${text}` : text;
    })
    .join(gap);
}

/**
 * The kind of list that a block starts or ends with: two in a row would become one.
 *
 * @param at 0 for the start, -1 for the end
 */
function listAt(block: Block | undefined, at: 0 | -1): 'bullets' | 'numbers' | undefined {
  switch (block?.kind) {
    case 'list':
      return block.start === undefined ? 'bullets' : 'numbers';
    case 'definitions':
      return at === -1 ? 'bullets' : undefined;
    case 'group':
      return listAt(block.blocks.at(at), at);
    default:
      return undefined;
  }
}

function writeBlock(block: Block, scene: Scene): string {
  switch (block.kind) {
    case 'heading':
      return markdown.heading(
        Math.min(6, Math.max(3, block.level + 2 - scene.titleLevel)),
        oneLine(writeInlines(block.content, scene)),
      );
    case 'paragraph':
      return paragraph(writeInlines(block.content, scene));
    case 'images':
      return block.lines
        .map(({ content }) => paragraph(writeInlines(content, scene)))
        .filter(Boolean)
        .join('\n\n');
    case 'list':
      return writeList(block, scene);
    case 'definitions':
      return writeDefinitions(block, scene);
    case 'quote':
      return prefixed('> ', writeBlocks(block.blocks, scene));
    case 'callout': {
      const { title, type, blocks } = block;
      const own = title && `**${oneLine(writeInlines(title, scene))}**`;
      const content = [own, writeBlocks(blocks, scene)].filter(Boolean).join('\n\n');
      return prefixed('> ', `[!${type.toUpperCase()}]\n${content}`);
    }
    case 'code':
      return [
        block.title && `**${escapeText(block.title)}**`,
        markdown.codeBlock(block.text, block.language),
      ]
        .filter(Boolean)
        .join('\n\n');
    case 'formula':
      return markdown.formula(block.math.tex.trim());
    case 'table':
      return writeTable(block, scene);
    case 'figure': {
      const { source, alt, title } = block.image;
      const shown = image(alt, scene.addressOf(source));
      const href = block.link && scene.linkAddress(block.link.href, block.link.span.file);
      const linked = href ? `[${shown}](${href})` : shown;
      return title === undefined ? linked : `${linked}\n\n*${escapeText(title)}*`;
    }
    case 'media': {
      const name = block.alt || block.type;
      const address = scene.addressOf(block.source);
      const link =
        unsafeScheme(address) === undefined
          ? markdown.link(escapeText(name), address)
          : escapeText(name);
      const tracks = block.tracks.map(({ source }) =>
        markdown.link(escapeText(source.path), scene.addressOf(source)),
      );
      const player = [link, ...tracks].join(' · ');
      return block.caption === undefined ? player : `${player}\n\n*${escapeText(block.caption)}*`;
    }
    case 'chart':
      return writeChart(block, scene);
    case 'qr':
      return writeQr(block, scene);
    case 'diagram': {
      const { title, source } = block;
      const code = markdown.codeBlock(source.text.trimEnd(), source.language);
      return title === undefined ? code : `**${escapeText(title)}**\n\n${code}`;
    }
    case 'columns':
      return block.columns
        .map(({ blocks }) => writeBlocks(blocks, scene))
        .filter(Boolean)
        .join('\n\n');
    case 'group':
      return writeBlocks(block.blocks, scene);
    case 'rule':
      return markdown.rule;
    case 'html':
      return writeHtml(block.content, scene).trim();
    case 'pause':
      return '';
  }
}

function paragraph(content: string): string {
  const text = content.trim();
  return text === '' ? '' : markdown.paragraph(text, 0);
}

function oneLine(text: string): string {
  return text.replace(/\\?\n/g, ' ').trim();
}

function writeList({ start, loose, items }: List, scene: Scene): string {
  const gap = loose ? '\n\n' : '\n';
  const lines = items.map(({ checked, blocks }, i) => {
    const marker = start === undefined ? '- ' : `${start + i}. `;
    const box = checked === undefined ? '' : `[${checked ? 'x' : ' '}] `;
    return marker + box + indented(writeBlocks(blocks, scene, gap), marker.length);
  });
  return lines.join(gap);
}

/** With all lines but the first one indented. */
function indented(text: string, width: number): string {
  return text.replace(/\n(?=.)/g, `\n${' '.repeat(width)}`);
}

/** GitHub's Markdown has no lists of definitions. */
function writeDefinitions({ items }: Definitions, scene: Scene): string {
  const lines = items.map(({ terms, definitions }) => {
    const names = terms.map((term) => `**${oneLine(writeInlines(term, scene))}**`).join('\\\n');
    const texts = definitions.map((blocks) => indented(`- ${writeBlocks(blocks, scene)}`, 2));
    return [names, texts.join('\n')].join('\n\n');
  });
  return lines.join('\n\n');
}

function writeTable({ align, header, rows }: Table, scene: Scene): string {
  const cells = (row: Table['header']) => row.map((cell) => writeInlines(cell, scene));
  return tableOf(cells(header), rows.map(cells), align);
}

const delimiters = { left: ':--', center: ':-:', right: '--:' } as const;

function tableOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly Alignment[],
): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => oneLine(cell).replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  const marks = header.map((_, i) => {
    const side = align[i];
    return side ? delimiters[side] : '---';
  });
  return [line(header), `| ${marks.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** An image of the chart, and its data. */
function writeChart(block: Extract<Block, { kind: 'chart' }>, scene: Scene): string {
  const { address, alt, table } = scene.chart(block);
  const { title, unit } = block;
  const about = [title && `**${escapeText(title)}**`, unit && escapeText(unit)].filter(Boolean);
  const { rows } = table;
  const head = table.head.map(({ text }) => text);
  const cells = (row: readonly string[]) => row.map(escapeText);
  const align = head.map((_, i): Alignment => (i === 0 ? undefined : 'right'));
  return [
    about.join(', '),
    address !== undefined && image(alt, address),
    tableOf(cells(head), rows.map(cells), align),
    block.source && `*${escapeText(block.source)}*`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function writeQr(qr: Qr, scene: Scene): string {
  const { modules, caption } = qr;
  const size = modules.length + 2 * quietZone;
  const root = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="240" height="240">`;
  const shown = image(
    describeQr(qr, scene.lang),
    scene.drawing('code', `${root}${qrPaths(modules)}</svg>\n`),
  );
  const text = oneLine(writeInlines(caption, scene));
  return text === '' ? shown : `${shown}\n\n${text}`;
}
