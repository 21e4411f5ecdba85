import { endlessAnimations } from './endless-animation.ts';

/** The place of a declaration. */
interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/**
 * The declarations of animations without an end in a style sheet, except those that the wish for reduced motion
 * turns off: a sheet with a rule for it is one whose author has thought of it.
 */
export function findAnimations(lines: readonly string[]): readonly Place[] {
  const text = blankComments(lines.join('\n'));
  const queries = text.match(/@media[^{]*/gi) ?? [];
  if (queries.some((query) => /prefers-reduced-motion/i.test(query))) return [];
  const places: Place[] = [];
  let [line, lineStart] = [1, 0];
  for (const { index, text: whole } of endlessAnimations(text)) {
    // The name of a property, and not the end of one such as `--my-animation`.
    if (!/[;{\s]/.test(text[index - 1] ?? '')) continue;
    let end = text.indexOf('\n', lineStart);
    for (; end >= 0 && end < index; end = text.indexOf('\n', lineStart)) {
      line++;
      lineStart = end + 1;
    }
    const [first = ''] = whole.split('\n');
    places.push({ line, column: index - lineStart + 1, length: first.trimEnd().length });
  }
  return places;
}

/** Replaces comments by spaces, so that the places of what follows stay. */
function blankComments(css: string): string {
  const [before = '', ...rest] = css.split('/*');
  const parts = rest.map((part) => {
    const end = part.indexOf('*/');
    const length = end < 0 ? part.length : end + 2;
    return `  ${part.slice(0, length).replace(/[^\n]/g, ' ')}${part.slice(length)}`;
  });
  return before + parts.join('');
}
