import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../base/diagnostics/report.ts';
import { correct, suggest } from '../base/diagnostics/suggest.ts';
import { libraryFolder } from '../base/files/libraries.ts';
import { locateFile } from '../base/files/locate-file.ts';
import { packageRoot } from '../base/files/package-root.ts';
import { relativePath } from '../base/files/relative-path.ts';
import type { Inputs } from '../base/inputs.ts';
import type { PptxSettings, Theme } from '../model/front-matter.ts';
import type { BuildOptions, Span, TextFile } from '../model/source.ts';
import { isBrandName, readBrandTheme } from './brand/brand-theme.ts';
import { isTemplateName, readTemplateTheme } from './template/template-theme.ts';

/** The themes of Lectern. */
export const builtInThemes = ['ink', 'night', 'paper', 'plain', 'signal', 'terminal'] as const;

/** A theme as the front matter names it. */
export interface NamedTheme {
  readonly name: string;
  readonly span: Span | undefined;
  /** The layouts of a template that the author has chosen, by ours. */
  readonly layouts: PptxSettings['layouts'];
  /** Whether the deck has fonts of its own. */
  readonly hasFonts: boolean;
}

/**
 * Finds the style sheet of a theme. A path (with a slash, or ending in `.css`) starts at the deck's folder, and so does
 * that of a template for PowerPoint, or of a `_brand.yml`; a name is a folder in the project's `themes/` or, failing
 * that, in Lectern's own; `reveal/white` and the like are those that come with reveal.js, in Lectern's layouts;
 * `revealjs/white`, `marp/default` and the like those that are close to the themes of another tool.
 */
export function resolveTheme(
  file: TextFile,
  { name, span, layouts, hasFonts }: NamedTheme,
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): Theme {
  const { root } = options;
  const fallback = { name, cssFile: themeFile(packageRoot, 'ink') };
  if (options.template) {
    inputs.add(options.template.file);
    return (
      readTemplateTheme(options.template, { layouts, root, hasFonts: true }, report) ?? fallback
    );
  }
  if (/^reveal(?:js)?\/[^/.]+$/.test(name)) {
    const file = revealThemes().get(name.replace('revealjs', 'reveal'));
    if (file !== undefined) return { name, cssFile: file };
  } else if (existsSync(toolThemeFile(name))) {
    return { name, cssFile: toolThemeFile(name) };
  } else if (/[/\\]|\.css$/.test(name) || isTemplateName(name) || isBrandName(name)) {
    const ref = span && { path: name, from: file.realPath, span };
    const found = ref && locateFile(ref, options.root, inputs, report);
    if (found === undefined) return fallback;
    const named = { name, file: found, ...(span && { span }) };
    if (isTemplateName(name))
      return readTemplateTheme(named, { layouts, root, hasFonts }, report) ?? fallback;
    if (isBrandName(name)) return readBrandTheme(named, options, report) ?? fallback;
    return { name, cssFile: found };
  }
  const folders = [options.root, packageRoot];
  const files = folders.map((folder) => themeFile(folder, name));
  for (const file of files) inputs.add(file);
  const cssFile = files.find((file) => existsSync(file));
  if (cssFile !== undefined) {
    const ref = {
      path: relativePath(path.dirname(file.realPath), cssFile),
      from: file.realPath,
      span,
    };
    const folder = cssFile === files[0] ? root : packageRoot;
    return { name, cssFile: locateFile(ref, folder, inputs, report) ?? fallback.cssFile };
  }
  const isReveal = (known: string): boolean => known.startsWith('reveal/');
  const names = knownThemes(options.root).filter((known) => isReveal(known) === isReveal(name));
  const hint = revealThemes().has(`reveal/${name}`)
    ? `for the theme of reveal.js, write theme: reveal/${name}`
    : suggest(name, names);
  const fix = correct(name, names, span);
  report.add('theme-unknown', span, `there is no theme "${name}"`, hint, fix);
  return fallback;
}

/** The names of the project's themes and of Lectern's own. */
export function knownThemes(root: string): readonly string[] {
  return [...new Set([...[root, packageRoot].flatMap(themeNames), ...revealThemes().keys()])];
}

/** The style sheets of reveal.js' own themes, by their names: `reveal/white`. */
function revealThemes(): ReadonlyMap<string, string> {
  const folder = path.join(libraryFolder('reveal.js'), 'dist', 'theme');
  const files = readdirSync(folder).filter((file) => file.endsWith('.css'));
  return new Map(
    files.sort().map((file) => [`reveal/${path.basename(file, '.css')}`, path.join(folder, file)]),
  );
}

/** @param cssFile absolute path of a theme's style sheet */
export function isRevealTheme(cssFile: string): boolean {
  return /[/\\]reveal\.js[/\\]dist[/\\]theme[/\\][^/\\]+$/.test(cssFile);
}

function themeFile(folder: string, name: string): string {
  return path.join(folder, 'themes', name, 'theme.css');
}

/** The style sheet of a theme for decks of another tool; a file that does not exist for all other names. */
function toolThemeFile(name: string): string {
  const isTool = /^(?:marp|slidev|quarto)\/[a-z-]+$/.test(name);
  return isTool ? themeFile(packageRoot, name) : '';
}

function themeNames(folder: string): readonly string[] {
  try {
    const names = readdirSync(path.join(folder, 'themes')).sort();
    return names.filter((name) => existsSync(themeFile(folder, name)));
  } catch {
    return [];
  }
}
