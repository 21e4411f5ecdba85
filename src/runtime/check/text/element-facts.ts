import { type Rgba, readColor } from '../color/color.ts';

/** What the style of an element does to what is seen of the text in it. */
export interface ElementFacts {
  readonly element: Element;
  readonly parent: ElementFacts | undefined;
  readonly style: CSSStyleDeclaration;
  readonly background: Rgba;
  /** Whether its background, or that of a pseudo-element, is more than one color, or its effects mix colors. */
  readonly isComplex: boolean;
  /** Whether only its text shows its background. */
  readonly clipsText: boolean;
  readonly opacity: number;
  /** How many times larger transforms and zoom show it, within its slide. */
  readonly scale: number;
  /** Whether it is not meant to be read, or not now: decoration, disabled controls, text for screen readers. */
  readonly isExempt: boolean;
}

/** Reads the facts of the elements of a slide, each once. */
export class FactsReader {
  readonly #root: Element;
  readonly #known = new Map<Element, ElementFacts>();

  constructor(root: Element) {
    this.#root = root;
  }

  of(element: Element): ElementFacts {
    const known = this.#known.get(element);
    if (known) return known;
    const { parentElement } = element;
    const isRoot = element === this.#root || !parentElement;
    const facts = readFacts(element, isRoot ? undefined : this.of(parentElement));
    this.#known.set(element, facts);
    return facts;
  }
}

function readFacts(element: Element, parent: ElementFacts | undefined): ElementFacts {
  const style = getComputedStyle(element);
  const clipsText = style.backgroundClip.includes('text');
  return {
    element,
    parent,
    style,
    background: clipsText ? [0, 0, 0, 0] : readColor(style.backgroundColor),
    isComplex: !clipsText && isComplex(element, style, parent === undefined),
    clipsText,
    opacity: Number(style.opacity),
    scale: (parent?.scale ?? 1) * scaleOf(element, style, parent),
    isExempt: (parent?.isExempt ?? false) || isExempt(element, style),
  };
}

function isComplex(element: Element, style: CSSStyleDeclaration, isRoot: boolean): boolean {
  if (style.backgroundImage !== 'none' || style.filter !== 'none') return true;
  if (style.mixBlendMode !== 'normal' || style.backdropFilter !== 'none') return true;
  if (style.maskImage !== 'none') return true;
  if (isRoot && element.querySelector(':scope > .slide-background')) return true;
  return (
    !(element instanceof SVGElement) &&
    ['::before', '::after'].some((name) => paints(element, name))
  );
}

/** Whether a pseudo-element covers something with a color or an image. */
function paints(element: Element, name: string): boolean {
  const style = getComputedStyle(element, name);
  if (style.content === 'none' || style.display === 'none') return false;
  return style.backgroundImage !== 'none' || readColor(style.backgroundColor)[3] > 0;
}

/** Transforms of SVG are read with its coordinates. */
function scaleOf(
  element: Element,
  style: CSSStyleDeclaration,
  parent: ElementFacts | undefined,
): number {
  if (!parent || element instanceof SVGElement) return 1;
  const { zoom, transform, scale } = style;
  const matrix = transform === 'none' ? undefined : new DOMMatrixReadOnly(transform);
  const transformed = matrix ? Math.hypot(matrix.c, matrix.d) : 1;
  const scaled = scale === 'none' ? 1 : Number(scale.split(' ').at(-1));
  return transformed * (Number(zoom) || 1) * (scaled || 1);
}

/** Hidden from screen readers, yet no decoration. */
const readable = '.slide-number, .slide-header, .slide-footer-text';

const exempt = '[aria-hidden="true"], :disabled, [aria-disabled="true"], .notes, .chart-details';

function isExempt(element: Element, style: CSSStyleDeclaration): boolean {
  if (element.matches(exempt) && !element.matches(readable)) return true;
  return /inset\((?:50|100)%|rect\(0/.test(`${style.clipPath} ${style.clip}`) || isPoint(style);
}

/** Whether an element is as small as those that keep text for screen readers. */
function isPoint({ position, overflowX, width, height }: CSSStyleDeclaration): boolean {
  if (position !== 'absolute' || !/hidden|clip/.test(overflowX)) return false;
  return Number.parseFloat(width) <= 1 && Number.parseFloat(height) <= 1;
}
