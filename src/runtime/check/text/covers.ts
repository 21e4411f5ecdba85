/**
 * Whether one element is painted above another one.
 *
 * @param point where both are, in pixels of the window
 */
export function covers(above: Element, below: Element, point: DOMPoint): boolean {
  const [left, top] = [scrollX, scrollY];
  // Browsers find only elements inside of the window.
  scrollTo({
    left: left + point.x - innerWidth / 2,
    top: top + point.y - innerHeight / 2,
    behavior: 'instant',
  });
  const [x, y] = [point.x + left - scrollX, point.y + top - scrollY];
  const stack = document.elementsFromPoint(x, y);
  scrollTo({ left, top, behavior: 'instant' });
  const first = stack.findIndex((element) => above.contains(element));
  const second = stack.findIndex((element) => below.contains(element));
  return first >= 0 && (second < 0 || first < second);
}

/** The middle of what two rectangles share. */
export function middleOf(a: DOMRect, b: DOMRect): DOMPoint {
  const x = (Math.max(a.left, b.left) + Math.min(a.right, b.right)) / 2;
  const y = (Math.max(a.top, b.top) + Math.min(a.bottom, b.bottom)) / 2;
  return new DOMPoint(x, y);
}
