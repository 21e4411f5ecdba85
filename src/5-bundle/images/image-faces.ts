import { existsSync, readFileSync } from 'node:fs';
import { hash } from '../../base/cache.ts';
import { Report } from '../../base/diagnostics/report.ts';
import type { Inputs } from '../../base/inputs.ts';
import type { BuildOptions } from '../../model/source.ts';
import { locateFont } from '../fonts/locate-font.ts';
import type { Styles } from '../styles/styles.ts';
import { facesOf, type ImageFace, textFamilies } from './text-measure.ts';

/** The faces of the theme in which a picture's text is set, as far as their files are there. */
export function facesForImages(
  characters: string,
  styles: Styles,
  options: BuildOptions,
  inputs: Inputs,
): readonly ImageFace[] {
  return facesOf(textFamilies(styles.css), characters, styles.faces).flatMap((face) => {
    // Whoever embeds the font reports what is wrong with it.
    const file = locateFont(face, options, inputs, new Report());
    return file === undefined || !existsSync(file) ? [] : [{ face, file }];
  });
}

/** Stands for faces in the key of what was measured with them. */
export function facesKey(faces: readonly ImageFace[]): string {
  const fonts = faces.map(({ face, file }) => [
    face.descriptors,
    face.axes,
    hash(readFileSync(file)),
  ]);
  return JSON.stringify(fonts);
}
