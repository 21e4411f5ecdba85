import type { PageFinding } from '../../../model/check.ts';
import { findCut } from '../../fit/overflow.ts';
import { blockOf, type CheckedSlide, finding, type PageRule } from '../slide.ts';
import { covers, middleOf } from '../text/covers.ts';
import { paintedOn } from '../text/painted.ts';
import { lettersBox, quote, textOn } from '../text/text-runs.ts';
import { type Line, linesOn } from './lines.ts';
import { areTogether } from './steps.ts';
import { withinParagraph } from './within-paragraph.ts';

/** Text that is over other text, or that an image or a box covers. */
export const overlap: PageRule = (slide) => {
  const lines = linesOn(slide);
  const found = [...textOverText(slide, lines), ...coveredText(slide, lines)];
  const reported = new Set<Element>();
  return found.flatMap(({ block, value }) => {
    if (reported.has(block)) return [];
    reported.add(block);
    return [value];
  });
};

interface Found {
  readonly block: Element;
  readonly value: PageFinding;
}

const hint = 'move one of them, or show them at different steps';

function textOverText(slide: CheckedSlide, lines: readonly Line[]): readonly Found[] {
  const ordered = lines.toSorted((a, b) => a.box.top - b.box.top);
  const found: Found[] = [];
  const isCut = findCut(slide.root) !== undefined;
  for (const [index, first] of ordered.entries()) {
    for (let i = index + 1; i < ordered.length; i++) {
      const second = ordered[i] as Line;
      if (second.box.top >= first.box.bottom) break;
      if (first.owner === second.owner) {
        const value = withinParagraph(slide, first, second);
        if (value) found.push({ block: blockOf(slide, first.owner), value });
        continue;
      }
      if (!overlaps(first.box, second.box, slide)) continue;
      if (isSameLabel(first, second) || isStacked(first, second)) continue;
      if (!areTogether(first.run.facts.element, second.run.facts.element)) continue;
      const [mover, other] = inOrder(slide, first, second);
      // That content reaches too far is reported already.
      if (isCut && partOf(other.owner) && !isMoved(slide, mover.owner)) continue;
      found.push({ block: blockOf(slide, mover.owner), value: describe(slide, mover, other) });
    }
  }
  return found;
}

/** Whether letters are over letters, and not only the tails of some. */
function overlaps(a: DOMRect, b: DOMRect, { pixel, unit }: CheckedSlide): boolean {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 3 * pixel * unit && height > 0.25 * Math.min(a.height, b.height);
}

/** Whether a label is drawn twice, for its outline. */
function isSameLabel({ run: a, box: first }: Line, { run: b, box: second }: Line): boolean {
  return a.text === b.text && Math.abs(first.x - second.x) < 2 && Math.abs(first.y - second.y) < 2;
}

/** Whether both are layers of one stack, which steps or the author's script show in turn. */
function isStacked({ owner: a }: Line, { owner: b }: Line): boolean {
  const stack = a.closest('.r-stack');
  return stack?.contains(b) ?? false;
}

/** The one that was moved over the other one first. */
function inOrder(slide: CheckedSlide, a: Line, b: Line): readonly [Line, Line] {
  const follows = a.owner.compareDocumentPosition(b.owner) & Node.DOCUMENT_POSITION_FOLLOWING;
  const [early, late] = follows ? [a, b] : [b, a];
  if (isMoved(slide, late.owner)) return [late, early];
  if (isMoved(slide, early.owner)) return [early, late];
  if (partOf(late.owner)) return [early, late];
  return sticksOut(early) ? [early, late] : [late, early];
}

/** Whether an element, or one around it, is not where the flow of the slide puts it. */
function isMoved(slide: CheckedSlide, element: Element): boolean {
  const { facts } = textOn(slide);
  if (partOf(element)) return false;
  for (let each = facts.of(element); each.parent; each = each.parent as typeof each) {
    const { element: own, style } = each;
    if (own.matches('.slot, .layout')) return false;
    if (style.position === 'absolute' || style.position === 'fixed') return true;
    if (style.transform !== 'none' || style.translate !== 'none') return true;
    const offsets = [style.marginTop, style.marginLeft, style.marginBottom, style.marginRight];
    if (offsets.some((offset) => Number.parseFloat(offset) < -1)) return true;
    if (
      style.position === 'relative' &&
      [style.top, style.left].some((each) => Math.abs(Number.parseFloat(each)) > 1)
    ) {
      return true;
    }
  }
  return false;
}

/** Whether a long word reaches out of its block. */
function sticksOut({ box, owner }: Line): boolean {
  const around = owner.getBoundingClientRect();
  return box.right > around.right + 2 || box.left < around.left - 2;
}

const parts: readonly (readonly [selector: string, name: string])[] = [
  ['.slide-number', 'the slide number'],
  ['.slide-header', 'the header'],
  ['.slide-footer', 'the footer'],
  ['.footnotes', 'the footnotes'],
];

/** The name of a part of a slide that is not its content. */
function partOf(element: Element): string | undefined {
  return parts.find(([selector]) => element.closest(selector))?.[1];
}

function describe(slide: CheckedSlide, { run, owner }: Line, { run: below, owner: other }: Line) {
  const svg = owner.closest('svg');
  const [text, otherText] = [quote(run.text), quote(below.text)];
  const isLabel = other.closest('.chart-box, .diagram') !== null;
  const message =
    svg && svg === other.closest('svg')
      ? `the labels ${text} and ${otherText} are over each other`
      : `the text ${text} is over ${partOf(other) ?? `the ${isLabel ? 'label' : 'text'} ${otherText}`}`;
  const own = svg?.closest('.chart') ? 'give the chart more room, or use shorter labels' : hint;
  return finding(slide, 'overlap', owner, message, own, lettersBox(run));
}

function coveredText(slide: CheckedSlide, lines: readonly Line[]): readonly Found[] {
  const opaque = paintedOn(slide).filter(({ isOpaque }) => isOpaque);
  const found: Found[] = [];
  for (const { element, box } of opaque) {
    const line = lines.find(
      ({ box: own, owner, run }) =>
        !element.contains(owner) &&
        !owner.contains(element) &&
        coveredShare(own, box) > 0.15 &&
        !isStacked({ owner } as Line, { owner: element } as Line) &&
        areTogether(run.facts.element, element) &&
        covers(element, owner, middleOf(own, box)),
    );
    if (!line) continue;
    const name = element.matches('img')
      ? 'an image'
      : element.matches('video')
        ? 'a video'
        : 'a box';
    const message = `${name} covers the text ${quote(line.run.text)}`;
    const culprit = isMoved(slide, line.owner) && !isMoved(slide, element) ? line.owner : element;
    const value = finding(slide, 'overlap', culprit, message, hint, lettersBox(line.run));
    found.push({ block: blockOf(slide, culprit), value });
  }
  return found;
}

function coveredShare(line: DOMRect, box: DOMRect): number {
  const width = Math.min(line.right, box.right) - Math.max(line.left, box.left);
  const height = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
  return width <= 0 || height <= 0 ? 0 : (width * height) / (line.width * line.height);
}
