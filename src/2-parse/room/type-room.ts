import type { Block } from '../../model/blocks.ts';
import type { LayoutName, Slide, Slot, TypeKind, TypeRoom, TypeStep } from '../../model/deck.ts';
import { estimate } from './estimate.ts';
import { type Room, slotSize } from './room.ts';

/** How much larger the type of each kind of content is at each step, as in `themes/base/type.css`. */
const scales: Readonly<Record<TypeKind, readonly number[]>> = {
  text: [1.2, 1.4],
  table: [1.16, 1.32],
  code: [1.25, 1.5],
};

/** How much of the room content of each kind may take at each step. Footnotes need some, too. */
const shares: Readonly<Record<TypeKind, readonly number[]>> = {
  text: [0.9, 0.7],
  table: [0.9, 0.9],
  code: [0.9, 0.9],
};

/** How much higher and wider than estimated the type of a theme may be. */
const [higher, wider] = [1.15, 1.3];

/** A table with more columns may be as wide as its slide. */
export const fewColumns = 6;

/** A formula with more TeX than this may be large. */
const maxTex = 60;

/** The height of a short formula with what is around it, in slide pixels. */
const formulaHeight = 150;

/**
 * How much larger the type of a slide may be: only of one with text, a table or code below its title, and
 * nothing else.
 *
 * @param size of the slides, in CSS pixels
 * @returns `undefined` if its type has its usual size in any case
 */
export function typeRoomOf(
  layout: LayoutName,
  slots: readonly Slot[],
  size: Room,
): TypeRoom | undefined {
  const body = slots.find(({ name }) => name === 'body');
  if (layout !== 'default' || !body || slots.some(({ name }) => !['title', 'body'].includes(name)))
    return undefined;
  const kind = kindOf(body.blocks);
  if (!kind) return undefined;
  const room = slotSize({ layout, slots }, 'body', size);
  const fits = scales[kind].filter((scale, index) => {
    const width = room.width / scale / wider;
    const heights = body.blocks.map((block) => heightIn(block, width));
    const height = heights.reduce((sum, own) => sum + own, 0) * scale * higher;
    return height <= room.height * (shares[kind][index] ?? 0);
  });
  return { of: kind, step: fits.length as TypeStep | 0 };
}

/** How much larger type of a kind is at a step. */
export function typeScale(kind: TypeKind, step: number): number {
  return scales[kind][step - 1] ?? 1;
}

/** The step of each kind of content in a deck: the same for all its slides that have little on them. */
export function planTypeSteps(slides: readonly Slide[]): ReadonlyMap<TypeKind, TypeStep> {
  const steps = new Map<TypeKind, TypeStep>();
  for (const { typeRoom } of slides) {
    if (!typeRoom || typeRoom.step === 0) continue;
    const { of, step } = typeRoom;
    steps.set(of, Math.min(step, steps.get(of) ?? step) as TypeStep);
  }
  return steps;
}

function kindOf(blocks: readonly Block[]): TypeKind | undefined {
  const kinds = blocks.map(kindOfBlock);
  if (kinds.length === 0 || kinds.includes(undefined)) return undefined;
  const special = kinds.filter((kind) => kind !== 'text');
  return special.length <= 1 ? (special[0] ?? 'text') : undefined;
}

function kindOfBlock(block: Block): TypeKind | undefined {
  switch (block.kind) {
    case 'paragraph':
      return block.content.some(({ kind }) => kind === 'image' || kind === 'html')
        ? undefined
        : 'text';
    case 'pause':
      return 'text';
    case 'list':
      return block.items.every(({ blocks }) => areText(blocks)) ? 'text' : undefined;
    case 'quote':
    case 'callout':
      return areText(block.blocks) ? 'text' : undefined;
    case 'group':
      return areText(block.blocks) ? 'text' : undefined;
    case 'formula':
      return block.math.tex.length <= maxTex && !block.rows ? 'text' : undefined;
    case 'table':
      return block.header.length > fewColumns ? undefined : 'table';
    case 'code':
      // Nobody knows how often its lines wrap.
      return block.wraps ? undefined : 'code';
    default:
      return undefined;
  }
}

function areText(blocks: readonly Block[]): boolean {
  return blocks.every((block) => kindOfBlock(block) === 'text');
}

/** The height of a block at its usual size, in slide pixels; also of kinds that have no exact one. */
function heightIn(block: Block, width: number): number {
  if (block.kind === 'group')
    return block.blocks.reduce((sum, inner) => sum + heightIn(inner, width), 0);
  return block.kind === 'formula' ? formulaHeight : estimate(block, width);
}
