import { transitions } from '../../../model/front-matter.ts';

/** The themes of reveal.js, which tools built on it name as they are. */
export const revealThemes: ReadonlySet<string> = new Set([
  ...['beige', 'black', 'black-contrast', 'blood', 'dracula', 'league', 'moon', 'night', 'serif'],
  ...['simple', 'sky', 'solarized', 'white', 'white-contrast'],
]);

/** A transition of reveal.js, or one for entering and one for leaving; `undefined` if it has none of that name. */
export function readRevealTransition(written: string | undefined): string | undefined {
  const words = (written ?? '').trim().split(/\s+/);
  const isWhole = (word: string): boolean => transitions.some((name) => name === word);
  const known = words.filter((word) => isWhole(word.replace(/-(?:in|out)$/, '')));
  if (known.length === 0) return words[0]?.startsWith('default') ? 'slide' : undefined;
  const parts = known.filter((word) => !word.startsWith('none')).join(' ');
  return known.find(isWhole) ?? (parts === '' ? 'none' : parts);
}
