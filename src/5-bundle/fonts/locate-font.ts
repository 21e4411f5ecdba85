import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { didYouMean } from '../../base/diagnostics/suggest.ts';
import { isInside, isRefused, locateFile } from '../../base/files/locate-file.ts';
import { packageRoot } from '../../base/files/package-root.ts';
import type { Inputs } from '../../base/inputs.ts';
import type { BuildOptions } from '../../model/source.ts';
import type { FontFace } from './font-face.ts';
import { locatePackage, readPackageName } from './font-package.ts';

/** The file of a face; `undefined` if there is none, which is reported. */
export function locateFont(
  { source, from, span }: FontFace,
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): string | undefined {
  const ref = { path: source, from, span };
  if (!source.startsWith('npm:')) {
    const root = isInside(from, packageRoot) ? packageRoot : options.root;
    return locateFile(ref, root, inputs, report);
  }
  const { name, file: rest } = readPackageName(source);
  const folder = locatePackage(name, ref, report);
  if (folder === undefined) return undefined;
  const file = path.join(folder, rest);
  if (isInside(file, folder) && isRefused(file, ref, folder, report)) return undefined;
  inputs.add(file);
  const isThere = rest !== '' && existsSync(file);
  const real = isThere ? realpathSync(file) : '';
  if (isThere && isInside(real, folder)) {
    return isRefused(real, ref, folder, report) ? undefined : file;
  }
  report.add(
    'font-missing',
    span,
    `the package ${name} has no file "${rest}"`,
    missingHint(folder, rest),
  );
  return undefined;
}

function missingHint(folder: string, file: string): string | undefined {
  const within = path.dirname(path.join(folder, file));
  if (!isInside(within, folder) || !existsSync(within)) return undefined;
  const near = didYouMean(path.basename(file), readdirSync(within).sort());
  return near && `did you mean "${path.posix.join(path.posix.dirname(file), near)}"?`;
}
