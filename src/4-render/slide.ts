import { imageBox, type Room, slideSize, slotSize } from '../2-parse/room/room.ts';
import { hash } from '../base/hash.ts';
import { attributes, type Html, html, rawHtml } from '../base/html.ts';
import { readHtmlText } from '../base/html-text.ts';
import { makeSafe, type SafeHtml } from '../base/safe-html/safe-html.ts';
import { fill, languageOfWords, wordsIn } from '../base/words/words.ts';
import type { Block } from '../model/blocks.ts';
import type { Slide, Slot } from '../model/deck.ts';
import type { FrontMatter } from '../model/front-matter.ts';
import {
  type ChartImage,
  type DiagramImage,
  type Feature,
  numberMarks,
  type SlideColors,
  type SlideContent,
  styleAttribute,
} from '../model/rendered.ts';
import type { AssetRef, Span } from '../model/source.ts';
import { backgroundClasses, backgroundStyle, renderBackground, slideColors } from './background.ts';
import { renderBlocks } from './blocks.ts';
import {
  AssetList,
  Counter,
  type DeckContext,
  FootnoteNumbers,
  type HeadingLevels,
  type SlideContext,
  type SlidePosition,
  StepCounter,
} from './context.ts';
import { renderFootnotes } from './footnotes.ts';
import { codeSize } from './room/code-size.ts';
import { chartSize } from './room/drawn-room.ts';
import { mayBeFull } from './room/may-be-full.ts';
import { typeScaleOf, typeStepOf } from './room/type-step.ts';
import { renderFooter, renderHeader } from './slide-edges.ts';
import { slotStyle } from './slot-style.ts';

/** A slide rendered independently of the others, and its findings. */
export interface RenderedContent {
  readonly content: SlideContent;
  readonly findings: SlideFindings;
}

/** What is numbered across the deck. Indexes are those of the slide's own marks. */
export interface SlideFindings {
  readonly assets: readonly AssetRef[];
  readonly charts: readonly ChartImage[];
  readonly diagrams: readonly DiagramImage[];
  readonly features: ReadonlySet<Feature>;
  /** The number of icons with ids. */
  readonly icons: number;
  /** The labels of its footnotes, in the order of its references. */
  readonly footnotes: readonly string[];
  /** What was removed from the author's HTML; see {@link RenderedSlide.removed}. */
  readonly removed: readonly string[];
  /** The position of the slide when it was rendered. */
  readonly origin: Span;
  readonly colors?: SlideColors;
}

/** Of the steps of larger type. */
const typeNames = [undefined, 'large', 'larger'] as const;

/**
 * Renders a slide independently of the others.
 *
 * @param footnotes the labels of the footnotes on earlier slides, in the order of their numbers
 */
export function renderSlide(
  slide: Slide,
  { isFirst, section, repeated }: SlidePosition,
  deck: DeckContext,
  footnotes: readonly string[],
): RenderedContent {
  const { frontMatter } = deck.deck;
  const { lang = frontMatter.lang } = slide.settings;
  const context: SlideContext = {
    ...deck,
    file: slide.span.file,
    lang,
    dir: slide.settings.dir ?? frontMatter.dir,
    section,
    repeated,
    assets: new AssetList(),
    features: new Set(),
    charts: [],
    diagrams: [],
    icons: new Counter(),
    ownHtml: new Counter(),
    footnoteNumbers: new FootnoteNumbers(footnotes),
    steps: new StepCounter(),
    room: slideSize(frontMatter.size),
    code: codeSize([], slideSize(frontMatter.size).height),
    autoAnimates: slide.settings.autoAnimate,
    headings: headingLevels(slide, isFirst, frontMatter),
    headingIds: idsBySpan(slide),
    footnotes: new Set(),
  };
  if (slide.settings.autoAnimate) context.features.add('auto-animate');
  const { settings, title } = slide;
  const { backgrounds: rule } = frontMatter;
  const { number, seconds } = numberMarks;
  const open = attributes({
    id: settings.id ?? slide.anchor,
    lang: settings.lang,
    dir: settings.dir,
    class: [
      'slide',
      `layout-${slide.layout}`,
      ...backgroundClasses(slide, rule),
      ...settings.classes,
    ].join(' '),
    role: 'group',
    ...nameOf(title, lang),
    'data-number': number,
    'data-title': title || undefined,
    [styleAttribute]: settings.css && styleScope(settings.css.value),
    style: backgroundStyle(slide, rule),
    'data-transition': settings.transition,
    'data-auto-animate': settings.autoAnimate,
    'data-type': typeNames[typeStepOf(slide, deck.deck)],
    'data-fit': fits(slide, deck) && 'shrink',
  });
  const box = imageBox(slide, frontMatter.size);
  const slots = slide.slots.map((slot) => {
    const size = slotSize(slide, slot.name, frontMatter.size);
    const room = chartSize(slot.blocks, size);
    const code = codeSize(slot.blocks, size.height);
    const own = {
      ...context,
      room,
      code,
      ...(slot.name === 'image' && { imageBox: box }),
      ...(isDrawingAlone(slide, slot) && { isAlone: true }),
    };
    return renderSlot(slot, own, size, slide);
  });
  const header = renderHeader(slide, context);
  const footer = renderFooter(slide, context);
  const background = renderBackground(slide, context);
  const footnoteList = renderFootnotes(context);
  const notes = renderNotes(slide, context);
  const aside = notes && foldNotes(notes, context);
  const inner = html`
${background}${header}<div class="layout">
${slots}</div>
${footnoteList}${footer}${aside}`;
  const shown = checkOwnHtml(inner, context);
  const noted = notes && checkOwnHtml(notes, context);
  const whole = html`<section${open}${rawHtml(seconds)}>${rawHtml(shown.html)}</section>\n`;
  const content = contentOf(whole, noted?.html, settings, deck.elements);
  const { assets, charts, diagrams, features, icons, footnoteNumbers } = context;
  const hasSteps =
    content.effects.fragmentClasses.length > 0 || diagrams.some(({ steps }) => steps);
  if (hasSteps) features.add('steps');
  const found = { assets: assets.refs, charts, diagrams, features, icons: icons.count };
  const colors = slideColors(slide, rule);
  const findings = {
    ...found,
    footnotes: footnoteNumbers.labels,
    origin: slide.span,
    removed: [...new Set([...shown.removed, ...(noted?.removed ?? [])])],
    ...(colors && { colors }),
  };
  return { content, findings };
}

