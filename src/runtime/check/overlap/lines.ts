import type { CheckedSlide } from '../slide.ts';
import type { ElementFacts } from '../text/element-facts.ts';
import { lettersIn, type TextRun, textOn } from '../text/text-runs.ts';

/** A line of text. */
export interface Line {
  readonly run: TextRun;
  /** The box of its letters, in pixels of the window. */
  readonly box: DOMRect;
  /** The element that contains its lines: a paragraph, a cell, a label of a drawing. */
  readonly owner: Element;
  /** Whether it runs from side to side. */
  readonly isLevel: boolean;
}

/** The lines of all texts of a slide, but for those that are tilted: their boxes are larger than they. */
export function linesOn(slide: CheckedSlide): readonly Line[] {
  const { facts, runs } = textOn(slide);
  return runs.flatMap((run) => {
    const turn = turnOf(run.facts);
    if (turn === 'tilted') return [];
    const owner = ownerOf(run.facts.element, (element) => facts.of(element).style.display);
    const boxes = run.lines.map(turn === 'upright' ? lettersInColumn : lettersIn);
    return boxes.map((box) => ({ run, box, owner, isLevel: turn === 'level' }));
  });
}

function ownerOf(element: Element, displayOf: (element: Element) => string): Element {
  const drawn = element.closest('svg text');
  if (drawn) return drawn;
  let owner =
    element.closest('math')?.parentElement ?? element.closest('ruby')?.parentElement ?? element;
  while (owner.parentElement && /^(?:inline$|contents|ruby)/.test(displayOf(owner))) {
    owner = owner.parentElement;
  }
  return owner;
}

function lettersInColumn({ x, y, width, height }: DOMRect): DOMRect {
  return new DOMRect(x + width * 0.2, y, width * 0.6, height);
}

/** How a text is turned. */
function turnOf(facts: ElementFacts): 'level' | 'upright' | 'tilted' {
  const angle = angleOf(facts);
  const rest = Math.abs(angle % 90);
  if (Math.min(rest, 90 - rest) > 2) return 'tilted';
  const isVertical = facts.style.writingMode.startsWith('vertical');
  return (Math.round(angle / 90) % 2 !== 0) !== isVertical ? 'upright' : 'level';
}

/** In degrees. */
function angleOf(facts: ElementFacts): number {
  const { element } = facts;
  const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
  if (matrix) return (Math.atan2(matrix.b, matrix.a) * 180) / Math.PI;
  let angle = 0;
  for (let each: ElementFacts | undefined = facts; each; each = each.parent) {
    const { transform, rotate } = each.style;
    if (rotate !== 'none') angle += Number.parseFloat(rotate) || 0;
    if (transform === 'none') continue;
    const { a, b } = new DOMMatrixReadOnly(transform);
    angle += (Math.atan2(b, a) * 180) / Math.PI;
  }
  return angle;
}
