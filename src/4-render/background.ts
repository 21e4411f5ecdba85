import { luminanceOf, parseColor } from '../base/color/color.ts';
import { isGradient } from '../base/color/css-color.ts';
import { attributes, type Html, html } from '../base/html.ts';
import type { Background, Slide } from '../model/deck.ts';
import type { SlideContext } from './context.ts';

type Picture = Exclude<Background, { readonly kind: 'color' }>;

/** Classes by which themes/base.css knows what a slide stands on. */
export function groundClasses(slide: Slide): readonly string[] {
  return [...toneClasses(slide), ...(fillsScreen(slide) ? ['has-backdrop'] : [])];
}

/** So that the slide's text is one that can be read. */
function toneClasses(slide: Slide): readonly string[] {
  const { background, classes } = slide.settings;
  if (classes.some((name) => name === 'on-dark' || name === 'on-light')) return [];
  if (background?.kind === 'color') {
    const { tone, isMiddle } = background.ground ?? {};
    return tone ? [`on-${tone}`, ...(isMiddle ? ['on-middle'] : [])] : [];
  }
  return background && hasScrim(background, slide) ? [toneOfScrim(slide)] : [];
}

/** A gradient, or a picture that covers its slide, goes on where the screen has another shape. */
function fillsScreen({ settings: { background } }: Slide): boolean {
  if (background?.kind === 'color') return isGradient(background.css);
  return background?.kind === 'image' && background.size === 'cover';
}

/** Text over a picture needs something between, where the author has not seen to it. */
function hasScrim({ opacity }: Picture, { slots }: Slide): boolean {
  return opacity === undefined && slots.length > 0;
}

/** Dark, as rooms for talks are, but under a text that the author made dark. */
function toneOfScrim({ settings: { color } }: Slide): string {
  const text = color === undefined ? undefined : parseColor(color);
  return text && luminanceOf(text) < 0.18 ? 'on-light' : 'on-dark';
}

export function groundStyle({ settings: { background, color } }: Slide): string | undefined {
  const css = background?.kind === 'color' ? background.css : undefined;
  const ground = background?.kind === 'color' ? background.ground?.color : undefined;
  const declarations = [
    ...(css === undefined ? [] : [`--background:${css}`]),
    ...(ground === undefined ? [] : [`--ground:${ground}`]),
    ...(color === undefined ? [] : [`--color:${color}`]),
  ];
  return declarations.length > 0 ? declarations.join(';') : undefined;
}

/** The picture or video behind a slide. */
export function renderBackground(slide: Slide, context: SlideContext): Html | undefined {
  const { background } = slide.settings;
  if (!background || background.kind === 'color') return undefined;
  const { asset, size, position, opacity } = background;
  const mark = context.assets.mark(asset);
  const isImage = background.kind === 'image';
  const box = attributes({
    class: ['slide-background', ...(hasScrim(background, slide) ? ['scrim'] : [])].join(' '),
    style: write({
      'background-image': isImage && `url("${mark}")`,
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
  return html`<div${box}><video src="${mark}" muted loop playsinline data-autoplay${video}></video></div>\n`;
}

function write(
  declarations: Readonly<Record<string, string | number | false | undefined>>,
): string | undefined {
  const set = Object.entries(declarations).filter(
    ([, value]) => value !== undefined && value !== false,
  );
  return set.length > 0 ? set.map(([name, value]) => `${name}:${value}`).join(';') : undefined;
}
