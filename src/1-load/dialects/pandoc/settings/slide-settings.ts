import { slideSettings as revealSettings, type SlideSettings } from '../../shared/reveal-slide.ts';
import { whyUnused } from '../../shared/reveal-unused.ts';
import type { PandocAttributes } from '../attributes.ts';
import type { Settings } from './metadata.ts';

/** The settings of a slide, and the attributes of its heading that are none. */
export interface HeadingUse extends Pick<SlideSettings, 'settings' | 'frame'> {
  /** What has no counterpart, as it is written. */
  readonly unknown: readonly string[];
  /** What is said about values that are not used. */
  readonly unused: readonly { readonly name: string; readonly why: string }[];
}

/** Classes that change nothing on a slide, as they say how a heading is numbered or listed. */
const ignored = new Set([
  ...['unnumbered', 'unlisted', 'section', 'slide', 'level1', 'level2', 'scrollable'],
]);

/** Attributes that change nothing that a slide shows. */
const silent = new Set(['name', 'preload', 'footer', 'number']);

/** Attributes of HTML: Pandoc writes all others with `data-`, as reveal.js reads them. */
const ofHtml = new Set(['style', 'lang', 'dir']);

/** Reads the attributes of a heading that begins a slide, which are the slide's. */
export function slideSettings({ classes, values }: PandocAttributes): HeadingUse {
  const shown = classes.filter((name) => !ignored.has(name));
  const own = new Map([['class', shown.filter((name) => name !== 'center').join(' ')]]);
  for (const [key, value] of values) {
    if (!/^(?:data-)?auto-animate$/.test(key) || value !== 'false') own.set(nameOf(key), value);
  }
  const { settings, others, frame } = revealSettings(own, (path) => path);
  const unused = [...values].flatMap(([key, value]) => {
    const name = nameOf(key).replace(/^data-/, '');
    const why = whyUnused(name, value);
    return why === undefined ? [] : [{ name, why }];
  });
  return {
    settings: { ...(shown.includes('center') && { layout: 'center' }), ...settings },
    unknown: [...values.keys()].filter(
      (key) => others.includes(nameOf(key)) && !silent.has(key.replace(/^data-/, '')),
    ),
    unused,
    ...(frame !== undefined && { frame }),
  };
}

function nameOf(key: string): string {
  return ofHtml.has(key) || key.startsWith('data-') ? key : `data-${key}`;
}

/** Settings of the slide with the title, as attributes of a heading. */
export function titleSlideAttributes(settings: Settings): PandocAttributes | undefined {
  const items = settings.entry('title-slide-attributes')?.items ?? [];
  const values = items.flatMap(({ key, source }) =>
    source === undefined ? [] : [[key, source] as const],
  );
  return values.length === 0 ? undefined : { id: undefined, classes: [], values: new Map(values) };
}

/** Settings of a slide with the image that is behind all slides, if it has no background of its own. */
export function withBackground(
  slide: HeadingUse['settings'],
  settings: Settings,
): HeadingUse['settings'] {
  const background =
    slide['background'] ??
    settings.text('background-image', 'parallaxBackgroundImage', 'parallax-background-image');
  return background === undefined ? slide : { ...slide, background };
}
