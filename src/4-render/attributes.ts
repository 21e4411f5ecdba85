import { attributes, type Html } from '../base/html.ts';
import type { Attributes } from '../model/blocks.ts';
import type { SlideContext, StepCounter } from './context.ts';

/** Keys that become attributes of the element; the others say how to render it. */
function isElementAttribute(key: string): boolean {
  return key === 'lang' || key === 'dir' || key.startsWith('data-');
}

const none: Readonly<Record<string, never>> = {};
const noAttributes = attributes(none);

/**
 * Writes the author's attributes of an element. The class `fragment` makes it a step.
 *
 * @param classes further classes, before the author's
 */
export function blockAttributes(
  given: Attributes,
  context: SlideContext,
  classes: readonly string[] = [],
  more: Readonly<Record<string, string | number | boolean | undefined>> = none,
): Html {
  // As of most elements.
  const isPlain = given.id === undefined && given.classes.length + given.values.size === 0;
  if (isPlain && classes.length === 0 && more === none) return noAttributes;
  const isStep = (name: string) => name === 'fragment';
  const named = [...new Set([...classes, ...given.classes])];
  const all = context.steps.isStill ? named.filter((name) => !isStep(name)) : named;
  const isNumbered = all.some(isStep) && more['data-fragment-index'] === undefined;
  const style = [more.style, given.values.get('style')].filter(Boolean).join(';');
  return attributes({
    id: given.id,
    class: all.length > 0 ? all.join(' ') : undefined,
    'data-fragment-index': isNumbered ? stepIndex(given, context.steps) : undefined,
    ...Object.fromEntries([...given.values].filter(([key]) => isElementAttribute(key))),
    ...more,
    style: style || undefined,
  });
}

/** The attributes of the box of an image, whose style is that of the image itself. */
export function withoutStyle(given: Attributes): Attributes {
  if (!given.values.has('style')) return given;
  return { ...given, values: new Map([...given.values].filter(([key]) => key !== 'style')) };
}

/** The number of the step at which a block with the class `fragment` appears. */
export function stepIndex(given: Attributes, steps: StepCounter): number {
  const next = steps.next();
  const asked = given.values.get('index');
  return asked === undefined ? next : Number(asked);
}

/** A length in CSS. Numbers without a unit are slide pixels, converted to rem: the shorter side of a slide is 45 rem. */
export function cssLength(value: string, { deck }: SlideContext): string {
  if (!/^\d+(?:\.\d+)?(?:px)?$/.test(value)) return value;
  const { width, height } = deck.frontMatter.size;
  const rem = Math.min(width, height) / 45;
  return `${Number((Number.parseFloat(value) / rem).toFixed(4))}rem`;
}
