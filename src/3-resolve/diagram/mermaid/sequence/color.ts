import { isColor } from '../../../../base/color/css-color.ts';

/** Splits a color, if there is one, from the text that follows it: `rgb(1, 2, 3) Servers`. */
export function splitColor(text: string): { readonly color?: string; readonly rest: string } {
  const trimmed = text.trim();
  const [first = ''] = /^(?:[a-z-]+\s*\([^)]*\)|#?\w+)(?=\s|$)/i.exec(trimmed) ?? [];
  const color = first.replace(/\s+(?=\()/, '');
  if (!isColor(color)) return { rest: trimmed };
  return { color, rest: trimmed.slice(first.length).trim() };
}
