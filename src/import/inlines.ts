import type { Inline, Style } from './model.ts';

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
  return without(inlines, ['bold']);
}

/** Without the marks that all of a title has: the theme decides how titles look. */
export function withoutLook(inlines: readonly Inline[]): readonly Inline[] {
  return without(inlines, ['bold', 'italic', 'underline']);
}

function without(inlines: readonly Inline[], marks: readonly (keyof Style)[]): readonly Inline[] {
  const texts = inlines.filter((inline) => inline.kind === 'text' && inline.text.trim() !== '');
  const shared = marks.filter((mark) =>
    texts.every((inline) => inline.kind === 'text' && inline.style[mark]),
  );
  return inlines.map((inline) => {
    if (inline.kind !== 'text') return inline;
    const style = Object.fromEntries(
      Object.entries(inline.style).filter(([mark]) => !shared.some((each) => each === mark)),
    );
    return { ...inline, style };
  });
}
