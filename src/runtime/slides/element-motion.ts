import type { PairOptions } from './auto-animate.ts';

/** What grows or shrinks: all of it, its box around what stays, or its type. */
type Size = 'whole' | 'box' | 'type';

/**
 * How the second element comes from the place of the first to its own. What is around neither gives
 * way nor closes up meanwhile: only the element is moved and scaled, in the layout of its own slide.
 *
 * @param around the element, by selector, from which places are reckoned
 */
export function move(from: HTMLElement, to: HTMLElement, around: string, size: Size): PairOptions {
  const [before, after] = [placeOf(from, around), placeOf(to, around)];
  const [scaleX, scaleY] = scales(from, to, size);
  // Type grows from the side on which its lines begin.
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

/** Where an element stands, in pixels of the slide, whatever moves it at the time. */
function placeOf(element: HTMLElement, around: string): { readonly x: number; readonly y: number } {
  let [x, y] = [0, 0];
  const end = element.closest(around);
  for (let at: Element | null = element; at instanceof HTMLElement && at !== end; ) {
    x += at.offsetLeft;
    y += at.offsetTop;
    at = at.offsetParent;
  }
  return { x, y };
}

function scales(from: HTMLElement, to: HTMLElement, size: Size): readonly [number, number] {
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

function anchorOffset(element: HTMLElement, size: Size): number {
  return size === 'type' ? anchorOf(element) * element.offsetWidth : 0;
}

/** The share of its width at which an element's lines begin or, centred, have their middle. */
function anchorOf(element: HTMLElement): number {
  const { textAlign, direction } = getComputedStyle(element);
  if (textAlign.endsWith('center')) return 0.5;
  const isRight = direction === 'rtl' ? /^(?:start|right)$/ : /^(?:end|right)$/;
  return isRight.test(textAlign) ? 1 : 0;
}

/** A box grows or shrinks to its height, and leaves what is below it where that is. */
function heights(from: HTMLElement, to: HTMLElement, size: Size): PairOptions['styles'] {
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
