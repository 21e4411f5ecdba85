import type { Block } from '../../../model/blocks.ts';
import type { Slide } from '../../../model/deck.ts';
import type { SourceRule } from '../rule.ts';
import { normalize, textOf } from '../tree/element.ts';
import type { Part } from '../tree/parts.ts';
import { headingsIn, type SlideHeading } from './headings.ts';

/** A slide with its title. */
interface Titled {
  readonly part: Part;
  readonly slide: Slide;
  readonly number: number;
  readonly title: SlideHeading;
}

/** Slides with the same title, unless one continues the other. */
export const titleDuplicate: SourceRule = ({ parts, deck, add }) => {
  const stacks = new Map(
    deck.stacks.flatMap((stack) => stack.map((slide) => [slide, stack] as const)),
  );
  const before = new Map<string, Titled>();
  for (const part of parts) {
    if (part.of !== 'slide' || !part.slide) continue;
    const { slide, number } = part.slide;
    const title = headingsIn(part).find(({ text }) => text !== '');
    if (!title) continue;
    const key = title.text.toLowerCase();
    const own: Titled = { part, slide, number, title };
    const other = before.get(key);
    before.set(key, own);
    if (!other || isSamePlace(other.title, title)) continue;
    const isInStack = stacks.get(other.slide) === stacks.get(slide);
    if (isInStack || continues(own, other)) continue;
    const message = `slide ${other.number} has the same title, "${title.text}"`;
    const hint = 'say in each title what is new on its slide, or number them: "(2)"';
    add({ rule: 'title-duplicate', span: title.span, message, hint });
  }
};

/** A slide may be in the deck several times. */
function isSamePlace({ span: a }: SlideHeading, { span: b }: SlideHeading): boolean {
  return a.file === b.file && a.line === b.line;
}

/** Whether a slide is the next part of the one before it, or its next state. */
function continues(own: Titled, other: Titled): boolean {
  if (own.number !== other.number + 1) return false;
  if (own.slide.settings.autoAnimate || other.slide.settings.autoAnimate) return true;
  const [kind, otherKind] = [kindOf(own.slide), kindOf(other.slide)];
  if (kind !== undefined && kind === otherKind) return true;
  const [text, otherText] = [bodyOf(own), bodyOf(other)];
  return text.startsWith(otherText) || otherText.startsWith(text);
}

/** The kind of the main block of a slide, if that may go on over several slides. */
function kindOf({ slots }: Slide): Block['kind'] | undefined {
  const blocks = slots.flatMap((slot) => slot.blocks);
  return blocks.map(({ kind }) => kind).find((kind) => longKinds.has(kind));
}

const longKinds: ReadonlySet<Block['kind']> = new Set([
  'list',
  'table',
  'code',
  'chart',
  'diagram',
  'figure',
  'images',
  'columns',
]);

function bodyOf({ part: { root }, title }: Titled): string {
  return normalize(textOf(root)).replace(title.text, '').trim();
}
