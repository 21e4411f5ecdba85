import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { AtRule, ChildNode, Declaration, Root } from 'postcss';
import { findStrings, findUrls, unquote, withoutUrls } from '../../base/css/css-urls.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { isInside, isUrl, locateFile } from '../../base/files/locate-file.ts';
import { packageRoot } from '../../base/files/package-root.ts';
import { relativePath } from '../../base/files/relative-path.ts';
import { readPageText } from '../../base/files/text-file.ts';
import type { Inputs } from '../../base/inputs.ts';
import { readEscapes } from '../../base/safe-html/css-loads.ts';
import { spanAt } from '../../base/span.ts';
import type { AssetRef, BuildOptions, Span, TextFile } from '../../model/source.ts';
import { remoteUrl } from '../assets/remote.ts';
import { type FontFace, readFontFace } from '../fonts/font-face.ts';
import { findDeepCss } from './css-depth.ts';
import { reportCssSyntax } from './css-syntax.ts';
import { isOfAuthor, isThemeOfLectern, layerName, layerResets } from './layer.ts';
import type { StyleFiles } from './style-files.ts';
import { limitRules } from './style-texts.ts';
import { TokenCollector, type TokenNames } from './token-uses.ts';

/** A style sheet with its imports and images inlined, but not its fonts. */
export interface StyleSheet {
  readonly css: string;
  readonly faces: readonly FontFace[];
  /** The characters that the rules generate, as in `content`. */
  readonly characters: string;
  readonly tokens: TokenNames;
  /** The other files that it depends on, whether they exist or not. */
  readonly files: readonly string[];
  /** Whether it and all files that it names could be read. */
  readonly ok: boolean;
}

/**
 * Inlines the imports and images of a style sheet. Files that are not permitted or cannot be read are
 * reported at their spans.
 *
 * @param embedded the files that the page's style sheets name
 * @param scope of the slides to which its rules are limited
 */
export async function readStyleSheet(
  file: TextFile,
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
  embedded: StyleFiles,
  scope?: string,
): Promise<StyleSheet> {
  const reader = new StyleSheetReader(options, inputs, report, embedded);
  const root = await reader.read(file, []);
  if (root && scope !== undefined) limitRules(root, scope);
  return {
    css: root?.toString() ?? '',
    faces: reader.faces,
    characters: [...reader.characters].join(''),
    tokens: reader.tokens.names,
    files: reader.files,
    ok: reader.ok,
  };
}

class StyleSheetReader {
  readonly faces: FontFace[] = [];
  readonly characters = new Set<string>();
  readonly tokens = new TokenCollector();
  readonly files: string[] = [];
  ok = true;
  readonly #options: BuildOptions;
  readonly #inputs: Inputs;
  readonly #report: Report;
  readonly #embedded: StyleFiles;

  constructor(options: BuildOptions, inputs: Inputs, report: Report, embedded: StyleFiles) {
    this.#options = options;
    this.#inputs = inputs;
    this.#report = report;
    this.#embedded = embedded;
  }

  /**
   * @param importers the chain of files that import it
   * @param span where it is imported
   */
  async read(
    file: TextFile,
    importers: readonly string[],
    span = spanAt(file, 0, 1),
  ): Promise<Root | undefined> {
    const root = await this.#parse(file, span);
    if (!root) return undefined;
    const imports: AtRule[] = [];
    const declarations: Declaration[] = [];
    root.walkAtRules(/^(?:import|font-face|charset)$/i, (rule) => {
      if (/^charset$/i.test(rule.name)) rule.remove();
      else if (/^import$/i.test(rule.name)) imports.push(rule);
      else this.#takeFontFace(rule, file);
    });
    const isOwn = isOfAuthor(file.realPath);
    if (isOwn) {
      root.walkAtRules(({ params }) => this.tokens.addKnown(params));
      await layerResets(root);
    }
    root.walkDecls((declaration) => void declarations.push(declaration));
    const targets = declarations.flatMap(({ value }) =>
      findUrls(value).map(({ target }) => target),
    );
    await this.#embedded.fetch(targets);
    for (const rule of imports) await this.#import(rule, file, importers);
    for (const declaration of declarations) {
      if (isOwn) this.tokens.addAuthors(declaration, (name) => spanOf(declaration, name, file));
      else this.tokens.addOurs(declaration);
      await this.#inline(declaration, file);
    }
    return root;
  }

