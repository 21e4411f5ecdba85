import { parseTranslucent } from '../../../base/color/color.ts';
import { isColor, readBackgroundColor } from '../../../base/color/css-color.ts';
import { backgroundRepeats } from '../../../model/deck.ts';
import type { YamlValue } from '../yaml-text.ts';
import { readRevealTransition } from './reveal-names.ts';

type AttributeValues = ReadonlyMap<string, string>;

/** Settings of a slide, what has no counterpart, and a page that is its background. */
export interface SlideSettings {
  readonly settings: Readonly<Record<string, YamlValue | undefined>>;
  /** Names of attributes. */
  readonly others: readonly string[];
  readonly frame?: string;
}

/** Attributes that change nothing that the audience sees, or that are reported as unused. */
const ignored =
  /^data-(?:transition-speed|background-(?:transition|interactive|video-loop|video-muted|hash)|prevent-swipe|autoslide|auto-animate-(?:easing|duration|unmatched|id|delay|restart)|markdown|markdown-parsed|separator.*|charset|element-attributes|attributes|id|preload)$/;

/**
 * Writes the attributes of a slide as its settings.
 *
 * @param locate finds a file, and returns its path
 */
export function slideSettings(
  values: AttributeValues,
  locate: (reference: string) => string,
): SlideSettings {
  const value = (name: string) => values.get(name) || undefined;
  const background = backgroundOf(values, locate);
  const isFile = background !== undefined && /\.\w+(?:[?#].*)?$/.test(background);
  const below = isFile ? value('data-background-color') : undefined;
  const classes = [value('class'), value('data-state'), toneOn(below)].filter(
    (each) => each !== undefined,
  );
  const styles = value('style');
  const visibility = value('data-visibility');
  const frame = value('data-background-iframe');
  const opacity = Number(value('data-background-opacity') ?? Number.NaN);
  const time = Number(value('data-timing') ?? Number.NaN);
  const settings = {
    title: value('data-menu-title'),
    class: classes.join(' ') || undefined,
    id: /^[\w-]+$/.test(value('id') ?? '') ? value('id') : undefined,
    lang: value('lang'),
    dir: value('dir'),
    background,
    backgroundSize: isFile ? sizeOf(value('data-background-size')) : undefined,
    backgroundPosition: isFile ? value('data-background-position') : undefined,
    backgroundRepeat: isFile
      ? backgroundRepeats.find((name) => name === value('data-background-repeat'))
      : undefined,
    backgroundOpacity: isFile && opacity >= 0 && opacity <= 1 ? opacity : undefined,
    transition: readRevealTransition(value('data-transition')),
    autoAnimate: values.has('data-auto-animate') ? true : undefined,
    numbers: visibility === 'uncounted' ? false : undefined,
    hide: visibility === 'hidden' || values.has('hidden') ? true : undefined,
    time: time > 0 ? `${Math.round(time)}s` : undefined,
    notes: value('data-notes'),
    css: cssOf(styles, below),
  };
  const known = new Set([
    ...['class', 'id', 'lang', 'dir', 'style', 'hidden', 'data-state', 'data-visibility'],
    ...['data-transition', 'data-auto-animate', 'data-timing', 'data-notes', 'data-menu-title'],
    ...['data-background', 'data-background-color', 'data-background-image'],
    ...['data-background-video', 'data-background-gradient', 'data-background-iframe'],
    ...['data-background-size', 'data-background-position', 'data-background-opacity'],
    'data-background-repeat',
  ]);
  const others = [...values.keys()].filter((name) => !known.has(name) && !ignored.test(name));
  return { settings, others, ...(frame !== undefined && { frame }) };
}

/** As in reveal.js, the color below an image decides whether text is light or dark. */
function toneOn(below: string | undefined): string | undefined {
  if (below === undefined || !isColor(below)) return undefined;
  const color = readBackgroundColor(below, { resolve: parseTranslucent, mayDim: false });
  return color && `on-${color.tone}`;
}

/** Rules of a slide. @param below the color around and behind its image */
function cssOf(styles: string | undefined, below: string | undefined): string | undefined {
  const rules = [
    ...(below && isColor(below) ? [`& { --color-background: ${below} }`] : []),
    ...(styles === undefined ? [] : [`& { ${styles} }`]),
  ];
  return rules.length > 0 ? rules.join('\n') : undefined;
}

/** The background that is on top of the others. */
function backgroundOf(
  values: AttributeValues,
  locate: (reference: string) => string,
): string | undefined {
  const any = values.get('data-background');
  const video = values.get('data-background-video')?.split(',')[0];
  const image = values.get('data-background-image') ?? (any && isImage(any) ? any : undefined);
  if (video) return locate(video.trim());
  if (image) return /gradient\(/.test(image) ? image : locate(fileOf(image));
  const color = values.get('data-background-color') ?? any;
  return values.get('data-background-gradient') || color || undefined;
}

/** The first of several files. */
function fileOf(images: string): string {
  return (/^data:/.test(images) ? images : (images.split(',')[0] ?? '')).trim();
}

/** Whether a background is an image, by the rule of reveal.js. */
function isImage(text: string): boolean {
  return (
    /^(?:http|file|\/\/)/i.test(text) ||
    /\.(?:svg|png|jpe?g|gif|bmp|webp|avif)(?:[?#\s]|$)/i.test(text)
  );
}

function sizeOf(size: string | undefined): string | undefined {
  return size?.replace(/^100% 100%$/, 'cover');
}
