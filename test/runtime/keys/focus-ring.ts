/**
 * Runs in the page: what has the focus and does not show it, by an outline of 2 px and 3:1 to what is around it.
 *
 * @returns nothing where the focus is seen; slides, which have it after a change of slides, need not show it
 */
export function findFaintFocus(): readonly string[] {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body) return ['nothing has the focus'];
  if (focused.matches('section.slide')) return [];
  const ringed = focused.matches('.tile') ? focused.querySelector('.thumbnail') : focused;
  const style = getComputedStyle(ringed ?? focused);
  const name = focused.outerHTML.slice(0, 100);
  const width = Number.parseFloat(style.outlineWidth);
  if (style.outlineStyle === 'none' || width < 2) return [`${name} has no outline`];
  const below = colorsBelow(ringed ?? focused, style, width);
  const opacity = Number(style.opacity);
  const ratio = contrast(luminance(below), luminance([...below, style.outlineColor], opacity));
  return ratio < 3 ? [`${name} has an outline of ${ratio.toFixed(2)}:1`] : [];

  /** The colors below the outline, the topmost last. */
  function colorsBelow(element: Element, ring: CSSStyleDeclaration, width: number): string[] {
    const { left, top, height } = element.getBoundingClientRect();
    const x = left - Number.parseFloat(ring.outlineOffset) - width / 2;
    const y = Math.min(Math.max(top + height / 2, 0), innerHeight - 1);
    const stack = document.elementsFromPoint(Math.max(x, 0), y).reverse();
    const [shadow] = /^rgb\(.*?\)(?= 0px 0px 0px)/.exec(ring.boxShadow) ?? [];
    const colors = stack.map((box) => getComputedStyle(box).backgroundColor);
    return shadow && x < left ? [...colors, shadow] : colors;
  }

  /** By a pixel, as colors are written in many ways, and cover each other. */
  function luminance(colors: readonly string[], opacity = 1): number {
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) return 0;
    for (const [i, color] of ['#fff', ...colors].entries()) {
      canvas.globalAlpha = i === colors.length ? opacity : 1;
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map(
      (value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      },
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(a: number, b: number): number {
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }
}
