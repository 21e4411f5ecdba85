import type { Inline } from './model.ts';

/** The text of inlines, without marks. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      inline.kind === 'text'
        ? inline.text
        : inline.kind === 'break'
          ? ' '
          : inline.kind === 'math'
            ? inline.tex
            : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

export function isBlank(inlines: readonly Inline[]): boolean {
  return plainText(inlines) === '';
}

/** Without breaks and spaces at both ends. */
export function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const isEmpty = (inline: Inline): boolean =>
    inline.kind === 'break' || (inline.kind === 'text' && inline.text.trim() === '');
  const first = inlines.findIndex((inline) => !isEmpty(inline));
  const last = inlines.findLastIndex((inline) => !isEmpty(inline));
  return first < 0 ? [] : inlines.slice(first, last + 1);
}

/** Without bold where all of it is: headings are bold by themselves. */
export function withoutBold(inlines: readonly Inline[]): readonly Inline[] {
  const isAll = inlines.every(
    (inline) => inline.kind !== 'text' || inline.style.bold || inline.text.trim() === '',
  );
  if (!isAll) return inlines;
  return inlines.map((inline) => {
    if (inline.kind !== 'text') return inline;
    const { bold: _, ...style } = inline.style;
    return { ...inline, style };
  });
}
