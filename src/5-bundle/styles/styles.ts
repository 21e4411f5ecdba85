import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { placeInOriginal } from '../../1-load/slides/place-spans.ts';
import { runtimeFolder } from '../../base/browser-script.ts';
import { cacheEntry } from '../../base/cache/cache.ts';
import { codeFingerprint } from '../../base/code-fingerprint.ts';
import type { Diagnostic } from '../../base/diagnostics/diagnostic.ts';
import { reportOnText } from '../../base/diagnostics/foreign-report.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { digestOf, isSettled } from '../../base/files/file-stats.ts';
import { libraryFolder, libraryVersion } from '../../base/files/libraries.ts';
import { isInside, locateFile } from '../../base/files/locate-file.ts';
import { packageRoot } from '../../base/files/package-root.ts';
import { relativePath } from '../../base/files/relative-path.ts';
import { readPageText } from '../../base/files/text-file.ts';
import type { Inputs } from '../../base/inputs.ts';
import { formatPath } from '../../base/units.ts';
import type { ImageSettings } from '../../model/front-matter.ts';
import type { RenderedDeck } from '../../model/rendered.ts';
import type { TextFile } from '../../model/source.ts';
import type { EmbedOptions } from '../bundle-options.ts';
import type { FontFace } from '../fonts/font-face.ts';
import { reductionFingerprint } from '../reduce/worker-script.ts';
import { arrangeAsPage, pageRules } from './block-flow.ts';
import { brandTokens } from './brand.ts';
import { languageSheets } from './language-styles.ts';
import { inLayer, isOfAuthor, layeredSheets } from './layer.ts';
import { type Effects, effectsIn, trimRevealCss } from './reveal-css.ts';
import { adaptTheme } from './reveal-theme.ts';
import { writeSize } from './slide-size.ts';
import { StyleFiles } from './style-files.ts';
import { readStyleSheet, type StyleSheet } from './style-sheet.ts';
import { styleTexts } from './style-texts.ts';
import { joinTokens, type TokenNames } from './token-uses.ts';

/** The styles of a page without its fonts. */
export interface Styles {
  readonly css: string;
  readonly faces: readonly FontFace[];
  /** The characters that the rules generate on slides. */
  readonly characters: string;
  readonly tokens: TokenNames;
  /** Whether all style sheets could be read, without errors. */
  readonly ok: boolean;
}

