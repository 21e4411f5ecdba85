import type { Report } from '../../base/diagnostics/report.ts';
import { statsOf } from '../../base/files/file-stats.ts';
import type { Inputs } from '../../base/inputs.ts';
import type { BuildOptions } from '../../model/source.ts';
import { TotalSize } from '../assets/total-size.ts';
import type { Styles } from '../styles/styles.ts';
import { type DeckCharacters, roundUp } from './characters/font-characters.ts';
import { type EmbeddedFont, embedFont, type LocatedFont } from './embed-font.ts';
import { featuresIn } from './file/font-features.ts';
import { isMathFace } from './font-face.ts';
import { locateFont } from './locate-font.ts';

/**
 * The megabytes of all font files, each as often as a face names it. Each face is read and reduced: that of all
 * scripts takes seconds.
 */
const maxMegabytes = 300;

/** Locates the files of the faces that this deck uses; reports missing ones. */
export function locateFonts(
  styles: Styles,
  { text, charactersFor }: DeckCharacters,
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): readonly LocatedFont[] {
  const total = new TotalSize(maxMegabytes, 'all fonts');
  return styles.faces.flatMap((face) => {
    const found = charactersFor(face);
    // Characters that only browsers generate do not need a fallback.
    const characters = face.isFallback
      ? [...found].filter((one) => text.includes(one)).join('')
      : found;
    if (characters === '') return [];
    const file = locateFont(face, options, inputs, report);
    const ref = { path: face.source, from: face.from, span: face.span };
    if (file === undefined || !total.addBytes(statsOf(file)?.size ?? 0, ref, report)) {
      return [];
    }
    // Formulas share few characters, and stretchable glyphs are large.
    const subset = isMathFace(face) ? characters : roundUp(characters, face.range);
    return [{ face, file, characters, subset }];
  });
}

/** Embeds the faces as `@font-face` rules, each reduced to the characters that the deck shows in it. */
export async function embedFonts(
  fonts: readonly LocatedFont[],
  styles: Styles,
  report: Report,
): Promise<readonly EmbeddedFont[]> {
  const features = featuresIn(styles.css);
  const embedAll = async (chosen: readonly LocatedFont[]) => {
    const embedded = await Promise.all(chosen.map((font) => embedFont(font, features, report)));
    return embedded.flatMap((font) => font ?? []);
  };
  const first = await embedAll(fonts.filter(({ face }) => !face.isFallback));
  const fallbacks = fonts.filter(({ face }) => face.isFallback);
  return [...(await embedAll(withoutShown(fallbacks, first))), ...first];
}

/** Reduces fonts to the characters that the others do not have; drops those with nothing but spaces. */
function withoutShown(
  fonts: readonly LocatedFont[],
  others: readonly EmbeddedFont[],
): readonly LocatedFont[] {
  const shown = new Set(others.flatMap((font) => [...font.shown]));
  return fonts.flatMap((font) => {
    const characters = [...font.characters].filter((character) => !shown.has(character)).join('');
    return characters.trim() === '' ? [] : [{ ...font, characters, subset: characters }];
  });
}
