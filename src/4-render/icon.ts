import { type Html, html, rawHtml } from '../base/html.ts';
import type { Inline } from '../model/inline.ts';
import { iconMark } from '../model/rendered.ts';
import { blockAttributes, cssLength } from './attributes.ts';
import type { SlideContext } from './context.ts';

/**
 * Renders an icon in the size and color of the text around it; its name in small type if there is no such icon.
 *
 * @param isAlone whether there is no text next to it, so that it needs a label
 */
export function renderIcon(
  { name, attributes }: Extract<Inline, { kind: 'icon' }>,
  isAlone: boolean,
  context: SlideContext,
): Html {
  const icon = context.resources.icons.get(name);
  if (!icon) return html`<small>${name}</small>`;
  const size = attributes.values.get('size');
  const label = icon.name.replace(/-/g, ' ');
  const own = blockAttributes(attributes, context, ['icon'], {
    viewBox: icon.viewBox,
    style: size && `font-size:${cssLength(size, context)}`,
    ...(isAlone ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' }),
  });
  return html`<svg${own}>${rawHtml(withOwnIds(icon.body, context))}</svg>`;
}

/** Makes the ids in an icon unique, as an icon may be on a page several times. */
export function withOwnIds(body: string, { icons }: SlideContext): string {
  const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
  if (ids.length === 0) return body;
  const prefix = `icon-${iconMark(icons.next())}-`;
  return body.replace(/(\sid="|url\(#|href="#)([^")]+)/g, (whole, before: string, id: string) =>
    ids.includes(id) ? `${before}${prefix}${ids.indexOf(id)}` : whole,
  );
}
