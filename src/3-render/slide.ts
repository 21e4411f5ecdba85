import type { Background, Footnote, Slide } from '../deck.ts';
import { attributes, type Html, html } from '../html.ts';
import { renderBlocks } from './blocks.ts';
import { type DeckContext, type SlideContext, StepCounter } from './context.ts';
import { renderInlines } from './inline.ts';

/** What a slide's place in the deck says. */
export interface Place {
  /** From 1. */
  readonly number: number;
  readonly total: number;
}

/** Layouts that speak for themselves: without header, footer and number. */
const bare: ReadonlySet<string> = new Set(['cover', 'end', 'full-image', 'blank']);

export function renderSlide(slide: Slide, place: Place, deck: DeckContext): Html {
  const context: SlideContext = {
    ...deck,
    steps: new StepCounter(),
    headingShift: headingShift(slide, place),
    footnotes: new Set(),
  };
  const { number, total } = place;
  const { head } = slide;
  const section = attributes({
    id: head.id,
    class: ['slide', `layout-${slide.layout}`, ...head.classes].join(' '),
    role: 'group',
    'aria-roledescription': 'slide',
    'aria-label': `${number} of ${total}${slide.title && `: ${slide.title}`}`,
    style: slideStyle(slide),
    'data-background-color': head.background?.kind === 'color' && plainColor(head.background.css),
    'data-transition': head.transition,
    'data-auto-animate': head.autoAnimate,
  });
  const slots = slide.slots.map((slot) => renderSlot(slot, context));
  return html`<section${section}>
${head.background && renderBackground(head.background, context)}${renderHeader(slide, context)}<div class="layout">
${slots}</div>
${renderFootnotes(context)}${renderFooter(slide, place, context)}${renderNotes(slide, context)}</section>
`;
}

/** The deck's first slide has its one `h1`, each other slide an `h2`; further headings keep their distance. */
function headingShift(slide: Slide, { number }: Place): number {
  const blocks = slide.slots.flatMap((slot) => slot.blocks);
  const title = blocks.find((block) => block.kind === 'heading');
  return title ? (number === 1 ? 1 : 2) - title.level : 0;
}

function slideStyle({ head }: Slide): string | undefined {
  const declarations = [
    ...(head.background?.kind === 'color' ? [`--background:${head.background.css}`] : []),
    ...(head.color === undefined ? [] : [`--color:${head.color}`]),
  ];
  return declarations.length > 0 ? declarations.join(';') : undefined;
}

/** A colour can fill the whole screen behind the slide; a gradient belongs to the slide's own box. */
function plainColor(css: string): string | undefined {
  return css.includes('gradient(') ? undefined : css;
}

function renderBackground(background: Background, context: DeckContext): Html | undefined {
  if (background.kind === 'color') return undefined;
  const mark = context.assets.mark(background.asset);
  if (background.kind === 'image') {
    const style = `background-image:url("${mark}");background-size:${background.size};opacity:${background.opacity}`;
    return html`<div class="slide-background" style="${style}"></div>\n`;
  }
  return html`<div class="slide-background" style="opacity:${background.opacity}"><video src="${mark}" muted loop playsinline data-autoplay></video></div>\n`;
}

function renderSlot({ name, blocks }: Slide['slots'][number], context: SlideContext): Html {
  // A pause holds for the slots behind its own as well.
  const { pause } = context.steps;
  const classes = ['slot', `slot-${name}`];
  if (name !== 'title') classes.push('flow');
  if (pause !== undefined) classes.push('fragment');
  const open = attributes({ class: classes.join(' '), 'data-fragment-index': pause });
  return html`<div${open}>\n${renderBlocks(blocks, context)}</div>\n`;
}

function renderHeader({ layout }: Slide, context: SlideContext): Html | undefined {
  const { header } = context.deck;
  if (header.length === 0 || bare.has(layout)) return undefined;
  return html`<header class="slide-header">${renderInlines(header, context)}</header>\n`;
}

function renderFooter({ layout }: Slide, place: Place, context: SlideContext): Html | undefined {
  const { head, footer } = context.deck;
  if (bare.has(layout)) return undefined;
  const number = head.numbers === 'n' ? `${place.number}` : `${place.number} / ${place.total}`;
  const parts = [
    ...(head.logo
      ? [html`<img class="slide-logo" src="${context.assets.mark(head.logo)}" alt="">`]
      : []),
    ...(footer.length > 0
      ? [html`<span class="slide-footer-text">${renderInlines(footer, context)}</span>`]
      : []),
    ...(head.numbers ? [html`<span class="slide-number" aria-hidden="true">${number}</span>`] : []),
  ];
  return parts.length > 0 ? html`<footer class="slide-footer">${parts}</footer>\n` : undefined;
}

function renderFootnotes(context: SlideContext): Html | undefined {
  const notes = [...context.footnotes].flatMap((label) => context.deck.footnotes.get(label) ?? []);
  if (notes.length === 0) return undefined;
  return html`<div class="footnotes">\n${notes.map((note) => renderFootnote(note, context))}</div>\n`;
}

function renderFootnote({ label, blocks }: Footnote, context: SlideContext): Html {
  const mark = html`<sup>${context.footnoteNumbers.get(label)}</sup> `;
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return html`<p>${mark}</p>\n${renderBlocks(blocks, context)}`;
  return html`<p>${mark}${renderInlines(first.content, context)}</p>\n${renderBlocks(rest, context)}`;
}

function renderNotes({ notes }: Slide, context: SlideContext): Html | undefined {
  if (notes.length === 0) return undefined;
  // Nothing in the notes is a step of the slide.
  const aside = { ...context, steps: new StepCounter() };
  return html`<aside class="notes">\n${renderBlocks(notes, aside)}</aside>\n`;
}
