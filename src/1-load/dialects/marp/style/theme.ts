import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Report } from '../../../../base/diagnostics/report.ts';
import { isInside } from '../../../../base/files/locate-file.ts';
import type { TextFile } from '../../../../model/source.ts';
import type { TranslationContext } from '../../translation.ts';
import { ownThemes, translateStyle } from './style-texts.ts';
import { importsTailwind } from './tailwind.ts';

/** A theme of Marp: one of ours that is like its own, and the author's rules on top of it. */
export interface MarpTheme {
  readonly name: string;
  readonly css: string;
  /** In pixels; the sizes that the theme names, by their names. */
  readonly size?: string;
  readonly sizes: ReadonlyMap<string, string>;
  readonly showsTotal: boolean;
  readonly hasTailwind: boolean;
}

const plain = { css: '', showsTotal: false, hasTailwind: false, sizes: new Map<string, string>() };

/** What a theme that begins with none of Marp's does not have; its own rules come after this. */
const withoutStripes = ':where(.slide tbody > tr) { background: none }';

/** Folders in which themes are without being named. */
const usual = ['', 'themes/', 'theme/', '.marp/', 'css/', 'styles/', 'assets/', 'assets/css/'];

/**
 * Finds the theme that a deck names: one of Marp's, or the style sheet with `@theme` and this name.
 *
 * @param themes paths of style sheets and folders
 */
export function readTheme(
  name: string,
  themes: readonly string[],
  author: TextFile,
  context: TranslationContext,
): MarpTheme {
  if (ownThemes.includes(name)) return { ...plain, name: `marp/${name}` };
  const file = findTheme(name, themes, context);
  if (file === undefined) return { ...plain, name: 'marp/default' };
  return readSheet(file, author, context, new Set());
}

/** Whether a theme of this name is one of Marp's, or has a style sheet. */
export function hasTheme(
  name: string,
  themes: readonly string[],
  context: TranslationContext,
): boolean {
  return ownThemes.includes(name) || findTheme(name, themes, context) !== undefined;
}

function readSheet(
  file: string,
  author: TextFile,
  context: TranslationContext,
  above: ReadonlySet<string>,
): MarpTheme {
  // This hidden folder is one in which Marp's themes are.
  const isUsual = path.basename(path.dirname(file)) === '.marp' && file.endsWith('.css');
  const { project, report } = context;
  const sheet = isUsual ? project.readSettings(file, report) : project.read(file, report);
  const text = sheet?.text ?? '';
  let base: MarpTheme | undefined;
  const readImport = (name: string): string | undefined => {
    if (ownThemes.includes(name)) base ??= { ...plain, name: `marp/${name}` };
    else if (!/^[\w-]+$/.test(name)) return undefined;
    else {
      const found = findTheme(name, [path.dirname(file)], context);
      if (found === undefined || above.has(found)) return undefined;
      base ??= readSheet(found, author, context, new Set([...above, file]));
    }
    return '';
  };
  const css =
    sheet && translateStyle({ css: text, file: sheet, start: 0 }, author, context, readImport);
  const size = css?.size ?? base?.size;
  const sizes = [...text.matchAll(/@size\s+(\S+)\s+(\d+)px\s+(\d+)px/g)].map(
    ([, name = '', width, height]) => [name, `${width}x${height}`] as const,
  );
  return {
    name: base?.name ?? 'marp/default',
    css: [base?.css ?? withoutStripes, css?.css ?? ''].filter(Boolean).join('\n'),
    showsTotal: css?.showsTotal ?? base?.showsTotal ?? false,
    hasTailwind: base?.hasTailwind === true || importsTailwind(text),
    sizes: new Map([...(base?.sizes ?? []), ...sizes]),
    ...(size !== undefined && { size }),
  };
}

function findTheme(
  name: string,
  themes: readonly string[],
  context: TranslationContext,
): string | undefined {
  const { project } = context;
  const sheets = themes.flatMap((theme) => sheetsIn(theme, project.root));
  const hasName = (file: string) => themeNameIn(file, context) === name;
  const byComment = sheets.find(hasName);
  const byName = sheets.find((file) => path.basename(file, '.css') === name);
  const plainName = path.basename(name, '.css');
  const near = project.find(...usual.map((folder) => `${folder}${plainName}.css`));
  return byComment ?? byName ?? near ?? sheetsIn(project.folder, project.root).find(hasName);
}

/** A style sheet, or those in a folder. */
function sheetsIn(place: string, root: string): readonly string[] {
  const file = path.resolve(place);
  if (!isInside(file, root) || !existsSync(file)) return [];
  if (!statSync(file).isDirectory()) return file.endsWith('.css') ? [file] : [];
  return readdirSync(file)
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => path.join(file, name));
}

/** The name after `@theme` in a comment of a style sheet. */
function themeNameIn(file: string, { project }: TranslationContext): string | undefined {
  const text = project.readSettings(file, new Report())?.text ?? '';
  return /\/\*[\s\S]*?@theme\s+([\w-]+)[\s\S]*?\*\//.exec(text)?.[1];
}
