/** A text, or a color of a chart, that stands out too little from what it stands on. */
export interface Faint {
  readonly what: string;
  readonly ratio: number;
}

/**
 * All text of the shown slide that has less contrast than WCAG's AA asks for: 4.5:1, or 3:1 where it
 * is large, except over images, which may have any color. Also all colors of charts below 3:1, and over images the
 * parts of diagrams. Runs in the page.
 */
export function findFaint(): readonly Faint[] {
  const slide = document.querySelector<HTMLElement>('section.slide.present');
  if (!slide) return [{ what: 'no slide', ratio: 0 }];
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  type Rgba = readonly [number, number, number, number];
  const known = new Map<string, Rgba>();
  /** Any color that CSS knows, in sRGB. */
  const read = (css: string): Rgba => {
    const before = known.get(css);
    if (before || !context) return before ?? [0, 0, 0, 0];
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
    const color = [r, g, b, a / 255] as const;
    known.set(css, color);
    return color;
  };
  const over = ([r, g, b, a]: Rgba, below: Rgba): Rgba => [
    r * a + below[0] * (1 - a),
    g * a + below[1] * (1 - a),
    b * a + below[2] * (1 - a),
    1,
  ];
  const luminance = (color: Rgba): number => {
    const [r = 0, g = 0, b = 0] = color
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (first: Rgba, second: Rgba): number => {
    const [a, b] = [luminance(first), luminance(second)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const property = (element: Element, name: string) =>
    getComputedStyle(element).getPropertyValue(name);
  const grounds = new Map<Element, readonly Rgba[]>();
  /** What may lie under an element: one color, or those of a gradient. */
  const groundsOf = (element: Element): readonly Rgba[] => {
    const found = grounds.get(element) ?? readGrounds(element);
    grounds.set(element, found);
    return found;
  };
  const readGrounds = (element: Element): readonly Rgba[] => {
    const own = read(getComputedStyle(element).backgroundColor);
    const stops = property(element, 'background-image').match(/(?:rgba?|color|oklab)\([^()]*\)/g);
    if (own[3] === 1 && element !== slide) return [own];
    if (element === slide) {
      const image = slide.querySelector<HTMLElement>(':scope > .slide-background');
      if (image) {
        const below = read(property(slide, '--color-background'));
        const scrim = Number.parseFloat(property(slide, '--scrim-top')) / 100;
        const alpha = image.matches('.scrim') ? 1 - scrim : Number(getComputedStyle(image).opacity);
        return [0, 255].map((value) => over([value, value, value, alpha], below));
      }
      if (own[3] === 1) return [own];
      const layers = property(slide, '--background')
        .split(/,(?![^(]*\))/)
        .reverse();
      const colors = layers.map((layer) => layer.match(/#[0-9a-f]{3,8}\b/gi)?.map(read) ?? []);
      // A gradient may be dimmed by another one, and be over a color.
      const seen = colors.reduce(
        (below, own) =>
          below.length === 0 ? own : below.flatMap((base) => own.map((color) => over(color, base))),
        [],
      );
      if (seen.length > 0) return seen;
      return (stops ?? [property(slide, '--color-background')]).map(read);
    }
    const below = element.parentElement ? groundsOf(element.parentElement) : [];
    const layers = stops?.length && !element.closest('a') ? stops.map(read) : [own];
    return below.flatMap((color) => layers.map((layer) => over(layer, color)));
  };
  const faint: Faint[] = [];
  const leastContrast = (css: string, grounds: readonly Rgba[]): number =>
    Math.min(...grounds.map((ground) => contrast(over(read(css), ground), ground)));
  const compare = (what: string, css: string, grounds: readonly Rgba[], least: number): void => {
    report(what, leastContrast(css, grounds), least);
  };
  const report = (what: string, ratio: number, least: number): void => {
    if (ratio < least - 0.005) faint.push({ what, ratio: Math.round(ratio * 100) / 100 });
  };
  const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const text = texts.currentNode.textContent?.trim();
    if (!element || !text || element.closest('.notes, .chart-details, style, title, desc'))
      continue;
    const style = getComputedStyle(element);
    const isDrawn = element instanceof SVGElement;
    // A chart's picture is hidden while the chart itself is shown, in the same colors.
    if (!isDrawn && !element.checkVisibility({ visibilityProperty: true })) continue;
    const size = Number.parseFloat(style.fontSize);
    const isLarge =
      !slide.querySelector(':scope > .slide-background') &&
      (size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700));
    const color = isDrawn ? style.fill : style.color;
    compare(
      `${style.fontSize} "${text.slice(0, 40)}"`,
      color,
      groundsOf(element),
      isLarge ? 3 : 4.5,
    );
  }
  for (const item of slide.querySelectorAll('li:not(.task)')) {
    const { color } = getComputedStyle(item, '::marker');
    compare('the marker of an item', color, groundsOf(item), 3);
  }
  const chart = slide.querySelector('.chart-box');
  if (chart) {
    for (const name of [1, 2, 3, 4, 5, 6, 'highlight', 'muted'].map((end) => `--chart-${end}`)) {
      const color = property(chart, name);
      if (color !== '') compare(name, color, groundsOf(chart), 3);
    }
  }
  const shapes = 'rect, path, circle, ellipse, polygon';
  const parts = `.over-image > * .diagram :is(.node, .edge, .group, .task) > :is(${shapes})`;
  for (const part of slide.querySelectorAll(parts)) {
    const { stroke, fill } = getComputedStyle(part);
    const ratios = [stroke, fill].map((css) => leastContrast(css, groundsOf(slide)));
    report(
      `<${part.tagName}> in ${part.parentElement?.getAttribute('class')}`,
      Math.max(...ratios),
      3,
    );
  }
  for (const label of slide.querySelectorAll('.over-image > * .diagram :is(.node, .task) > text')) {
    const box = label.parentElement?.querySelector(`:scope > :is(${shapes})`);
    const below = box ? read(getComputedStyle(box).fill) : undefined;
    if (below?.[3] !== 1) continue;
    compare(`the label "${label.textContent}"`, getComputedStyle(label).fill, [below], 4.5);
  }
  return faint;
}

/** Texts of the shown slide that lie over its header, its footer or its footnotes. Runs in the page. */
export function findCollisions(): readonly string[] {
  const slide = document.querySelector('section.slide.present');
  const rims = [...(slide?.querySelectorAll('.slide-header, .slide-footer, .footnotes') ?? [])];
  const content = [...(slide?.querySelectorAll('.slot > *, .slot li') ?? [])];
  return rims.flatMap((rim) => {
    const edge = rim.getBoundingClientRect();
    return content
      .filter((element) => {
        const box = element.getBoundingClientRect();
        const isApart =
          box.right <= edge.left + 1 ||
          box.left >= edge.right - 1 ||
          box.bottom <= edge.top + 1 ||
          box.top >= edge.bottom - 1;
        return !isApart && box.width > 0 && !element.closest('.slot-image');
      })
      .map((element) => `${rim.className} under ${element.outerHTML.slice(0, 60)}`);
  });
}
