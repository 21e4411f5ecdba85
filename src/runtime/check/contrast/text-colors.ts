import { colorsIn, type Rgba, readColor, withAlpha } from '../color/color.ts';
import type { ElementFacts } from '../text/element-facts.ts';

/** The colors of a text: one, or those of its gradient; none if it is not painted. */
export function textColors(facts: ElementFacts): readonly Rgba[] {
  const { element, style } = facts;
  if (element instanceof SVGElement) return svgColors(element, style);
  const color = readColor(style.getPropertyValue('-webkit-text-fill-color') || style.color);
  if (color[3] > 0) return [color];
  const clipped = clippedBackground(facts);
  return clipped ? [...colorsIn(clipped.backgroundImage), ...opaque(clipped.backgroundColor)] : [];
}

/** The style of the element whose background a transparent text shows. */
function clippedBackground(facts: ElementFacts): CSSStyleDeclaration | undefined {
  if (facts.clipsText) return facts.style;
  return facts.parent && clippedBackground(facts.parent);
}

function opaque(css: string): readonly Rgba[] {
  const color = readColor(css);
  return color[3] > 0 ? [color] : [];
}

function svgColors(element: SVGElement, style: CSSStyleDeclaration): readonly Rgba[] {
  const { fill } = style;
  const opacity = Number(style.fillOpacity);
  const id = /^url\("?#([^")]+)"?\)/.exec(fill)?.[1];
  if (id === undefined) return fill === 'none' ? [] : visible(withAlpha(readColor(fill), opacity));
  const stops = element.ownerDocument.getElementById(id)?.querySelectorAll('stop') ?? [];
  return [...stops].flatMap((stop) => {
    const { stopColor, stopOpacity } = getComputedStyle(stop);
    return visible(withAlpha(readColor(stopColor), Number(stopOpacity) * opacity));
  });
}

function visible(color: Rgba): readonly Rgba[] {
  return color[3] > 0 ? [color] : [];
}

/** The color of the outline that separates a text of a drawing from what is behind it. */
export function outlineOf({ element, style }: ElementFacts): Rgba | undefined {
  if (!(element instanceof SVGElement)) return undefined;
  const { paintOrder, stroke, strokeWidth } = style;
  const isBelow = paintOrder.startsWith('stroke') && Number.parseFloat(strokeWidth) >= 2;
  if (!isBelow || stroke === 'none' || stroke.startsWith('url')) return undefined;
  const color = readColor(stroke);
  return color[3] > 0.9 ? color : undefined;
}
