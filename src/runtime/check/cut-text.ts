import { findCut } from '../fit/overflow.ts';
import { blockOf, type CheckedSlide, finding, type PageRule } from './slide.ts';
import type { ElementFacts } from './text/element-facts.ts';
import { intersects, lettersIn, quote, type TextRun, textOn } from './text/text-runs.ts';

/** Text that its author's styles move over the edge of the slide, or that a box around it cuts off. */
export const cutText: PageRule = (slide) => {
  // That content reaches too far is reported already.
  if (findCut(slide.root)) return [];
  const reported = new Set<Element>();
  return textOn(slide).runs.flatMap((run) => {
    const block = blockOf(slide, run.facts.element);
    const cut = reported.has(block) ? undefined : findEdge(slide, run);
    if (!cut) return [];
    reported.add(block);
    const [by, hint] = cut.isBox
      ? ['the box around it', 'make the box larger, or the text shorter']
      : ['the edge of the slide', 'move it inwards, or let its lines break'];
    const message = `the text ${quote(run.text)} is cut off by ${by}`;
    return [finding(slide, 'slide-overfull', run.facts.element, message, hint, cut.line)];
  });
};

/** Boxes of Lectern's own, and text that moves or whose end is left out on purpose. */
const exempt = 'pre, svg, math, marquee, .chart, .diagram, .slide-header, .slide-footer';

interface Cut {
  readonly line: DOMRect;
  readonly isBox: boolean;
}

/** The first line of a text that is cut off, and whether a box cuts it. */
function findEdge(slide: CheckedSlide, { facts, lines }: TextRun): Cut | undefined {
  if (facts.element.closest(exempt)) return undefined;
  const around = elementsAround(facts);
  if (around.some(({ style }) => style.animationName !== 'none')) return undefined;
  const boxes = around
    .filter(({ style }) => clips(style) && style.textOverflow === 'clip')
    .map(({ element }) => element.getBoundingClientRect());
  for (const line of lines) {
    const letters = lettersIn(line);
    if (boxes.some((box) => isPartly(slide, letters, box))) return { line, isBox: true };
    if (isPartly(slide, letters, slide.origin)) return { line, isBox: false };
  }
  return undefined;
}

/** An element and those around it, up to the slot that they are in. */
function elementsAround(facts: ElementFacts): readonly ElementFacts[] {
  const { element, parent } = facts;
  if (!parent || element.matches('.slot, .layout')) return [];
  return [facts, ...elementsAround(parent)];
}

/** Whether an element cuts off what is larger than it, and cannot be scrolled. */
function clips({ display, overflowX, overflowY }: CSSStyleDeclaration): boolean {
  return display !== 'inline' && [overflowX, overflowY].some((each) => /hidden|clip/.test(each));
}

/** Text of which nothing is seen is meant for screen readers. */
function isPartly({ pixel, unit }: CheckedSlide, letters: DOMRect, box: DOMRect): boolean {
  const least = 4 * pixel * unit;
  if (box.width < least || box.height < least || !intersects(letters, box)) return false;
  const width = Math.min(letters.right, box.right) - Math.max(letters.left, box.left);
  const height = Math.min(letters.bottom, box.bottom) - Math.max(letters.top, box.top);
  return width < letters.width - least || height < letters.height * 0.8;
}
