import type { DeckSource } from '../model/source.ts';

/** The text of a slide in its file. */
export interface SlideText {
  /** As in spans. */
  readonly file: string;
  /** The line on which it begins. */
  readonly line: number;
  readonly text: string;
  /** The line of what concerns the whole slide. */
  readonly slide: number;
}

/** The texts of the slides that are shown. */
export function slideTexts({ slides }: DeckSource): readonly SlideText[] {
  return slides.flatMap(({ slide, file, line, isShown }) => {
    if (isShown === false || slide.frontMatter.hide) return [];
    return [{ file: file.path, line, text: slide.file.text, slide: line + slide.span.line - 1 }];
  });
}
