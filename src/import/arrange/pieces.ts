import type { Block, ImageBlock } from '../blocks.ts';
import { plainText, trimmed, withoutBold } from '../inlines.ts';
import type { Box, Inline, Paragraph, PictureShape, Shape, TextShape } from '../model.ts';
import { footnotesName, readFootnotes } from './footnotes.ts';
import { ownCode } from './own-code.ts';
import { blocksOf } from './paragraphs.ts';

/** A shape, with what belongs to it, as blocks. */
export interface Piece {
  readonly box: Box;
  readonly blocks: readonly Block[];
}

export interface PieceOptions {
  /** Whether Lectern has written the slide, so that names of shapes say what they are. */
  readonly isOwn: boolean;
  /** Whether a placeholder of the layout is a heading of a column. */
  readonly hasColumnHeadings: boolean;
  /** The width of the slide, in slide pixels. */
  readonly width: number;
}

/** The shapes of a slide's body as pieces. */
export function piecesOf(shapes: readonly Shape[], options: PieceOptions): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const shape of shapes) {
    const last = pieces.at(-1);
    const joined = options.isOwn && last ? joinOwn(last, shape) : undefined;
    if (joined) pieces[pieces.length - 1] = joined;
    else {
      const blocks = blocksOfShape(shape, options).map((block) => withStep(block, shape.step));
      if (blocks.length > 0) pieces.push({ box: shape.box, blocks });
    }
  }
  return pieces;
}

function withStep(block: Block, step: number | undefined): Block {
  return step === undefined || block.step !== undefined ? block : { ...block, step };
}

function blocksOfShape(shape: Shape, options: PieceOptions): readonly Block[] {
  switch (shape.kind) {
    case 'text':
      return blocksOfText(shape, options);
    case 'picture':
      return [imageOf(shape, options)];
    case 'media':
      return [{ kind: 'media', type: shape.type, file: shape.file, alt: ownAlt(shape) }];
    case 'table':
      return shape.table.rows.length === 0 ? [] : [{ kind: 'table', table: shape.table }];
    case 'chart':
      return [
        {
          kind: 'chart',
          chart: shape.chart,
          alt: options.isOwn ? '' : ownAlt(shape),
          ...(shape.by && { by: shape.by }),
        },
      ];
    default:
      return shape satisfies never;
  }
}

/** The text alternative, unless a program has made it up. */
export function ownAlt({ alt }: { readonly alt: string }): string {
  const isMade =
    /^(?:picture|image|grafik|bild|video|audio|chart|diagramm?)\s*\d*$|\.(?:png|jpe?g|gif|svg|emf|wmf|bmp|tiff?)$/i;
  const text = alt.replace(/\s+/g, ' ').trim();
  const sentence = text.replace(
    /\s*(?:Description automatically generated|Automatisch generierte Beschreibung).*$/i,
    '',
  );
  return isMade.test(sentence) ? '' : sentence;
}

function imageOf(shape: PictureShape, { isOwn, width }: PieceOptions): ImageBlock {
  const share = Math.round((shape.box.width / width) * 20) * 5;
  const isSmall = !isOwn && share < 40;
  return {
    kind: 'image',
    file: shape.file,
    alt: ownAlt(shape),
    isDecorative: shape.isDecorative,
    ...(shape.link && { link: shape.link }),
    ...(isSmall && { width: Math.max(5, share) }),
  };
}

function blocksOfText(shape: TextShape, options: PieceOptions): readonly Block[] {
  if (options.isOwn && footnotesName.test(shape.name))
    return [{ kind: 'footnotes', notes: readFootnotes(shape.paragraphs) }];
  const mayBeCode = !options.isOwn || /^Code\b/.test(shape.name);
  const blocks = blocksOf(linked(shape), mayBeCode);
  if (options.isOwn) return ownBlocks(shape, blocks);
  const [only] = blocks;
  const isHeading = options.hasColumnHeadings && shape.placeholder?.type === 'body';
  if (isHeading && blocks.length === 1 && only?.kind === 'paragraph')
    return [{ ...only, kind: 'heading', level: 3 }];
  if (blocks.length === 1 && only?.kind === 'paragraph' && isQuoted(only.inlines)) {
    return [{ kind: 'quote', blocks: [only] }];
  }
  return blocks;
}

/** Whether a text is a quote: one sentence or more in quotation marks, and nothing else. */
function isQuoted(inlines: readonly Inline[]): boolean {
  const text = plainText(inlines);
  return text.length > 30 && /^[“„«"](?:[^“”„«»"]+)[”“»"]$/.test(text);
}

/** The link of a shape is that of its text. */
function linked({ paragraphs, link }: TextShape): readonly Paragraph[] {
  if (!link) return paragraphs;
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    inlines: paragraph.inlines.map((inline) =>
      inline.kind === 'text' && !inline.style.link
        ? { ...inline, style: { ...inline.style, link } }
        : inline,
    ),
  }));
}

/** What Lectern's own names of shapes say. */
function ownBlocks({ name, paragraphs }: TextShape, blocks: readonly Block[]): readonly Block[] {
  const [, kind = '', detail = ''] =
    /^([A-Z][A-Za-z ]*?)(?: \(([^)]*)\))?(?: \d+)?$/.exec(name) ?? [];
  const [first, ...rest] = blocks;
  const step = first?.step === undefined ? {} : { step: first.step };
  if (kind === 'Quote') return [{ kind: 'quote', blocks: blocks.map(withoutStep), ...step }];
  if (kind === 'Aside') return [{ kind: 'aside', blocks: blocks.map(withoutStep), ...step }];
  if (kind === 'Code') return [ownCode(paragraphs, detail)];
  if (kind === 'Callout' && first?.kind === 'paragraph') {
    const title = withoutBold(first.inlines);
    return [
      { kind: 'callout', type: detail || 'note', title, blocks: rest.map(withoutStep), ...step },
    ];
  }
  if (kind === 'QR code') return [{ kind: 'qr', text: '' }];
  return blocks;
}

function withoutStep({ step: _, ...block }: Block): Block {
  return block;
}

/** The content of a QR code is the address of its caption. */
function qrOf(caption: readonly Inline[]): Block {
  const title = plainText(caption);
  const linked = caption.find((inline) => inline.kind === 'text' && inline.style.link);
  const link = linked?.kind === 'text' ? linked.style.link : undefined;
  const text = link?.kind === 'web' ? link.href : title;
  return { kind: 'qr', text, ...(title !== text && { title }) };
}

/** What Lectern writes after a shape that it belongs to: captions, and sources of charts. */
function joinOwn(last: Piece, shape: Shape): Piece | undefined {
  if (shape.kind !== 'text') return undefined;
  const block = last.blocks.at(-1);
  const text = shape.paragraphs.flatMap(({ inlines }) => trimmed(inlines));
  const others = last.blocks.slice(0, -1);
  if (/^Caption\b/.test(shape.name) && (block?.kind === 'image' || block?.kind === 'media')) {
    return { ...last, blocks: [...others, { ...block, caption: text }] };
  }
  if (/^Caption\b/.test(shape.name) && block?.kind === 'qr') {
    return { ...last, blocks: [...others, qrOf(text)] };
  }
  if (/^Source\b/.test(shape.name) && block?.kind === 'chart') {
    const source = plainText(text).replace(/^[^:：]*[:：]\s*/, '');
    return { ...last, blocks: [...others, { ...block, chart: { ...block.chart, source } }] };
  }
  return undefined;
}
