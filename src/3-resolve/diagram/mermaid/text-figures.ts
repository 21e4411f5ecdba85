import { type FigureSource, figureMark, maxFigures } from '../../../model/diagram/figures.ts';
import { filler } from './entity-marks.ts';

/** A formula, or an icon of Font Awesome as in `fa:fa-car`. */
const figure = /\$\$([^\n]*?\S[^\n]*?)\$\$|(?<![\w:-])(fa[a-z]?:fa-[\w-]*\w)/g;

/** What comes before the name of an icon that is a setting and no text. */
const isSetting = /\bicon["']?\s*:\s*["']?$/;

/**
 * Replaces the formulas and icons in a text by marks. Mermaid's grammars would read parts of them as syntax.
 *
 * @returns the text with its length, and what the marks stand for
 */
export function encodeFigures(text: string): {
  readonly text: string;
  readonly figures: readonly FigureSource[];
} {
  const figures: FigureSource[] = [];
  const encoded = text.replace(
    figure,
    (whole: string, tex: string | undefined, name: string | undefined, start: number) => {
      if (
        figures.length === maxFigures ||
        isSetting.test(text.slice(Math.max(0, start - 40), start))
      )
        return whole;
      const place = { start, length: whole.length };
      const index =
        name === undefined
          ? figures.push({
              kind: 'formula',
              tex: decodeTex(singleBackslashes(tex ?? '')),
              ...place,
            })
          : figures.push({ kind: 'icon', name, ...place });
      return figureMark(index - 1).padEnd(whole.length, filler);
    },
  );
  return { text: encoded, figures };
}

/** A formula as in a string of JavaScript, where each backslash is written twice. */
function singleBackslashes(tex: string): string {
  const runs = tex.match(/\\+/g) ?? [];
  const isDoubled = /\\\\[A-Za-z]{2}/.test(tex) && runs.every(({ length }) => length % 2 === 0);
  return isDoubled ? tex.replaceAll('\\\\', '\\') : tex;
}

/** Decodes what cannot be written in a label otherwise. */
function decodeTex(tex: string): string {
  const characters = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ', 35: '#' } as const;
  return tex.replace(
    /[&#](lt|gt|amp|quot|nbsp|35);/g,
    (_, name: keyof typeof characters) => characters[name],
  );
}