/** Names the rules of a slide by their text, so that the slides before it make no difference. */
export function styleScope(css: string): string {
  return `s${hash(css).slice(0, 7)}`;
}

/** The name and the role of a slide, without words where there are none in its language. */
function nameOf(title: string, lang: string): Readonly<Record<string, string>> {
  const { number, total } = numberMarks;
  const hasWords = languageOfWords(lang) === undefined;
  const { slideOf, slideRole, colon } = wordsIn(lang);
  const position = fill(hasWords ? slideOf : '{a} / {b}', number, total);
  const label = title === '' ? position : position + (hasWords ? colon : ': ') + title;
  return { ...(hasWords && { 'aria-roledescription': slideRole }), 'aria-label': label };
}

/** Whether the page measures the slide and makes it smaller. */
function fits(slide: Slide, { deck }: DeckContext): boolean {
  const { frontMatter } = deck;
  const { fit = frontMatter.fit } = slide.settings;
  return fit !== 'none' && mayBeFull(slide, frontMatter, typeScaleOf(slide, deck));
}

/** Whether a slot has nothing but an image, a video or a QR code. */
function isDrawingAlone({ layout }: Slide, { name, blocks }: Slot): boolean {
  const [first, ...others] = blocks.filter(({ kind }) => kind !== 'pause');
  if (layout !== 'default' || name !== 'body' || !first || others.length > 0) return false;
  return first.kind === 'figure' || first.kind === 'qr' || isVideo(first);
}

function isVideo(block: Block): boolean {
  return block.kind === 'media' && block.type === 'video';
}

/** Where scripts do not run, as in the preview of an e-mail program, the reader has to open the notes. */
function foldNotes(notes: Html, { lang }: SlideContext): Html {
  const { speakerNotes } = wordsIn(lang);
  // Without a role, each would be a landmark.
  return html`<aside class="notes" role="note"><details>
<summary${attributes({ lang: languageOfWords(lang) })}>${speakerNotes}</summary>${notes}</details></aside>\n`;
}

/** The author's HTML has passed checks that say what is wrong and where; this one decides what is in the page. */
function checkOwnHtml(content: Html, { ownHtml }: SlideContext): SafeHtml {
  const text = content.toString();
  return ownHtml.count > 0 ? makeSafe(text) : { html: text, removed: [] };
}

function contentOf(
  whole: Html,
  notes: string | undefined,
  { transition }: Slide['settings'],
  elements: DeckContext['elements'],
): SlideContent {
  const text = whole.toString();
  const { runs, drawn, fragmentClasses } = readHtmlText(text, elements);
  return {
    html: text,
    notes: notes ?? '',
    text: runs,
    drawn,
    effects: { transitions: transition?.split(' ') ?? [], fragmentClasses },
  };
}

function idsBySpan({ headings, headingIds = [] }: Slide): ReadonlyMap<Span, string> {
  const ids = headings.map(({ span }, index) => [span, headingIds[index] ?? ''] as const);
  return new Map(ids.filter(([, id]) => id !== ''));
}

/** The title of the first slide is the only `h1`, and those of other slides are `h2`, unless levels are as written. */
function headingLevels(
  slide: Slide,
  isFirst: boolean,
  { headingLevels }: FrontMatter,
): HeadingLevels {
  if (headingLevels === 'written') return { shift: 0, min: 1 };
  const blocks = slide.slots.flatMap((slot) => slot.blocks);
  const title = blocks.find((block) => block.kind === 'heading');
  const shift = title ? (isFirst ? 1 : 2) - title.level : 0;
  return { shift, min: 2, ...(title && { title }) };
}

function renderSlot(
  slot: Slide['slots'][number],
  context: SlideContext,
  size: Room,
  slide: Slide,
): Html {
  const { name, blocks } = slot;
  // A pause also applies to the slots after its own.
  const { pause } = context.steps;
  const classes = ['slot', `slot-${name}`];
  if (name !== 'title') classes.push('flow');
  if (pause !== undefined) classes.push('fragment');
  const open = attributes({
    class: classes.join(' '),
    'data-fragment-index': pause,
    style: slotStyle(slide, slot, size, context),
  });
  const content = renderBlocks(blocks, context);
  // The slot may contain only a pause.
  return content.toString() === '' ? content : html`<div${open}>\n${content}</div>\n`;
}

function renderNotes({ notes }: Slide, context: SlideContext): Html | undefined {
  if (notes.length === 0) return undefined;
  const aside: SlideContext = {
    ...context,
    steps: new StepCounter({ isStill: true }),
    headings: { shift: 0, min: 3 },
    footnotes: new Set(),
  };
  return html`\n${renderBlocks(notes, aside)}${renderFootnotes(aside)}`;
}
