import { luminanceOf, parseColor, parseTranslucent } from '../base/color/color.ts';
import { isGradient, readBackgroundColor } from '../base/color/css-color.ts';
import { attributes, type Html, html } from '../base/html.ts';
import type { Background, BackgroundColor, BackgroundImage, Slide } from '../model/deck.ts';
import type { BackgroundRule } from '../model/front-matter.ts';
import { assetMark, colorMarks, imageMark, type SlideColors } from '../model/rendered.ts';
import type { SlideContext } from './context.ts';

type MediaBackground = Exclude<Background, { readonly kind: 'color' }>;

/** The classes that tell themes/base.css about a slide's background. */
export function backgroundClasses(slide: Slide, rule: BackgroundRule): readonly string[] {
  return [
    ...toneClasses(slide, rule),
    ...(hasMedia(slide) ? ['over-image'] : []),
    ...(fillsScreen(slide) ? ['has-backdrop'] : []),
    ...besideClasses(slide),
  ];
}

/** The class of a slide whose content is next to its background. */
function besideClasses({ settings: { background } }: Slide): readonly string[] {
  if (background === undefined || background.kind === 'color' || !background.side) return [];
  return [`beside-${background.side.edge}`];
}

/** The class that chooses a readable text color. */
function toneClasses(slide: Slide, rule: BackgroundRule): readonly string[] {
  const { background } = slide.settings;
  if (background === undefined || background.kind === 'color') {
    if (background === undefined || hasOwnTone(slide)) return [];
    const color = knownColor(slide, rule);
    return color ? classesOf(color) : [colorMarks.tone];
  }
  return hasScrim(background, slide, rule) && !hasOwnTone(slide) ? [toneOfScrim(slide)] : [];
}

function classesOf({ tone, isMiddle }: BackgroundColor): readonly string[] {
  return [`on-${tone}`, ...(isMiddle ? ['on-middle'] : [])];
}

/** The author has chosen the theme's dark or light colors. */
function hasOwnTone({ settings }: Slide): boolean {
  return settings.classes.some((name) => name === 'on-dark' || name === 'on-light');
}

/** Whether colors of the text and the background may be changed so that the text is readable. */
function mayAdjust(slide: Slide, rule: BackgroundRule): boolean {
  if (rule === 'written') return false;
  return slide.settings.color === undefined && !hasOwnTone(slide) && slide.slots.length > 0;
}

/** The color of a slide's background; `undefined` if it depends on the theme. */
function knownColor(slide: Slide, rule: BackgroundRule): BackgroundColor | undefined {
  const { background } = slide.settings;
  if (background?.kind !== 'color') return undefined;
  const mayDim = mayAdjust(slide, rule);
  return readBackgroundColor(background.css, { resolve: parseTranslucent, mayDim });
}

/** Whether an image or a video is below the content. */
function hasMedia({ settings: { background } }: Slide): boolean {
  return background !== undefined && background.kind !== 'color' && !background.side;
}

/** Whether the background extends beyond the slide to the edges of the screen. */
function fillsScreen({ settings: { background } }: Slide): boolean {
  if (background?.kind === 'color') return isGradient(background.css);
  if (background?.kind !== 'image' || background.others || background.side) return false;
  return background.size === 'cover';
}

/** Text on an image needs a scrim, unless the author has set the opacity. */
function hasScrim(
  { opacity, side }: MediaBackground,
  { slots }: Slide,
  rule: BackgroundRule,
): boolean {
  if (rule === 'written') return false;
  return opacity === undefined && side === undefined && slots.length > 0;
}

/** Dark, as most rooms are, except below dark text. */
function toneOfScrim({ settings: { color } }: Slide): string {
  const text = color === undefined ? undefined : parseColor(color.value);
  return text && luminanceOf(text) < 0.18 ? 'on-light' : 'on-dark';
}

export function backgroundStyle(slide: Slide, rule: BackgroundRule): string | undefined {
  const { background, color } = slide.settings;
  const known = knownColor(slide, rule);
  const declarations = [
    ...(background?.kind === 'color' && known ? [styleOf(background.css, known)] : []),
    ...(background?.kind === 'color' && !known ? [colorMarks.style] : []),
    ...(color === undefined ? [] : [`--color:${color.value}`]),
    ...(hasMedia(slide) && slide.slots.length > 0 ? [colorMarks.style] : []),
    ...(background && 'side' in background && background.side
      ? [`--beside:${background.side.share}`]
      : []),
  ];
  return declarations.length > 0 ? declarations.join(';') : undefined;
}

