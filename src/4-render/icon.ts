import { type Html, html, rawHtml } from '../base/html.ts';
import type { Inline } from '../model/inline.ts';
import { iconMark } from '../model/rendered.ts';
import { blockAttributes, cssLength } from './attributes.ts';
import type { SlideContext } from './context.ts';

/**
 * An icon as large and in the colour of the text around it; as text where there is none of its name.
 *
 * @param isAlone whether no text says what it does, so that it has to say it itself
 */
export function renderIcon(
  { name, attributes }: Extract<Inline, { kind: 'icon' }>,
  isAlone: boolean,
  context: SlideContext,
): Html {
  const icon = context.resources.icons.get(name);
  if (!icon) return html`:${name}:`;
  const size = attributes.values.get('size');
  const label = icon.name.replace(/-/g, ' ');
  const own = blockAttributes(attributes, context, ['icon'], {
    viewBox: icon.viewBox,
    style: size && `font-size:${cssLength(size, context)}`,
    ...(isAlone ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' }),
  });
  return html`<svg${own}>${rawHtml(withOwnIds(icon.body, context))}</svg>`;
}

/** An id may stand in a page once, and an icon any number of times. */
function withOwnIds(body: string, { icons }: SlideContext): string {
  const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
  if (ids.length === 0) return body;
  const prefix = `icon-${iconMark(icons.next())}-`;
  return body.replace(/(\sid="|url\(#|href="#)([^")]+)/g, (whole, before: string, id: string) =>
    ids.includes(id) ? `${before}${prefix}${ids.indexOf(id)}` : whole,
  );
}
