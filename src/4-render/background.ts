import { luminanceOf, parseColor } from '../base/color/color.ts';
import { isGradient } from '../base/color/css-color.ts';
import { attributes, type Html, html } from '../base/html.ts';
import type { Background, Slide } from '../model/deck.ts';
import { assetMark, imageMark } from '../model/rendered.ts';
import type { SlideContext } from './context.ts';

type MediaBackground = Exclude<Background, { readonly kind: 'color' }>;

/** The classes that tell themes/base.css about a slide's background. */
export function backgroundClasses(slide: Slide): readonly string[] {
  return [...toneClasses(slide), ...(fillsScreen(slide) ? ['has-backdrop'] : [])];
}

/** The class that chooses a readable text color. */
function toneClasses(slide: Slide): readonly string[] {
  const { background, classes } = slide.settings;
  if (classes.some((name) => name === 'on-dark' || name === 'on-light')) return [];
  if (background?.kind === 'color') {
    const { tone, isMiddle } = background.color ?? {};
    return tone ? [`on-${tone}`, ...(isMiddle ? ['on-middle'] : [])] : [];
  }
  return background && hasScrim(background, slide) ? [toneOfScrim(slide)] : [];
}

/** Whether the background extends beyond the slide to the edges of the screen. */
function fillsScreen({ settings: { background } }: Slide): boolean {
  if (background?.kind === 'color') return isGradient(background.css);
  return background?.kind === 'image' && background.size === 'cover';
}

/** Text on an image needs a scrim, unless the author has set the opacity. */
function hasScrim({ opacity }: MediaBackground, { slots }: Slide): boolean {
  return opacity === undefined && slots.length > 0;
}

/** Dark, as most rooms are, except below dark text. */
function toneOfScrim({ settings: { color } }: Slide): string {
  const text = color === undefined ? undefined : parseColor(color);
  return text && luminanceOf(text) < 0.18 ? 'on-light' : 'on-dark';
}

export function backgroundStyle({ settings: { background, color } }: Slide): string | undefined {
  const css = background?.kind === 'color' ? background.css : undefined;
  const ground = background?.kind === 'color' ? background.color?.color : undefined;
  const declarations = [
    ...(css === undefined ? [] : [`--background:${css}`]),
    ...(ground === undefined ? [] : [`--ground:${ground}`]),
    ...(color === undefined ? [] : [`--color:${color}`]),
  ];
  return declarations.length > 0 ? declarations.join(';') : undefined;
}

/** The background image or video of a slide. */
export function renderBackground(slide: Slide, context: SlideContext): Html | undefined {
  const { background } = slide.settings;
  if (!background || background.kind === 'color') return undefined;
  const { asset, size, position, opacity } = background;
  const index = context.assets.add(asset);
  const isImage = background.kind === 'image';
  const box = attributes({
    class: ['slide-background', ...(hasScrim(background, slide) ? ['scrim'] : [])].join(' '),
    style: write({
      'background-image': isImage && imageMark(index),
      'background-size': isImage && size,
      'background-position': isImage && position,
      opacity,
    }),
  });
  if (isImage) return html`<div${box}></div>\n`;
  context.features.add('video');
  const video = attributes({
    style: write({ 'object-fit': size !== 'cover' && size, 'object-position': position }),
  });
  return html`<div${box}><video src="${assetMark(index)}" muted loop playsinline data-autoplay${video}></video></div>\n`;
}

function write(
  declarations: Readonly<Record<string, string | number | false | undefined>>,
): string | undefined {
  const set = Object.entries(declarations).filter(
    ([, value]) => value !== undefined && value !== false,
  );
  return set.length > 0 ? set.map(([name, value]) => `${name}:${value}`).join(';') : undefined;
}
