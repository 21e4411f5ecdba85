import type { Block, ListBlock } from '../blocks.ts';

/** How the blocks of a slide appear one after the other. */
export interface StepPlan {
  /** Blocks with a pause before them. */
  readonly pauses: ReadonlySet<Block>;
  /** Lists that appear item by item. */
  readonly incremental: ReadonlySet<Block>;
  /** Whether each block and each item says its own step, as their order is another one than that of the steps. */
  readonly isNumbered: boolean;
}

/** Finds the simplest way to write the steps of blocks: pauses and lists, or a number for each. */
export function planSteps(blocks: readonly Block[]): StepPlan {
  const pauses = new Set<Block>();
  const incremental = new Set<Block>();
  let current = 0;
  for (const block of blocks) {
    const steps = stepsOf(block);
    if (isIncremental(block, current)) {
      incremental.add(block);
      current += (block as ListBlock).items.length;
      continue;
    }
    const [first = 0] = steps;
    const isOne = steps.every((step) => step === first);
    if (!isOne || first < current || first > current + 1) return { ...noPlan, isNumbered: true };
    if (first > current) pauses.add(block);
    current = first;
  }
  return { pauses, incremental, isNumbered: false };
}

const noPlan: StepPlan = { pauses: new Set(), incremental: new Set(), isNumbered: false };

/** The steps of a block and of its items; 0 is the start. */
function stepsOf(block: Block): readonly number[] {
  const own = block.step ?? 0;
  if (block.kind === 'chart' && block.by) return [0];
  if (block.kind === 'columns')
    return block.columns.flatMap(({ blocks }) => blocks.flatMap(stepsOf)).concat(own || []);
  if (block.kind !== 'list') return [own];
  return block.items.flatMap((item) => [
    item.step ?? own,
    ...item.blocks.flatMap((each) => stepsOf(each).map((step) => step || (item.step ?? own))),
  ]);
}

/** Whether each item of a list has the next step; what is in an item appears with it, or is an item itself. */
function isIncremental(block: Block, current: number): boolean {
  if (block.kind !== 'list' || block.items.length < 1) return false;
  const isPlain = block.items.every(({ step, blocks }) =>
    blocks.flatMap(stepsOf).every((inner) => inner === 0 || inner === step),
  );
  return isPlain && block.items.every(({ step }, index) => step === current + index + 1);
}
