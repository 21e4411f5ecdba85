import { stepIndex } from '../../../4-render/attributes.ts';
import type { StepCounter } from '../../../4-render/context.ts';
import type { Attributes, List, ListItem } from '../../../model/blocks.ts';
import type { TextItem } from '../slide/items.ts';
import type { Bullet, RunStyle } from '../text/paragraph.ts';

/** Where text is, which decides how it looks. */
export interface Around {
  readonly look: TextItem['look'];
  readonly color?: string;
  readonly style?: RunStyle;
  readonly size?: string;
  /** The depth in lists, from 0; absent outside of them. */
  readonly level?: number;
  /** The bullet of the next paragraph. */
  readonly bullet?: Bullet;
  readonly step?: number | undefined;
  readonly align?: 'center';
}

export function shareOf(width: string | undefined): number | undefined {
  const number = Number.parseFloat(width ?? '');
  if (width === undefined || !(number > 0)) return undefined;
  return width.endsWith('fr') ? number : width.endsWith('%') ? number / 50 : undefined;
}

/** The step of an item. */
export function stepIn({ step }: Around): { readonly step?: number } {
  return step === undefined ? {} : { step };
}

export function headingLook(level: number): Partial<Around> {
  if (level <= 3)
    return {
      size: '--size-subtitle',
      style: { font: 'heading', color: '--color-heading', bold: true },
    };
  return { style: { bold: true, color: '--color-heading' } };
}

/** Numbers count on by themselves, but not after other text of an item. */
export function bulletOf({ start, items }: List, { checked }: ListItem, index: number): Bullet {
  if (checked !== undefined) return { kind: 'box', isChecked: checked };
  if (start === undefined) return { kind: 'dot' };
  const isInterrupted = items
    .slice(0, index)
    .some(({ blocks }) => blocks.filter(({ kind }) => kind !== 'list').length > 1);
  return { kind: 'number', from: isInterrupted ? start + index : start };
}

/** The step of a block with the class `fragment`. @param always whether it is one without that class, too */
export function stepOf(
  attributes: Attributes,
  steps: StepCounter,
  always: boolean,
): number | undefined {
  if (steps.isStill || !(always || attributes.classes.includes('fragment'))) return undefined;
  return stepIndex(attributes, steps);
}
