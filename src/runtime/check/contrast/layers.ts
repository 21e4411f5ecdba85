import { composite, mix, type Rgba, white, withAlpha } from '../color/color.ts';
import type { ElementFacts } from '../text/element-facts.ts';

/** The elements around a text, the slide first. */
export function chainOf(facts: ElementFacts): readonly ElementFacts[] {
  return facts.parent ? [...chainOf(facts.parent), facts] : [facts];
}

/** The color behind a text, and its own as it is seen there, if elements around it are all that is painted. */
export function colorsOf(
  chain: readonly ElementFacts[],
  text: Rgba,
): { readonly ground: Rgba; readonly seen: Rgba } {
  return { ground: paint(chain, undefined, white), seen: paint(chain, text, white) };
}

/** An element with an opacity is painted with all that is in it, and the result mixed with what is below. */
function paint(
  [first, ...rest]: readonly ElementFacts[],
  text: Rgba | undefined,
  below: Rgba,
): Rgba {
  if (!first) return text ? composite(text, below) : below;
  const own = composite(first.background, below);
  return mix(paint(rest, text, own), below, first.opacity);
}

/** The color of a text over pixels that were painted without it. */
export function seenOver(pixel: Rgba, chain: readonly ElementFacts[], text: Rgba): Rgba {
  const opacity = chain.reduce((product, { opacity: each }) => product * each, 1);
  return composite(withAlpha(text, opacity), pixel);
}
