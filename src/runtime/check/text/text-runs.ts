import type { CheckedSlide } from '../slide.ts';
import { type ElementFacts, FactsReader } from './element-facts.ts';

/** A text on a slide that can be seen at one of its steps. */
export interface TextRun {
  /** The element that directly contains it. */
  readonly facts: ElementFacts;
  readonly text: string;
  /** The box of each of its lines, in pixels of the window. */
  readonly lines: readonly DOMRect[];
  /** The size of its type, in pixels of a slide whose shorter side has 720. */
  readonly size: number;
}

/** What is on a slide, read once for all rules. */
export interface SlideText {
  readonly runs: readonly TextRun[];
  readonly facts: FactsReader;
}

const read = new WeakMap<CheckedSlide, SlideText>();

export function textOn(slide: CheckedSlide): SlideText {
  const known = read.get(slide);
  if (known) return known;
  const facts = new FactsReader(slide.root);
  const found = { facts, runs: findRuns(slide, facts) };
  read.set(slide, found);
  return found;
}

function findRuns(slide: CheckedSlide, reader: FactsReader): readonly TextRun[] {
  const runs: TextRun[] = [];
  const nodes = document.createTreeWalker(slide.root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (nodes.nextNode()) {
    const node = nodes.currentNode as Text;
    const element = node.parentElement;
    if (!element || !/[\p{L}\p{N}]/u.test(node.data)) continue;
    const facts = reader.of(element);
    if (facts.isExempt || facts.style.visibility !== 'visible') continue;
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(
      ({ width, height }) => width > 1 && height > 1,
    );
    if (lines.length === 0) continue;
    const text = node.data.replace(/\s+/g, ' ').trim();
    runs.push({ facts, text, lines, size: sizeOf(facts, slide) });
  }
  return runs;
}

function sizeOf({ element, style, scale }: ElementFacts, slide: CheckedSlide): number {
  const size = Number.parseFloat(style.fontSize);
  const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
  if (matrix) return (size * Math.hypot(matrix.c, matrix.d)) / slide.unit / slide.pixel;
  return (size * scale) / slide.pixel;
}

/** The part of a line's box that its letters fill. */
export function lettersIn({ x, y, width, height }: DOMRect): DOMRect {
  return new DOMRect(x, y + height * 0.2, width, height * 0.6);
}

export function intersects(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The beginning of a text, as messages quote it. */
export function quote(text: string): string {
  return text.length <= 40 ? `"${text}"` : `"${text.slice(0, 39).trimEnd()}…"`;
}

/** The box around all lines of a text. */
export function lettersBox({ lines }: TextRun): DOMRect {
  const left = Math.min(...lines.map((line) => line.left));
  const top = Math.min(...lines.map((line) => line.top));
  const right = Math.max(...lines.map((line) => line.right));
  const bottom = Math.max(...lines.map((line) => line.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
