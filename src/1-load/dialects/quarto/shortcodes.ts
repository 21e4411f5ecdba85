import path from 'node:path';
import { fontAwesomeSets, lucideNameOf } from '../../../base/icons/font-awesome.ts';
import { ownValue } from '../../../base/own-value.ts';
import type { PandocDeck } from '../pandoc/deck.ts';
import { standIn } from '../shared/stand-in.ts';
import type { IncludedFiles } from './included-files.ts';

/** What stands between `{{<` and `>}}`: a name, values, and values by key. */
interface Shortcode {
  readonly name: string;
  readonly values: readonly string[];
  readonly keys: ReadonlyMap<string, string>;
}

/** @returns where the shortcode at an offset ends; `undefined` if there is none */
export function translateShortcode(
  text: string,
  at: number,
  deck: PandocDeck,
  files: IncludedFiles,
): number | undefined {
  if (!text.startsWith('{{', at)) return undefined;
  const shown = /^\{\{\{<([^\n]*?)>\}\}\}/.exec(text.slice(at, at + 2000));
  if (shown) {
    deck.edits.replace(at, at + shown[0].length, `\\{{&lt; ${shown[1]?.trim()} >}}`);
    return at + shown[0].length;
  }
  const [whole, content = ''] = /^\{\{<([\s\S]*?)>\}\}/.exec(text.slice(at, at + 4000)) ?? [];
  if (whole === undefined) return undefined;
  deck.edits.replace(at, at + whole.length, write(read(content), at, whole.length, deck, files));
  return at + whole.length;
}

function read(content: string): Shortcode {
  const parts = [
    ...content.matchAll(
      /([\w.-]+)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|(\S+))|"([^"]*)"|'([^']*)'|(\S+)/g,
    ),
  ];
  const keys = new Map<string, string>();
  const values: string[] = [];
  for (const [, key, a, b, c, d, e, f] of parts) {
    if (key === undefined) values.push(d ?? e ?? f ?? '');
    else keys.set(key, a ?? b ?? c ?? '');
  }
  const [name = '', ...rest] = values;
  return { name, values: rest, keys };
}

function write(
  code: Shortcode,
  at: number,
  length: number,
  deck: PandocDeck,
  files: IncludedFiles,
): string {
  const { name, values, keys } = code;
  switch (name) {
    case 'fa':
    case 'fa-brands':
      return icon(fontAwesome(values, deck), keys);
    case 'bi':
      return icon(`bi-${values[0]}`, keys);
    case 'ai':
      return icon(`academicons-${values[0]}`, keys);
    case 'iconify':
      return icon(iconify(values), keys);
    case 'kbd':
      return values
        .concat(...keys.values())
        .slice(0, 1)
        .map(keyboard)
        .join('');
    case 'meta':
      return metaValue(values[0] ?? '', deck) ?? reportValue(code, at, length, deck);
    case 'video':
      return video(values[0] ?? keys.get('src') ?? '', keys);
    case 'qrcode':
      return `\n\n\`\`\`qr\n${values[0] ?? ''}\n\`\`\`\n\n`;
    case 'pagebreak':
      return '';
    case 'lipsum':
      return 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.';
    case 'include':
      return files.translate(values[0] ?? '', at, length, deck);
    default:
      return reportValue(code, at, length, deck);
  }
}

function reportValue(
  { name, values }: Shortcode,
  at: number,
  length: number,
  deck: PandocDeck,
): string {
  const message = `the shortcode "${name}" has no counterpart: its name stands in`;
  deck.reportUnmapped(at, length, message);
  return standIn({ title: [name, ...values].join(' ') });
}

/** `fa brands github` as an icon of a set that is installed, or else as its neighbor in Lucide. */
function fontAwesome(values: readonly string[], { author, context }: PandocDeck): string {
  const [style = 'solid', name = ''] = values.length > 1 ? values : ['solid', values[0]];
  const sets = fontAwesomeSets(`fa-${style}`) ?? fontAwesomeSets('fa-solid') ?? [];
  const folder = path.dirname(author.realPath);
  const installed = sets.find((set) => context.project.hasPackage(`@iconify-json/${set}`, folder));
  if (installed !== undefined) return `${installed}-${name}`;
  return style === 'brands' && !inLucide.has(name)
    ? `${sets[0]}-${name}`
    : `lucide-${lucideNameOf(name)}`;
}

/** Brands that Lucide has, too. */
const inLucide: ReadonlySet<string> = new Set([
  ...['chrome', 'codepen', 'dribbble', 'facebook', 'figma', 'framer', 'github', 'gitlab'],
  ...['instagram', 'linkedin', 'slack', 'trello', 'twitch', 'twitter', 'youtube'],
]);

/** `fluent-emoji exploding-head`, or `fluent-emoji:exploding-head`. */
function iconify(values: readonly string[]): string {
  const [first = '', second] = values;
  return second === undefined ? first.replace(':', '-') : `${first}-${second}`;
}

const sizes: Readonly<Record<string, string>> = {
  tiny: '0.5em',
  '2xs': '0.625em',
  xs: '0.75em',
  small: '0.85em',
  sm: '0.875em',
  lg: '1.25em',
  large: '1.2em',
  xl: '1.5em',
  '2xl': '2em',
  LARGE: '1.44em',
  huge: '2.07em',
  Huge: '2.5em',
};

function icon(name: string, keys: ReadonlyMap<string, string>): string {
  const size = keys.get('size');
  const written =
    size === undefined ? undefined : (ownValue(sizes, size) ?? size.replace(/^(\d+)x$/, '$1em'));
  const isLength = written !== undefined && /^[\d.]+(?:em|rem|px|%)$/.test(written);
  return `:${name}:${isLength ? `{size=${written}}` : ''}`;
}

/** `Shift-Ctrl-Q` as keys side by side. */
function keyboard(keys: string): string {
  return keys
    .split(/[-+](?=.)/)
    .map((key) => `<kbd>${key.replace(/[<&]/g, '')}</kbd>`)
    .join('+');
}

/** `authors.0.name` or `title` of the front matter. */
function metaValue(path: string, { settings }: PandocDeck): string | undefined {
  const [first = '', ...rest] = path.replace(/\\\./g, '.').split('.');
  let entry = settings.entry(first);
  for (const key of rest) {
    const index = Number(key);
    entry = Number.isInteger(index)
      ? entry?.items[index]
      : entry?.items.find((item) => item.key === key);
  }
  return entry?.source;
}

function video(address: string, keys: ReadonlyMap<string, string>): string {
  const title = (keys.get('title') ?? '').replace(/[[\]]/g, '');
  return `\n\n![${title}](<${address}>)\n\n`;
}
