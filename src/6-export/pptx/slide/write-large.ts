import { TypeSizes } from '../place/item-size.ts';
import { addText } from '../shapes/shape.ts';
import { type Paragraph, textOf } from '../text/paragraph.ts';
import type { Placeholder } from '../theme/looks.ts';
import type { Box } from '../units.ts';
import { styleLarge } from './large-text.ts';
import type { SlideWriter } from './slide-writer.ts';
import { placeholderSettings } from './write-items.ts';

interface LargeTextPlace {
  readonly box: Box;
  /** Whether that is the box of its placeholder. */
  readonly isInPlace: boolean;
  /** The share of its usual size. */
  readonly share: number;
  /** Its height at the usual size. */
  readonly needed: number;
}

/** Writes the text of a slot that is set in large type into its placeholder. */
export function writeLarge(
  writer: SlideWriter,
  layout: string,
  placeholder: Placeholder,
  texts: readonly Paragraph[],
  { box, isInPlace, share, needed }: LargeTextPlace,
): void {
  const paragraphs = styleLarge(layout, placeholder.slot, texts);
  const { text, type, index } = placeholder;
  const length = textOf(paragraphs[0]?.runs ?? []).length;
  const room = Number(writer.style.text('--room-statement') ?? 110);
  const small =
    layout === 'statement' ? Math.min(share, Math.sqrt(room / Math.max(1, length))) : share;
  const scale = Math.min(1, (box.height / Math.max(1, needed * small)) ** 0.7);
  const settings = placeholderSettings(new TypeSizes(writer.style, scale), text, writer);
  const id = addText(writer, {
    name: placeholder.name,
    placeholder: { type, index },
    ...(!isInPlace && { box }),
    paragraphs,
    settings:
      small < 1
        ? { ...settings, sizeOf: (each) => settings.sizeOf(each) ?? text.size * small }
        : settings,
  });
  for (const [at, { step }] of paragraphs.entries()) {
    if (step !== undefined) writer.appearances.push({ step, shape: id, paragraphs: [at, at] });
  }
}
