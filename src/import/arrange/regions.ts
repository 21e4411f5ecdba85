import type { Block, ImageBlock } from '../blocks.ts';
import { cut, type Region } from './cut.ts';
import type { Piece } from './pieces.ts';

/** The blocks of pieces in the order in which they are read, with columns where they are next to each other. */
export function arrangePieces(pieces: readonly Piece[]): readonly Block[] {
  return pieces.length === 0 ? [] : blocksIn(cut(pieces));
}

function blocksIn(region: Region<Piece>): readonly Block[] {
  if (region.kind === 'piece') return region.piece.blocks;
  if (region.kind === 'stack') return region.regions.flatMap(blocksIn);
  const parts = region.regions.map((part) => ({ blocks: blocksIn(part), width: part.box.width }));
  const images = parts.map(({ blocks }) => onlyImage(blocks));
  if (images.every((image) => image !== undefined)) return [rowOf(images)];
  const total = parts.reduce((sum, { width }) => sum + width, 0);
  const shares = parts.map(({ width }) => Math.round((width / total) * 20) * 5);
  const areAlike = Math.max(...shares) - Math.min(...shares) <= 10;
  return [
    {
      kind: 'columns',
      columns: parts.map(({ blocks }, index) => {
        // Images fill their columns.
        const own = blocks.map((block) => (block.kind === 'image' ? withoutWidth(block) : block));
        const share = shares[index];
        return { blocks: own, ...(!areAlike && share !== undefined && { share }) };
      }),
    },
  ];
}

function onlyImage(blocks: readonly Block[]): ImageBlock | undefined {
  const [only] = blocks;
  return blocks.length === 1 && only?.kind === 'image' ? only : undefined;
}

function rowOf(images: readonly ImageBlock[]): Block {
  const steps = new Set(images.map(({ step }) => step));
  const [step] = steps;
  return { kind: 'row', images, ...(steps.size === 1 && step !== undefined && { step }) };
}

export function withoutWidth({ width: _, ...image }: ImageBlock): ImageBlock {
  return image;
}
