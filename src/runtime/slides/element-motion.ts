import type { PairOptions } from './auto-animate.ts';

/** What is scaled: the whole element, only its box, or its font size. */
type Scaling = 'whole' | 'box' | 'type';

/**
 * The options that animate the second element from the position of the first. Only the element is moved
 * and scaled, within the layout of its own slide; the elements around it do not move.
 *
 * @param around the selector of the ancestor that positions are relative to
 */
export function elementMotion(
  from: HTMLElement,
  to: HTMLElement,
  around: string,
  size: Scaling,
): PairOptions {
  const [before, after] = [positionIn(from, around), positionIn(to, around)];
  const [scaleX, scaleY] = scales(from, to, size);
  // Text is scaled from the side on which its lines begin.
  const anchor = size === 'type' ? anchorOf(to) : 0;
  const x = before.x + anchorOffset(from, size) - after.x - anchor * to.offsetWidth * scaleX;
  const y = before.y - after.y;
  const isStill = Math.abs(x) < 0.5 && Math.abs(y) < 0.5 && scaleX === 1 && scaleY === 1;
  const transform = `translate(${round(x)}px, ${round(y)}px) scale(${scaleX}, ${scaleY})`;
  const moved = [
    { property: 'transform', from: transform, to: 'none' },
    { property: 'transform-origin', from: '0 0', to: '0 0' },
  ];
  return {
    translate: false,
    scale: false,
    styles: ['color', 'opacity', ...(isStill ? [] : moved), ...heights(from, to, size)],
  };
}

/** An element's position in slide pixels, ignoring current transforms. */
function positionIn(
  element: HTMLElement,
  around: string,
): { readonly x: number; readonly y: number } {
  let [x, y] = [0, 0];
  const end = element.closest(around);
  for (let at: Element | null = element; at instanceof HTMLElement && at !== end; ) {
    x += at.offsetLeft;
    y += at.offsetTop;
    at = at.offsetParent;
  }
  return { x, y };
}

function scales(from: HTMLElement, to: HTMLElement, size: Scaling): readonly [number, number] {
  if (size === 'box') return [1, 1];
  if (size === 'whole') {
    return [ratio(from.offsetWidth, to.offsetWidth), ratio(from.offsetHeight, to.offsetHeight)];
  }
  const factor = ratio(typeSize(from), typeSize(to));
  return [factor, factor];
}

function ratio(before: number, after: number): number {
  return after > 0 ? round(before / after) || 1 : 1;
}

function typeSize(element: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(element).fontSize);
}

function anchorOffset(element: HTMLElement, size: Scaling): number {
  return size === 'type' ? anchorOf(element) * element.offsetWidth : 0;
}

/** The fraction of its width at which an element's lines are aligned. */
function anchorOf(element: HTMLElement): number {
  const { textAlign, direction } = getComputedStyle(element);
  if (textAlign.endsWith('center')) return 0.5;
  const isRight = direction === 'rtl' ? /^(?:start|right)$/ : /^(?:end|right)$/;
  return isRight.test(textAlign) ? 1 : 0;
}

/** Animates the height of a box without moving the elements below it. */
function heights(from: HTMLElement, to: HTMLElement, size: Scaling): PairOptions['styles'] {
  const [before, after] = [from.offsetHeight, to.offsetHeight];
  if (size !== 'box' || before === after) return [];
  const margin = Number.parseFloat(getComputedStyle(to).marginBottom) || 0;
  return [
    { property: 'height', from: `${before}px`, to: `${after}px` },
    {
      property: 'margin-bottom',
      from: `${margin + after - before}px`,
      to: `${margin}px`,
    },
  ];
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
