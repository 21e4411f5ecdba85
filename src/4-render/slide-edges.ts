import { dropEmptyFields } from '../2-parse/inline/empty-fields.ts';
import { type Html, html } from '../base/html.ts';
import type { Slide } from '../model/deck.ts';
import type { Inline } from '../model/inline.ts';
import { numberMarks } from '../model/rendered.ts';
import type { SlideContext } from './context.ts';
import { renderInlines } from './inline.ts';

/** Layouts without header, footer and slide number. */
export const layoutsWithoutFooter: ReadonlySet<string> = new Set([
  'cover',
  'end',
  'full-image',
  'blank',
]);

/** Layouts with the logo nevertheless, if the theme's `--cover-logo` shows it. */
const layoutsWithLogo: ReadonlySet<string> = new Set(['cover', 'end']);

/** Renders the text at the top of a slide. */
export function renderHeader(slide: Slide, context: SlideContext): Html | undefined {
  const { layout, settings, header = context.deck.header } = slide;
  if (header.length === 0 || !(settings.header ?? !layoutsWithoutFooter.has(layout)))
    return undefined;
  return html`<header class="slide-header">${renderLine(header, context)}</header>\n`;
}

/** Renders a text of each slide, without what is empty on this one. */
function renderLine(inlines: readonly Inline[], context: SlideContext): Html {
  const isEmpty = (field: string): boolean =>
    field === 'empty' || (field === 'section' && context.section === '');
  return renderInlines(dropEmptyFields(inlines, isEmpty), context);
}

/** Renders the text, the logo and the number at the bottom of a slide. */
export function renderFooter(slide: Slide, context: SlideContext): Html | undefined {
  const { settings, layout } = slide;
  const usual = !layoutsWithoutFooter.has(layout);
  const parts = [
    ...((settings.footer ?? usual) ? footerParts(slide, context) : []),
    ...(settings.footer === undefined && layoutsWithLogo.has(layout) ? logoParts(context) : []),
    ...((settings.numbers ?? usual) === false ? [] : numberParts(slide, context)),
  ];
  return parts.length > 0 ? html`<footer class="slide-footer">${parts}</footer>\n` : undefined;
}

function footerParts(slide: Slide, context: SlideContext): readonly Html[] {
  const { footer = context.deck.footer } = slide;
  if (footer.length === 0) return logoParts(context);
  const text = html`<span class="slide-footer-text">${renderLine(footer, context)}</span>`;
  return [...logoParts(context), text];
}

function logoParts({ deck, assets }: SlideContext): readonly Html[] {
  const { logo } = deck.frontMatter;
  return logo ? [html`<img class="slide-logo" src="${assets.mark(logo)}" alt="">`] : [];
}

function numberParts({ settings }: Slide, { deck }: SlideContext): readonly Html[] {
  const { numbers } = deck.frontMatter;
  const { total } = numberMarks;
  const number = typeof settings.numbers === 'number' ? settings.numbers : numberMarks.number;
  if (!numbers) return [];
  const text = numbers === 'n' ? `${number}` : `${number} / ${total}`;
  return [html`<span class="slide-number" aria-hidden="true">${text}</span>`];
}
