import { dropEmptyFields } from '../2-parse/inline/empty-fields.ts';
import { attributes, type Html, html } from '../base/html.ts';
import type { Deck, Slide } from '../model/deck.ts';
import type { Inline } from '../model/inline.ts';
import { numberMarks } from '../model/rendered.ts';
import type { RepeatedEdges, SlideContext } from './context.ts';
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

const edges = ['header', 'footer'] as const;

/** Finds the texts at the edges of slides that an earlier one has, too. Heard on each slide, they would be noise. */
export class EdgeTexts {
  readonly #deck: Deck;
  readonly #heard = { header: new Set<string>(), footer: new Set<string>() };
  readonly #keys = new Map<readonly Inline[], string>();

  constructor(deck: Deck) {
    this.#deck = deck;
  }

  /** To be called with each slide, in their order. */
  repeatedOn(slide: Slide): RepeatedEdges {
    const [header = false, footer = false] = edges.map((edge) => this.#isRepeated(slide, edge));
    return { header, footer };
  }

  #isRepeated(slide: Slide, edge: (typeof edges)[number]): boolean {
    const line = lineOf(slide, edge, this.#deck);
    // What differs by slide, and what can have the focus, is heard on each.
    if (line.length === 0 || !isPlain(line)) return false;
    const key = this.#keys.get(line) ?? JSON.stringify(line);
    if (line === this.#deck[edge]) this.#keys.set(line, key);
    const wasHeard = this.#heard[edge].has(key);
    this.#heard[edge].add(key);
    return wasHeard;
  }
}

function isPlain(inlines: readonly Inline[]): boolean {
  return inlines.every((inline) => {
    if ('content' in inline && inline.kind !== 'html' && inline.kind !== 'link')
      return isPlain(inline.content);
    return /^(?:text|code|break|emoji|icon|math|image)$/.test(inline.kind);
  });
}

/** The text at an edge of a slide; empty if it has none. */
function lineOf(slide: Slide, edge: (typeof edges)[number], deck: Deck): readonly Inline[] {
  const isShown = slide.settings[edge] ?? !layoutsWithoutFooter.has(slide.layout);
  return isShown ? (slide[edge] ?? deck[edge]) : [];
}

/** Renders the text at the top of a slide. */
export function renderHeader(slide: Slide, context: SlideContext): Html | undefined {
  const header = lineOf(slide, 'header', context.deck);
  if (header.length === 0) return undefined;
  const own = attributes({ 'aria-hidden': context.repeated.header && 'true' });
  return html`<header class="slide-header"${own}>${renderLine(header, context)}</header>\n`;
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
  const own = attributes({ 'aria-hidden': context.repeated.footer && 'true' });
  const text = html`<span class="slide-footer-text"${own}>${renderLine(footer, context)}</span>`;
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
