import { originMark } from '../origin-mark.ts';
import { linkTarget } from '../shared/link-target.ts';
import type { ImageOptions } from './read/image-options.ts';

/** The parts of an image, as Marp reads them. */
interface Image {
  readonly options: ImageOptions;
  readonly url: string;
  readonly title: string;
}

/** An image in Lectern's Markdown. @param at where its path is written */
export function imageText({ options, url, title }: Image, at: number): string {
  const alt = options.alt || title;
  return `![${alt}](${originMark(at)}${linkTarget(url)})${attributeList(options)}`;
}

/** As in Marp, sizes in percent have no meaning for an image in the text. */
function attributeList({ width, height, filter }: ImageOptions): string {
  const sizes = Object.entries({ width, height }).flatMap(([key, value]) => {
    const size = value === undefined ? undefined : lengthOf(value);
    return size === undefined || size.endsWith('%') ? [] : [`${key}=${size}`];
  });
  const style = filter === undefined ? [] : [`style="filter: ${filter}"`];
  const list = [...sizes, ...style];
  return list.length > 0 ? `{${list.join(' ')}}` : '';
}

/** Pixels in other units. */
const units: Readonly<Record<string, number>> = {
  px: 1,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  in: 96,
  pt: 4 / 3,
  pc: 16,
};

/**
 * A CSS length as Lectern has it.
 *
 * @returns `undefined` for `auto`
 */
export function lengthOf(css: string): string | undefined {
  const [, value = '', unit = ''] = /^([\d.]+)([a-z%]+)$/.exec(css) ?? [];
  if (value === '') return undefined;
  if (unit === '%' || unit === 'em') return `${Number(value)}${unit}`;
  if (unit === 'ch' || unit === 'ex') return `${Number(value) / 2}em`;
  return `${Math.round(Number(value) * (units[unit] ?? 1) * 100) / 100}`;
}
