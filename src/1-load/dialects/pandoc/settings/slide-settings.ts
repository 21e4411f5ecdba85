import { backgroundRepeats } from '../../../../model/deck.ts';
import { readRevealTransition } from '../../shared/reveal-names.ts';
import { whyUnused } from '../../shared/reveal-unused.ts';
import type { YamlValue } from '../../yaml-text.ts';
import type { PandocAttributes } from '../attributes.ts';

/** The settings of a slide, and the attributes of its heading that are none. */
export interface HeadingUse {
  readonly settings: Readonly<Record<string, YamlValue | undefined>>;
  /** What has no counterpart, as it is written. */
  readonly unknown: readonly string[];
  /** What is said about values that are not used. */
  readonly unused: readonly { readonly name: string; readonly why: string }[];
  /** The address of a page that is its background. */
  readonly frame?: string;
}

/** Classes that only say how a heading is numbered or listed. */
const unnumbered = new Set(['unnumbered', 'unlisted', 'section', 'slide', 'level1', 'level2']);

const backgroundKeys = /^(?:data-)?background-?(color|image|video|gradient|iframe)?$/;

/** Reads the attributes of a heading that begins a slide, which are the slide's. */
export function slideSettings({ classes, values }: PandocAttributes): HeadingUse {
  const settings: Record<string, YamlValue | undefined> = {};
  const unknown: string[] = [];
  const unused: HeadingUse['unused'][number][] = [];
  const frame = values.get('background-iframe') ?? values.get('data-background-iframe');
  const shownClasses = classes.filter((name) => !unnumbered.has(name));
  if (shownClasses.includes('center')) settings['layout'] = 'center';
  const own = shownClasses.filter((name) => name !== 'center' && name !== 'scrollable');
  if (own.length > 0) settings['class'] = own.join(' ');
  for (const [key, value] of values) {
    const name = key.replace(/^data-/, '');
    const why = whyUnused(name, value);
    if (why !== undefined) {
      unused.push({ name, why });
      continue;
    }
    const background = backgroundKeys.exec(key);
    if (background?.[1] === 'iframe') continue;
    else if (background && (background[1] !== 'color' || settings['background'] === undefined)) {
      settings['background'] = value;
    } else if (background) continue;
    else if (name === 'background-size') settings['backgroundSize'] = value;
    else if (name === 'background-position') settings['backgroundPosition'] = value;
    else if (name === 'background-repeat')
      settings['backgroundRepeat'] = backgroundRepeats.find((known) => known === value);
    else if (name === 'menu-title') settings['title'] = value;
    else if (name === 'state')
      settings['class'] = [settings['class'], value].filter(Boolean).join(' ');
    else if (name === 'background-opacity') settings['backgroundOpacity'] = Number(value);
    else if (name === 'transition') settings['transition'] = readRevealTransition(value);
    else if (name === 'auto-animate') settings['autoAnimate'] = value !== 'false';
    else if (name === 'visibility' && value === 'hidden') settings['hide'] = true;
    else if (name === 'visibility') settings['numbers'] = false;
    else if (name === 'timing' && /^\d+$/.test(value)) settings['time'] = `${value}s`;
    else if (name === 'notes') settings['notes'] = value;
    else if (name === 'style') settings['css'] = `:scope { ${value} }`;
    else if (!silent.has(name)) unknown.push(key);
  }
  return { settings: checked(settings), unknown, unused, ...(frame && { frame }) };
}

/** Attributes that say how a slide moves or is listed, and change nothing that it shows. */
const silent = new Set([
  ...[
    'background-video-loop',
    'background-video-muted',
    'background-interactive',
    'name',
    'preload',
    'footer',
    'number',
  ],
]);

/** The sizes of a background without an image have no effect. */
function checked(settings: Record<string, YamlValue | undefined>): HeadingUse['settings'] {
  const { background, ...others } = settings;
  if (background !== undefined && background !== '') return settings;
  for (const key of [
    'backgroundSize',
    'backgroundPosition',
    'backgroundOpacity',
    'backgroundRepeat',
  ]) {
    delete others[key];
  }
  return others;
}
