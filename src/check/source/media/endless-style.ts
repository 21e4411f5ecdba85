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
  const text = lines
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  if (/@media[^{]*prefers-reduced-motion/i.test(text)) return [];
  const declaration = /(?<=[;{\s])animation(?:-iteration-count)?\s*:[^;{}]*\binfinite\b[^;{}]*/gi;
  return [...text.matchAll(declaration)].map(({ 0: whole, index }) => {
    const before = text.slice(0, index).split('\n');
    const [first = ''] = whole.split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    return { line: before.length, column, length: first.trimEnd().length };
  });
}
