import type { TextFile } from '../../../../model/source.ts';
import { readCss } from '../../shared/css.ts';
import type { TranslationContext } from '../../translation.ts';
import { type MarpCss, translateCss } from './css.ts';
import { isTailwind } from './tailwind.ts';

/** Rules of CSS that a deck or a theme of Marp has. */
export interface StyleText {
  readonly css: string;
  readonly file: TextFile;
  /** The offset of the rules in the file. */
  readonly start: number;
  readonly isScoped?: boolean;
}

/** Marp's own themes, which a theme can begin with. */
export const ownThemes: readonly string[] = ['default', 'gaia', 'uncover'];

/**
 * Translates rules for Lectern; what would load something from elsewhere is left out and reported.
 *
 * @param readTheme returns the rules of an imported theme
 */
export function translateStyle(
  { css, file, start, isScoped = false }: StyleText,
  deck: TextFile,
  { project, report }: TranslationContext,
  readTheme: (name: string) => string | undefined = (name) =>
    ownThemes.includes(name) ? '' : undefined,
): MarpCss {
  // As older decks have it, for style sheets that are not to be read as CSS twice.
  const rules = css.replace(/@import-theme\b/g, '@import');
  // Its rules are those of the classes that the deck uses.
  const readImport = (name: string) => (isTailwind(name) ? '' : readTheme(name));
  const own = { file, start, deck: deck.realPath, project, report, readImport };
  return translateCss(readCss(rules, own), isScoped);
}