  async #parse(file: TextFile, span: Span): Promise<Root | undefined> {
    const problem = this.#embedded.addSheet(file.text.length);
    if (problem !== undefined) {
      this.#reject(span, problem, 'name each file once');
      return undefined;
    }
    const deep = findDeepCss(file.text);
    if (deep !== undefined) {
      const place = spanAt(file, deep, 1);
      this.#reject(place, 'nested deeper than 100 levels', 'is a block above it not closed?');
      return undefined;
    }
    // esbuild reports all errors of the author's files; PostCSS stops at the first.
    const isOwn =
      !isInside(file.realPath, packageRoot) || isInside(file.realPath, this.#options.root);
    const hasErrors = isOwn && (await reportCssSyntax(file, this.#report));
    if (hasErrors) this.ok = false;
    const { parse, CssSyntaxError } = (await import('postcss')).default;
    try {
      // A source map, which may be broken, has no use here.
      return parse(file.text, { map: false });
    } catch (error) {
      if (!(error instanceof CssSyntaxError)) throw error;
      if (hasErrors) return undefined;
      const { line = 1, column = 1, reason } = error;
      const message = `broken CSS: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
      this.#reject({ file: file.path, line, column, length: 1 }, message);
      return undefined;
    }
  }

  #takeFontFace(rule: AtRule, file: TextFile): void {
    const face = readFontFace(rule, file.realPath, (word) => spanOf(rule, word, file));
    if (!face) return;
    this.faces.push(face);
    rule.remove();
  }

  /** Replaces an `@import` with the rules of the file. */
  async #import(rule: AtRule, file: TextFile, importers: readonly string[]): Promise<void> {
    const span = spanOf(rule, rule.params, file);
    const [, target = '', conditions = ''] =
      /^(?:url\(\s*)?("[^"]*"|'[^']*'|[^\s"')]+)\s*\)?\s*([\s\S]*)$/i.exec(rule.params) ?? [];
    const ref = { path: unquote(target), from: file.realPath, span };
    const imported = this.#openImport(ref, conditions, [...importers, file.realPath]);
    const root = imported && (await this.read(imported, [...importers, file.realPath], span));
    let nodes: readonly ChildNode[] = root?.nodes ?? [];
    const { atRule } = (await import('postcss')).default;
    if (nodes.length > 0 && conditions !== '') {
      nodes = [atRule({ name: 'media', params: conditions, nodes: [...nodes] })];
    }
    const isTheme = isThemeOfLectern(imported?.realPath ?? '') && !isThemeOfLectern(file.realPath);
    if (nodes.length > 0 && isTheme) {
      nodes = [atRule({ name: 'layer', params: layerName, nodes: [...nodes] })];
    }
    rule.replaceWith(...nodes);
  }

  #openImport(
    ref: AssetRef,
    conditions: string,
    importers: readonly string[],
  ): TextFile | undefined {
    const { path: name, span } = ref;
    if (isUrl(name)) {
      const message = 'this style sheet is on the web; a deck carries its styles';
      this.#reject(span, message, 'download it and import the file');
      return undefined;
    }
    if (/\b(?:layer|supports)\b/i.test(conditions)) {
      this.#reject(span, 'an import can have conditions on media only');
      return undefined;
    }
    const realPath = this.#themeNamed(ref, importers) ?? this.#locate(ref, this.#rootFor(ref.from));
    if (realPath === undefined) return undefined;
    if (importers.includes(realPath)) {
      this.#reject(span, `"${name}" comes to import itself`);
      return undefined;
    }
    this.files.push(realPath);
    const problem = isOfAuthor(ref.from) ? this.#embedded.addImport() : undefined;
    if (problem !== undefined) {
      this.#reject(span, problem, 'import each file once');
      return undefined;
    }
    return this.#expect(readPageText(realPath, this.#options.cwd, ref, this.#report));
  }

  /** A bare name is a theme: of the project, or one of Lectern's. */
  #themeNamed(ref: AssetRef, importers: readonly string[]): string | undefined {
    const { path: name, from } = ref;
    if (/[/\\.]/.test(name)) return undefined;
    const folders = [this.#options.root, packageRoot];
    const files = folders.map((folder) => path.join(folder, 'themes', name, 'theme.css'));
    this.files.push(...files);
    const found = files.filter((file) => existsSync(file));
    // A project's own `ink` may import Lectern's `ink`.
    const file = found.find((theme) => realpathSync(theme) !== importers.at(-1));
    if (file === undefined) return undefined;
    const root = file === files[0] ? this.#options.root : packageRoot;
    return this.#locate({ ...ref, path: relativePath(path.dirname(from), file) }, root);
  }

  #locate(ref: AssetRef, root: string): string | undefined {
    return this.#expect(locateFile(ref, root, this.#inputs, this.#report));
  }

  /** Lectern's style sheets may name files of Lectern, all others those of the project. */
  #rootFor(file: string): string {
    return isInside(file, packageRoot) ? packageRoot : this.#options.root;
  }

  async #inline(declaration: Declaration, file: TextFile): Promise<void> {
    const { prop, value } = declaration;
    if (/^(?:content|quotes|list-style|list-style-type|symbols|suffix|prefix)$/i.test(prop)) {
      for (const character of findStrings(value).join('')) this.characters.add(character);
    }
    if (/image-set\(\s*["']/i.test(readEscapes(value))) {
      const span = spanOf(declaration, value, file);
      this.#reject(span, 'in image-set(), files stand in url("…")');
    } else if (/(?<![-\w])(?:url|src)\s*\(/i.test(readEscapes(withoutUrls(value)))) {
      const span = spanOf(declaration, value, file);
      this.#reject(span, 'files stand in url("…"), without escapes');
    }
    if (!/url\(/i.test(value)) return;
    let [text, done] = ['', 0];
    for (const { target, start, end } of findUrls(value)) {
      const url = await this.#dataUrl(target, spanOf(declaration, target, file), file);
      text += `${value.slice(done, start)}url("${url}")`;
      done = end;
    }
    declaration.value = text + value.slice(done);
  }

  async #dataUrl(target: string, span: Span, file: TextFile): Promise<string> {
    if (/^(?:#|data:|$)/i.test(target)) return target.replace(/["\\\n]/g, '\\$&');
    if (isUrl(target)) return this.#remoteUrl(target, span, file);
    const [, name = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(target) ?? [];
    const ref = { path: name, from: file.realPath, span };
    const root = this.#rootFor(file.realPath);
    const url = this.#expect(await this.#embedded.read(ref, root, this.#inputs, this.#report));
    if (url === undefined) return '';
    this.files.push(path.resolve(path.dirname(file.realPath), name));
    return `${url}${fragment}`;
  }

  /** A file on the web, if the build fetches such files. */
  async #remoteUrl(target: string, span: Span, file: TextFile): Promise<string> {
    const isOnWeb = remoteUrl(target) !== undefined;
    if (isOnWeb && this.#embedded.canFetch) {
      const ref = { path: target, from: file.realPath, span };
      const { root } = this.#options;
      const url = await this.#embedded.read(ref, root, this.#inputs, this.#report);
      return this.#expect(url) ?? '';
    }
    const hint = 'download it and name the file';
    if (!isOnWeb) this.#reject(span, `"${target}" is not a file; a deck carries its files`, hint);
    else {
      const message = 'this file is on the web; a deck carries its files';
      this.#reject(span, message, `${hint}, or let the build do so with --fetch-remote`);
    }
    return '';
  }

  /** Returns the value; `undefined` means that an error was reported. */
  #expect<T>(value: T | undefined): T | undefined {
    if (value === undefined) this.ok = false;
    return value;
  }

  #reject(span: Span, message: string, hint?: string): void {
    this.ok = false;
    this.#report.add('theme-css', span, message, hint);
  }
}

/** The span of a word in a rule or declaration; of the whole if the word is not found. */
function spanOf(node: AtRule | Declaration, word: string, file: TextFile): Span {
  const { start, end } = node.rangeBy(word ? { word } : {});
  const length = end.line === start.line ? Math.max(1, end.column - start.column) : 1;
  return { file: file.path, line: start.line, column: start.column, length };
}