/** The declarations of a background in the slide's `style`. */
function styleOf(css: string, color: BackgroundColor): string {
  const ground = color.color === undefined ? '' : `;--ground:${color.color}`;
  return `--background:${color.css ?? css}${ground}`;
}

/** The colors whose contrast can only be computed with the theme; see {@link SlideColors}. */
export function slideColors(slide: Slide, rule: BackgroundRule): SlideColors | undefined {
  const { background, color, classes } = slide.settings;
  const isOpen =
    background?.kind === 'color'
      ? knownColor(slide, rule) === undefined || hasOwnTone(slide)
      : hasMedia(slide);
  if (color === undefined && !isOpen) return undefined;
  return {
    classes: [`layout-${slide.layout}`, ...backgroundClasses(slide, rule), ...classes],
    ...(background && !isBeside(background) && { background: groundOf(background, rule) }),
    ...(color && { color }),
    hasText: slide.slots.length > 0,
    mayAdjust: mayAdjust(slide, rule),
    span: slide.span,
  };
}

function isBeside(background: Background): boolean {
  return background.kind !== 'color' && background.side !== undefined;
}

function groundOf(
  background: Background,
  rule: BackgroundRule,
): NonNullable<SlideColors['background']> {
  if (background.kind === 'color') return { kind: 'color', css: background.css };
  const { opacity } = background;
  if (rule === 'written') return { kind: 'media', opacity: opacity ?? 1, isWritten: true };
  return { kind: 'media', ...(opacity !== undefined && { opacity }) };
}

/** The background image or video of a slide. */
export function renderBackground(slide: Slide, context: SlideContext): Html | undefined {
  const { background } = slide.settings;
  if (fillsScreen(slide)) context.features.add('backdrop');
  if (!background || background.kind === 'color') return undefined;
  const layers = [background, ...(background.others ?? [])];
  return html`${layers.map((layer, i) => renderLayer(layer, i, layers.length, background, slide, context))}`;
}

/** An image or a video of a background, in its share of the room. */
function renderLayer(
  { asset, size, filter }: BackgroundImage,
  at: number,
  count: number,
  background: MediaBackground,
  slide: Slide,
  context: SlideContext,
): Html {
  const { position, repeat, opacity } = background;
  const { backgrounds: rule } = context.deck.frontMatter;
  const index = context.assets.add(asset);
  const isImage = background.kind === 'image';
  const adjusts = opacity !== undefined && hasMedia(slide) && mayAdjust(slide, rule);
  const box = attributes({
    class: ['slide-background', ...(hasScrim(background, slide, rule) ? ['scrim'] : [])].join(' '),
    style: write({
      'background-image': isImage && imageMark(index),
      'background-size': isImage && size,
      'background-position': isImage && position,
      'background-repeat': isImage && repeat,
      opacity: adjusts ? colorMarks.opacity : opacity,
      filter,
      inset: insetOf(at, count, background),
    }),
  });
  if (isImage) return html`<div${box}></div>\n`;
  context.features.add('video');
  const video = attributes({
    style: write({ 'object-fit': size !== 'cover' && size, 'object-position': position }),
  });
  return html`<div${box} aria-hidden="true"><video src="${assetMark(index)}" muted loop playsinline data-autoplay${video}></video></div>\n`;
}

/** The distances from the edges of the slide; `undefined` for one that has the whole slide. */
function insetOf(
  at: number,
  count: number,
  { side, isVertical }: MediaBackground,
): string | undefined {
  if (count === 1 && !side) return undefined;
  const edges = { top: 0, right: 0, bottom: 0, left: 0 };
  if (side) edges[opposite[side.edge]] = 1 - side.share;
  const [before, after] = isVertical ? (['top', 'bottom'] as const) : (['left', 'right'] as const);
  const room = (1 - edges[before] - edges[after]) / count;
  edges[before] += at * room;
  edges[after] += (count - 1 - at) * room;
  return Object.values(edges)
    .map((share) => (share === 0 ? '0' : `${Number((share * 100).toFixed(3))}%`))
    .join(' ');
}

const opposite = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' } as const;

function write(
  declarations: Readonly<Record<string, string | number | false | undefined>>,
): string | undefined {
  const set = Object.entries(declarations).filter(
    ([, value]) => value !== undefined && value !== false,
  );
  return set.length > 0 ? set.map(([name, value]) => `${name}:${value}`).join(';') : undefined;
}
