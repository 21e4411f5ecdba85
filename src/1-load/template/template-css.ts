import { ownValue } from '../../base/own-value.ts';
import { type LayoutName, layoutNames } from '../../model/deck.ts';
import type { Backdrop } from './backdrop.ts';
import type { LayoutMatch } from './match-layouts.ts';
import type { Template, TemplateLayout } from './open-template.ts';
import type { TemplatePlaceholder } from './placeholder.ts';
import { contrast, type SlideColors, slideColors, textContrast } from './slide-colors.ts';
import { type LostImage, TemplateImages } from './template-images.ts';
import { writeColors, writeFixedColors, writeOtherColors } from './write-colors.ts';

/** The theme of a deck that looks like the slides of a template. */
export interface TemplateTheme {
  readonly css: string;
  readonly lostImages: readonly LostImage[];
  /** The font families of its headings and texts. */
  readonly fonts: readonly string[];
}

/** Writes a theme with the colors, fonts, backgrounds and the logo of a template. */
export function writeTemplateTheme(
  template: Template,
  matches: ReadonlyMap<LayoutName, LayoutMatch>,
): TemplateTheme {
  const usual = matches.get('default')?.layout ?? template.layouts[0];
  if (!usual) return { css: '', lostImages: [], fonts: [] };
  const images = new TemplateImages(template);
  const backgrounds = new Map<string, LayoutName[]>();
  const own = colorsOf(usual);
  const cache = new Map<string, string>();
  const rules = layoutNames.flatMap((name) => {
    const layout = matches.get(name)?.layout;
    if (!layout) return [];
    const slide = colorsOf(layout);
    const fixed = slide.surface === own.surface ? [] : [writeFixedColors(slide)];
    const colors = [writeColors(slide), ...fixed].join('\n');
    const key = JSON.stringify(layout.backdrop);
    const background = cache.get(key) ?? backgroundImages(layout.backdrop, images);
    cache.set(key, background);
    backgrounds.set(background, [...(backgrounds.get(background) ?? []), name]);
    const isOwn = layout !== usual || ownColored.has(name);
    return isOwn ? [`.layout-${name}:not(.on-dark, .on-light) {\n${colors}\n}`] : [];
  });
  backgrounds.delete('');
  const root = [
    writeColors(own),
    writeOtherColors(usual.colors),
    writeFixedColors(own),
    writeFonts(usual),
    ...(['cover', 'section'] as const).map((name) => {
      const layout = matches.get(name)?.layout ?? usual;
      return writeAreaColors(name, colorsOf(layout));
    }),
  ];
  return {
    css: [
      `:root {\n${root.join('\n')}\n}`,
      ...rules,
      ...[...backgrounds].map(writeBackground),
    ].join('\n'),
    lostImages: images.lost,
    fonts: [...new Set(Object.values(usual.master.fonts))],
  };
}

/** The layouts that have other colors in themes of Lectern. */
const ownColored: ReadonlySet<LayoutName> = new Set(['cover', 'section', 'end']);

/** The colors of slides with a layout. */
export function colorsOf(layout: TemplateLayout): SlideColors {
  const text = (types: RegExp): string =>
    layout.placeholders.find(({ type }) => types.test(type))?.text.color ??
    layout.colors.get('tx1') ??
    '000000';
  const body = text(/^(?:obj|body|subTitle)$/);
  const wanted = { text: body, heading: text(/^(?:ctrT|t)itle$/) };
  return slideColors(layout.colors, backgroundOf(layout, body), wanted);
}

/** The colors of content; its title may be on another area. */
export interface ContentColors extends SlideColors {
  readonly title: string;
}

/**
 * The colors of what is written into a layout, where its shapes may cover the background.
 *
 * @returns `undefined` if they are those of the layout
 */
export function contentColors(layout: TemplateLayout): ContentColors | undefined {
  const usual = colorsOf(layout);
  const find = (types: RegExp) => layout.placeholders.find(({ type }) => types.test(type));
  const [body, title] = [find(/^(?:obj|body|subTitle)$/), find(/^(?:ctrT|t)itle$/)];
  const on = (place: TemplatePlaceholder | undefined): SlideColors =>
    place?.background === undefined || place.background === usual.background
      ? usual
      : slideColors(layout.colors, place.background, {
          text: place.text.color,
          heading: place.text.color,
        });
  const [content, { heading }] = [on(body ?? title), on(title)];
  const isUsual = content === usual && heading === usual.heading;
  return isUsual ? undefined : { ...content, title: heading };
}

