import { textOf } from '../text/paragraph.ts';
import type { Item } from './items.ts';
import type { SlideScene } from './scene.ts';

/** The title of a slide without one: the beginning of its text, or its number. */
export function titleFrom(items: readonly Item[], { deck, number }: SlideScene): string {
  const texts = items.flatMap((item) => (item.kind === 'text' ? item.paragraphs : []));
  const words = textOf(texts[0]?.runs ?? [])
    .replace(/\s+/g, ' ')
    .trim();
  const short = words.length > 60 ? `${words.slice(0, 57).replace(/\s\S*$/, '')}…` : words;
  return short === '' ? `${deck.title} ${number}` : short;
}
