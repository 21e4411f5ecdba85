import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findCharacters } from '../../../src/5-bundle/fonts/characters/font-characters.ts';
import type { FontFace } from '../../../src/5-bundle/fonts/font-face.ts';
import { embedFonts, locateFonts } from '../../../src/5-bundle/fonts/fonts.ts';
import { noTokens } from '../../../src/5-bundle/styles/token-uses.ts';
import { Report } from '../../../src/base/diagnostics/report.ts';
import { libraryFolder } from '../../../src/base/files/libraries.ts';
import { Inputs } from '../../../src/base/inputs.ts';
import { optionsFor, problems, renderedDeck } from '../support.ts';

export const noImages = { charts: [], diagrams: [] };
export const inter = '@fontsource/inter/files/inter-latin-400-normal';
export const newsreader =
  '@fontsource-variable/newsreader/files/newsreader-latin-standard-normal.woff2';

export function fontFile(source: string): Buffer {
  const [, name = '', rest = ''] = /^(@[^/]+\/[^/]+)\/(.*)$/.exec(source) ?? [];
  return readFileSync(path.join(libraryFolder(name), rest));
}

export function face(source: string, more: Partial<FontFace> = {}): FontFace {
  return {
    source,
    from: '/project/own.css',
    span: { file: 'own.css', line: 3, column: 8, length: source.length },
    descriptors: [['font-family', 'Text']],
    axes: {},
    ...more,
  };
}

/** Embeds the faces of a theme in a deck without text. */
export async function embedFaces(faces: readonly FontFace[], root: string) {
  const report = new Report();
  const styles = { css: '', faces, characters: '', tokens: noTokens, ok: true };
  const fonts = locateFonts(
    styles,
    findCharacters(styles, renderedDeck(''), noImages),
    optionsFor(root),
    new Inputs(),
    report,
  );
  const embedded = await embedFonts(fonts, styles, report);
  return { problems: problems(report), rules: embedded.map(({ rule }) => rule) };
}