/** The color of the background; below an image, the one of the scheme that its text is readable on. */
function backgroundOf({ backdrop, colors }: TemplateLayout, text: string): string {
  if (backdrop.image === undefined) return backdrop.color;
  const candidates = [
    colors.get('bg1') ?? 'FFFFFF',
    colors.get('tx1') ?? '000000',
    '000000',
    'FFFFFF',
  ];
  const fit = candidates.find((each) => contrast(text, each) >= textContrast);
  return fit ?? candidates[0] ?? 'FFFFFF';
}

function writeAreaColors(name: 'cover' | 'section', colors: SlideColors): string {
  return [
    `  --${name}-background: #${colors.background};`,
    `  --${name}-text: #${colors.text};`,
    `  --${name}-accent: #${colors.accent};`,
  ].join('\n');
}

const serif =
  /cambria|times|georgia|garamond|palatino|book antiqua|bodoni|baskerville|century|didot|minion|serif/i;

/** Free fonts with the same widths as those of Office. */
const likeness: Readonly<Record<string, string>> = {
  calibri: 'Carlito',
  'calibri light': 'Carlito',
  cambria: 'Caladea',
  arial: 'Arimo',
  'times new roman': 'Tinos',
};

function writeFonts({ master: { fonts }, placeholders }: TemplateLayout): string {
  const title = placeholders.find(({ type }) => /title$/i.test(type));
  return [
    `  --font-text: ${stackOf(fonts.text)};`,
    `  --font-heading: ${stackOf(fonts.heading)};`,
    `  --weight-heading: ${title?.text.isBold ? 700 : 400};`,
    '  --tracking-heading: 0em;',
  ].join('\n');
}

function stackOf(font: string): string {
  const other = ownValue(likeness, font.toLowerCase());
  const generic = serif.test(font) && !/sans/i.test(font) ? 'serif' : 'sans-serif';
  const names = [
    font,
    ...(other === undefined ? [] : [other]),
    ...(generic === 'serif' ? [] : ['Arial']),
  ];
  return (
    [...new Set(names)].map((name) => JSON.stringify(name.replace(/[\\\n\r"<]/g, ''))).join(', ') +
    `, ${generic}`
  );
}

/** The layouts with the same background share it, as images are large. */
function writeBackground([css, names]: readonly [string, readonly LayoutName[]]): string {
  const selectors = names.map(
    (name) => `section.slide.layout-${name}:not([style*="--background:"])`,
  );
  return `${selectors.join(',\n')} {\n${css}\n}`;
}

/** The layers of a slide's background: the logo, and what is below it. Empty if there are none. */
function backgroundImages({ image, gradient, logo }: Backdrop, images: TemplateImages): string {
  const layers: { readonly image: string; readonly at: string; readonly size: string }[] = [];
  const mark = logo && images.urlOf(logo.part);
  if (logo && mark !== undefined) {
    const percent = (value: number): string => `${Number((value * 100).toFixed(2))}%`;
    const place = (start: number, length: number): string =>
      percent(length >= 1 ? 0 : start / (1 - length));
    layers.push({
      image: mark,
      at: `${place(logo.x, logo.width)} ${place(logo.y, logo.height)}`,
      size: `${percent(logo.width)} ${percent(logo.height)}`,
    });
  }
  const url = image === undefined ? undefined : images.urlOf(image);
  if (url !== undefined) {
    // Text may be anywhere on it, so that it is dimmed as far as below other text.
    layers.push({ image: scrim, at: 'center', size: 'cover' });
    layers.push({ image: url, at: 'center', size: 'cover' });
  } else if (gradient !== undefined) {
    layers.push({ image: gradient, at: 'center', size: 'cover' });
  }
  if (layers.length === 0) return '';
  return [
    `  background-image: ${layers.map((layer) => layer.image).join(', ')};`,
    `  background-position: ${layers.map(({ at }) => at).join(', ')};`,
    `  background-size: ${layers.map(({ size }) => size).join(', ')};`,
    '  background-repeat: no-repeat;',
  ].join('\n');
}

const scrim =
  'linear-gradient(color-mix(in srgb, var(--color-background) var(--scrim-top), transparent), color-mix(in srgb, var(--color-background) var(--scrim-bottom), transparent))';
