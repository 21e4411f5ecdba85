/**
 * An icon, a formula or an image in a diagram. A character in a text stands for it, see {@link figureMark}; or a node
 * refers to it by its index. Plain JSON.
 */
export type FigureSource = (IconSource | FormulaSource | ImageSource) & {
  /** Its place in the text of the diagram. */
  readonly start: number;
  readonly length: number;
};

interface IconSource {
  readonly kind: 'icon';
  /** As Mermaid names it: `fa:fa-car`, `logos:aws-s3`, `bomb`. */
  readonly name: string;
}

interface FormulaSource {
  readonly kind: 'formula';
  readonly tex: string;
}

interface ImageSource {
  readonly kind: 'image';
  /** As the author wrote it. */
  readonly path: string;
}

/** The first of the characters for private use that stand for figures; fonts have no glyphs for them. */
const firstMark = 0xe100;
/** So many characters follow. */
export const maxFigures = 0x1700;

/** Characters that may stand for figures. */
export const figureMarks: RegExp = /[\uE100-\uF7FF]/g;

/** The character that stands for a figure in texts. */
export function figureMark(index: number): string {
  return String.fromCharCode(firstMark + index);
}

/** The index of the figure that a character stands for; `undefined` if it is another character. */
export function figureIndex(character: string): number | undefined {
  const index = character.charCodeAt(0) - firstMark;
  return index >= 0 && index < maxFigures ? index : undefined;
}

/** The text with words in place of figures: the TeX of formulas, and the names of icons that are alone. */
export function spellFigures(text: string, figures: readonly FigureSource[] = []): string {
  if (figures.length === 0) return text;
  const isIcon = (mark: string) => figures[figureIndex(mark) ?? -1]?.kind === 'icon';
  const words = text.replace(figureMarks, (mark) => (isIcon(mark) ? '' : mark));
  const hasWords = words.trim() !== '';
  const spelled = (hasWords ? words : text).replace(figureMarks, (mark) => {
    const figure = figures[figureIndex(mark) ?? -1];
    return figure ? nameOf(figure) : mark;
  });
  return spelled.replace(/[^\S\n]{2,}/g, ' ').replace(/^[^\S\n]+|[^\S\n]+$/gm, '');
}

/** A name in words: `user` for `fa:fa-user`. */
export function nameOf(figure: FigureSource): string {
  if (figure.kind === 'formula') return figure.tex.trim();
  if (figure.kind === 'image') return '';
  return figure.name
    .replace(/^.*[:\s]/, '')
    .replace(/^fa-/, '')
    .replaceAll('-', ' ');
}

/** The texts in plain JSON, with words in place of figures. */
export function withWords<T>(value: T, figures: readonly FigureSource[] = []): T {
  if (figures.length === 0) return value;
  const reviver = (_: string, each: unknown) =>
    typeof each === 'string' ? spellFigures(each, figures) : each;
  return JSON.parse(JSON.stringify(value), reviver) as T;
}