/** A cached entry: the styles, and the state of each file that they depend on. */
interface Compiled {
  readonly styles: Styles;
  readonly files: readonly (readonly [file: string, digest: string])[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * Builds the page's styles as one cascade: reveal.js, the base of all themes and Lectern's theme in a layer, then
 * the author's theme and the deck's own.
 * Errors are reported at their spans.
 */
export async function buildStyles(
  rendered: RenderedDeck,
  options: EmbedOptions,
  inputs: Inputs,
  report: Report,
): Promise<Styles> {
  const { frontMatter } = rendered;
  const { images } = frontMatter;
  const effects = effectsIn(rendered);
  const { sheets, scopes, ok: wereRead } = readSheets(rendered, options, inputs, report);
  const size = writeSize(frontMatter.size);
  const versions = ['esbuild', 'reveal.js'].map(libraryVersion);
  const names = sheets.flatMap(({ realPath, text, origins }, i) => [
    fromPackage(realPath),
    text,
    ...(origins ? [`${scopes[i] ?? ''} ${origins.sources.join()}`] : []),
  ]);
  const isOurs = sheets.every(({ realPath }) => isInside(realPath, packageRoot));
  const { transitions, fragments, autoAnimates } = effects;
  const used = JSON.stringify([[...transitions].sort(), [...fragments].sort(), autoAnimates]);
  const entry = cacheEntry('styles', [
    codeFingerprint('src/5-bundle/styles/styles.ts'),
    isOurs ? '' : JSON.stringify([options.root, options.cwd]),
    size,
    used,
    rendered.frontMatter.colors.join(),
    rendered.frontMatter.theme.name,
    ...imageKey(images),
    ...versions,
    ...names,
  ]);
  const known = entry.read();
  const compiled = known === undefined ? undefined : revive(known);
  for (const [file] of compiled?.files ?? []) inputs.add(file);
  if (compiled?.files.every(isUnchanged)) {
    report.addAll(compiled.warnings);
    return compiled.styles;
  }
  const start = Date.now();
  const findings = new Report();
  const theme = frontMatter.theme.name;
  const own = { colors: frontMatter.colors, scopes, size, images, theme };
  const { files, usesRemote, ...read } = await compile(
    sheets,
    own,
    effects,
    options,
    inputs,
    findings,
  );
  report.addAll(findings.diagnostics);
  const styles = { ...read, ok: read.ok && wereRead };
  for (const file of files) inputs.add(file);
  const state = files.map((file) => [file, digestOf(file)] as const);
  const areSettled = files.every((file) => isSettled(file, start));
  // What is fetched is looked for in each build, which records it.
  if (areSettled && styles.ok && !usesRemote) {
    entry.write(describe({ styles, files: state, warnings: findings.diagnostics }));
  }
  return styles;
}

/** What the images in style sheets depend on; nothing if they are not reduced. */
function imageKey(images: ImageSettings | undefined): readonly string[] {
  return images ? [`${images.max} ${images.quality}`, reductionFingerprint()] : [];
}

/** Makes paths in Lectern's package relative, so that cache entries do not depend on its location. */
function describe({ styles, files, warnings }: Compiled): string {
  const faces = styles.faces.map((face) => ({ ...face, from: fromPackage(face.from) }));
  const named = files.map(([file, state]) => [fromPackage(file), state]);
  return JSON.stringify({ styles: { ...styles, faces }, files: named, warnings });
}

function revive(text: string): Compiled {
  const { styles, files, warnings } = JSON.parse(text) as Compiled;
  const faces = styles.faces.map((face) => ({
    ...face,
    from: path.resolve(packageRoot, face.from),
  }));
  const absolute = files.map(([file, state]) => [path.resolve(packageRoot, file), state] as const);
  return { styles: { ...styles, faces }, files: absolute, warnings };
}

function fromPackage(file: string): string {
  if (!isInside(file, packageRoot)) return file;
  return relativePath(packageRoot, file);
}

/** Reads the base, feature, theme and deck style sheets in the order of the cascade. */
function readSheets(
  rendered: RenderedDeck,
  options: EmbedOptions,
  inputs: Inputs,
  report: Report,
): {
  readonly sheets: readonly TextFile[];
  readonly scopes: OwnStyles['scopes'];
  readonly ok: boolean;
} {
  const { frontMatter, features, diagrams } = rendered;
  const own = frontMatter.styles.map(
    (ref) => [locateFile(ref, options.root, inputs, report), ref] as const,
  );
  const theme = realpathSync(frontMatter.theme.cssFile);
  const base = path.join(packageRoot, 'themes', 'base', 'diagrams.css');
  const diagramSheets = diagrams.length > 0 ? [[base, undefined] as const] : [];
  const given = [
    [path.join(runtimeFolder, 'reveal', 'reveal.css'), undefined],
    [path.join(packageRoot, 'themes', 'base', 'views.css'), undefined],
    [path.join(packageRoot, 'themes', 'base.css'), undefined],
    ...(features.has('math')
      ? [[path.join(packageRoot, 'themes/base/math.css'), undefined] as const]
      : []),
    ...diagramSheets,
    [theme, undefined],
    ...languageSheets(frontMatter).map((file) => [file, undefined] as const),
  ] as const;
  for (const [file] of given) inputs.add(file);
  const all = [...given, ...own];
  const sheets = all.flatMap(([file, ref]) => {
    if (file === undefined) return [];
    const cwd = isInside(file, packageRoot) ? packageRoot : options.cwd;
    const named = ref ?? { path: formatPath(file, cwd), span: undefined };
    const { css } = frontMatter.theme;
    if (css !== undefined && file === theme) return { path: named.path, realPath: file, text: css };
    const sheet = readPageText(file, cwd, named, report);
    return sheet ? adaptTheme(sheet, frontMatter.theme.name, options.root) : [];
  });
  const texts = styleTexts(rendered);
  return {
    sheets: [...sheets, ...texts.map(({ file }) => file)],
    scopes: [...frontMatter.styles.map(() => undefined), ...texts.map(({ scope }) => scope)],
    ok: sheets.length === all.length,
  };
}

/** The part of the styles that comes from the front matter. */
interface OwnStyles {
  readonly colors: readonly string[];
  /** Of each style sheet that is the deck's own, which are the last ones. */
  readonly scopes: readonly (string | undefined)[];
  readonly size: string;
  readonly images: ImageSettings | undefined;
  /** The name of the theme. */
  readonly theme: string;
}

async function compile(
  sheets: readonly TextFile[],
  own: OwnStyles,
  effects: Effects,
  options: EmbedOptions,
  inputs: Inputs,
  report: Report,
): Promise<Styles & { readonly files: readonly string[]; readonly usesRemote: boolean }> {
  const revealCss = path.join(libraryFolder('reveal.js'), 'dist', 'reveal.css');
  const reveal = trimRevealCss(readFileSync(revealCss, 'utf8'), effects);
  const embedded = new StyleFiles(own.images, options.remoteDeck);
  const read: StyleSheet[] = [];
  // One after the other, so that the same file is always the first that has no place.
  const end = sheets.length - own.scopes.length;
  for (const [i, sheet] of sheets.entries()) {
    const ownReport = reportOnText(sheet, report);
    const scope = own.scopes[i - end];
    const result = await readStyleSheet(sheet, options, inputs, ownReport, embedded, scope);
    const isOwn = isOfAuthor(sheet.realPath);
    const css = isOwn ? await arrangeAsPage(result.css, own.theme) : result.css;
    read.push(placeInOriginal({ ...result, css }, sheet));
  }
  const ok = read.every((sheet) => sheet.ok);
  const layered = layeredSheets(sheets.slice(0, end));
  const rules = read.map(({ css }, i) => (layered[i] ? inLayer(css) : css));
  // The custom properties of views and tools are not for authors.
  const forSlides = read.filter((_, i) => layered[i] || isOfAuthor(sheets[i]?.realPath ?? ''));
  if (own.colors.length > 0) {
    const brand = await writeBrand(own.colors, rules.slice(0, end));
    rules.splice(end, 0, layered.at(-1) ? inLayer(brand) : brand);
  }
  // The theme's tokens may use the slide size, and base.css has a default for it.
  rules.splice(end, 0, ...pageRules(own.theme).map(inLayer));
  const css = [reveal, ...rules, own.size].join('\n');
  return {
    css: ok ? await minify(css) : await minifyIfPossible(css),
    faces: read.flatMap(({ faces }) => faces),
    characters: read.map(({ characters }) => characters).join(''),
    tokens: joinTokens(forSlides.map(({ tokens }) => tokens)),
    files: [...new Set(read.flatMap(({ files }) => files))],
    usesRemote: embedded.usesRemote,
    ok,
  };
}

/** The author's colors as tokens of the theme. @param rules of the theme and its base */
async function writeBrand(colors: readonly string[], rules: readonly string[]): Promise<string> {
  const { parseTokens } = await import('./parse-tokens.ts');
  const theme = parseTokens(rules.join('\n'));
  const tokens = [...brandTokens(colors, theme)].map(([name, value]) => `${name}:${value}`);
  return `:root{${tokens.join(';')}}`;
}

/** Of rules that are not all right, browsers and the minifier read the others. */
async function minifyIfPossible(css: string): Promise<string> {
  try {
    return await minify(css);
  } catch {
    return '';
  }
}

async function minify(css: string): Promise<string> {
  const { transform } = await import('esbuild');
  const options = {
    loader: 'css',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  } as const;
  const { code } = await transform(css, options);
  // The text of a `style` element must not contain its end tag.
  return code.trimEnd().replace(/<\/(?=style)/gi, '<\\/');
}

function isUnchanged([file, before]: Compiled['files'][number]): boolean {
  return digestOf(file) === before;
}
