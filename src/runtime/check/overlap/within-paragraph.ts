import type { PageFinding } from '../../../model/check.ts';
import { type CheckedSlide, finding } from '../slide.ts';
import { lettersBox, quote } from '../text/text-runs.ts';
import type { Line } from './lines.ts';
import { areTogether } from './steps.ts';

/** Capital letters of a line that is nearer, in its type size, are over the line above it. */
const nearest = 0.7;

/** Two lines with less distance are one, in which a letter may be moved into the one before it, as in a logo. */
const sameLine = 0.3;
const mostMoved = 0.6;

/** What authors place by hand, and drawings. */
const placed = 'svg, math, ruby';

/** Two pieces of one paragraph that are over each other. */
export function withinParagraph(
  slide: CheckedSlide,
  first: Line,
  second: Line,
): PageFinding | undefined {
  if (!first.isLevel || !second.isLevel || first.owner.closest(placed)) return undefined;
  if (first.run.facts.element.closest(placed) || second.run.facts.element.closest(placed)) {
    return undefined;
  }
  const size = Math.min(first.run.size, second.run.size) * slide.pixel * slide.unit;
  const distance = Math.abs(middleOf(first.box) - middleOf(second.box)) / size;
  const width =
    Math.min(first.box.right, second.box.right) - Math.max(first.box.left, second.box.left);
  const isOneLine = distance < sameLine;
  // The dots in place of a text that is too long are over it.
  if (isOneLine && first.run === second.run) return undefined;
  if (distance >= nearest || width / size <= (isOneLine ? mostMoved : 0.1)) return undefined;
  if (!areTogether(first.run.facts.element, second.run.facts.element)) return undefined;
  const text = quote(second.run.text);
  const message = isOneLine
    ? `the text ${text} is over the text ${quote(first.run.text)}`
    : `the lines of the text ${text} are over each other`;
  const hint = isOneLine ? 'move one of them' : 'give them a line-height of 1 or more';
  return finding(slide, 'overlap', second.owner, message, hint, lettersBox(second.run));
}

function middleOf({ y, height }: DOMRect): number {
  return y + height / 2;
}
