import { existsSync, readFileSync } from 'node:fs';
import { Report } from '../../base/diagnostics/report.ts';
import { hash } from '../../base/hash.ts';
import type { Inputs } from '../../base/inputs.ts';
import type { BuildOptions } from '../../model/source.ts';
import { locateFont } from '../fonts/locate-font.ts';
import type { Styles } from '../styles/styles.ts';
import { facesOf, type ImageFace, textFamilies } from './text-measure.ts';

/** The faces of the theme for the text of images, without those whose files are missing. */
export function facesForImages(
  characters: string,
  styles: Styles,
  options: BuildOptions,
  inputs: Inputs,
): readonly ImageFace[] {
  return facesOf(textFamilies(styles.css), characters, styles.faces).flatMap((face) => {
    // Errors are reported when the font is embedded.
    const file = locateFont(face, options, inputs, new Report());
    return file === undefined || !existsSync(file) ? [] : [{ face, file }];
  });
}

/** Identifies faces in cache keys. */
export function facesKey(faces: readonly ImageFace[]): string {
  const fonts = faces.map(({ face, file }) => [
    face.descriptors,
    face.axes,
    hash(readFileSync(file)),
  ]);
  return JSON.stringify(fonts);
}
