import path from 'node:path';
import postcss, { type AtRule, type Declaration, type Root, type Rule } from 'postcss';
import { findStrings, findUrls, unquote, withoutUrls } from '../../../base/css/css-urls.ts';
import type { Report } from '../../../base/diagnostics/report.ts';
import { relativePath } from '../../../base/files/relative-path.ts';
import { loadsFile, readEscapes } from '../../../base/safe-html/css-loads.ts';
import { spanAt } from '../../../base/span.ts';
import type { TextFile } from '../../../model/source.ts';
import type { Project } from '../project.ts';
import { fontPackages, withGenericFamily } from './font-families.ts';

export interface CssOptions {
  /** The file that contains the rules, and their offset in it: of a style sheet 0. */
  readonly file: TextFile;
  readonly start?: number;
  /** The real path of the deck, from whose folder paths are written. */
  readonly deck: string;
  readonly project: Project;
  readonly report: Report;
  /** What a selector of the tool is in Lectern; `undefined` leaves it out. */
  readonly mapSelector?: (selector: string) => string | undefined;
  /** The rules in place of an `@import`; `undefined` for one that is a file or an address. */
  readonly readImport?: (name: string) => string | undefined;
}

/**
 * Changes the CSS of another tool's deck so that it can be in `css`: with Lectern's selectors, with paths from the
 * deck, and without what is broken or would load something. What is left out is reported.
 */
export function readCss(css: string, options: CssOptions): string {
  const reader = new CssReader(options);
  return reader.read(css);
}

class CssReader {
  readonly #options: CssOptions;

  constructor(options: CssOptions) {
    this.#options = options;
  }

  read(css: string): string {
    const root = this.#parse(css);
    root.walkAtRules((rule) => {
      if (/^(?:charset|import)$/i.test(readEscapes(rule.name))) this.#readImport(rule);
    });
    root.walkRules((rule) => this.#readSelectors(rule));
    root.walkDecls((declaration) => this.#readUrls(declaration));
    root.walkDecls(/^font-family$/i, (declaration) => {
      // The name of a font of the deck is no list.
      if (declaration.parent?.type === 'atrule') return;
      declaration.value = withGenericFamily(declaration.value);
    });
    return root.toString().trim();
  }

  /** Rules that are broken are left out, and the others stay. */
  #parse(css: string): Root {
    try {
      return postcss.parse(css, { map: false });
    } catch {
      const whole = postcss.root();
      for (const { text, start } of topLevelParts(css)) {
        try {
          whole.append(postcss.parse(text, { map: false }));
        } catch {
          const indent = text.length - text.trimStart().length;
          this.#warn(start + indent, text.length - indent, 'broken CSS is left out');
        }
      }
      return whole;
    }
  }

  #readImport(rule: AtRule): void {
    if (/^charset$/i.test(readEscapes(rule.name))) {
      rule.remove();
      return;
    }
    const [, target = ''] = /^(?:url\(\s*)?("[^"]*"|'[^']*'|[^\s"')]+)/i.exec(rule.params) ?? [];
    const name = unquote(target);
    const own = this.#options.readImport?.(name);
    if (own !== undefined) {
      const rules = own.trim() === '' ? [] : postcss.parse(own, { map: false }).nodes;
      rule.replaceWith(...rules);
      return;
    }
    const found = this.#pathOf(name);
    if (found === undefined) {
      const packages = fontPackages(name);
      const hint = `install them, and name them under "fonts": npm install ${packages.join(' ')}`;
      const message = 'styles and fonts of other places are left out: a deck loads nothing';
      this.#warnAt(rule, message, packages.length > 0 ? hint : undefined);
      rule.remove();
    } else rule.params = rule.params.replace(target, `"${found}"`);
  }

  #readSelectors(rule: Rule): void {
    const { mapSelector } = this.#options;
    if (!mapSelector || !isOuter(rule)) return;
    const selectors = rule.selectors.flatMap((selector) => mapSelector(selector.trim()) ?? []);
    if (selectors.length === 0) rule.remove();
    else rule.selectors = selectors;
  }

  #readUrls(declaration: Declaration): void {
    const { value } = declaration;
    if (!loadsFile(value)) return;
    if (namesFilesOddly(value)) {
      this.#leaveOut(declaration);
      return;
    }
    let [text, done] = ['', 0];
    for (const { target, start, end } of findUrls(value)) {
      const isOwn = /^(?:#|data:|$)/i.test(target);
      const found = isOwn ? target : this.#pathOf(target);
      if (found === undefined) {
        this.#leaveOut(declaration);
        return;
      }
      text += `${value.slice(done, start)}url("${found.replace(/["\\\n]/g, '\\$&')}")`;
      done = end;
    }
    declaration.value = text + value.slice(done);
  }

  #leaveOut(declaration: Declaration): void {
    this.#warnAt(declaration, 'files that are not in the project are left out of rules of CSS');
    declaration.remove();
  }

  /** The path from the deck's folder; `undefined` if there is no such file. */
  #pathOf(reference: string): string | undefined {
    const { deck, project, file } = this.#options;
    const own = project.locate(reference.trim(), file.realPath, ['public', 'static']);
    if (own === undefined) return undefined;
    const found = path.resolve(path.dirname(file.realPath), own);
    return relativePath(path.dirname(deck), found);
  }

  #warnAt(node: AtRule | Declaration, message: string, hint?: string): void {
    this.#warn(node.source?.start?.offset ?? 0, node.toString().length, message, hint);
  }

  #warn(start: number, length: number, message: string, hint?: string): void {
    const { file, start: own = 0, report } = this.#options;
    const at = Math.min(own + start, Math.max(0, file.text.length - 1));
    report.add('dialect-unmapped', spanAt(file, at, Math.min(length, 40)), message, hint);
  }
}

/** Whether a value names files other than by `url(…)`, of which nothing is escaped or broken. */
function namesFilesOddly(value: string): boolean {
  const rest = withoutUrls(value);
  const isSet = /\bimage-set\(/i.test(readEscapes(rest));
  return isSet ? findStrings(value).length > 0 || rest.includes('\\') : loadsFile(rest);
}

function isOuter(rule: Rule): boolean {
  for (let parent = rule.parent; parent; parent = parent.parent as Rule['parent']) {
    if (parent.type === 'rule') return false;
    if (parent.type === 'atrule' && /keyframes$/i.test((parent as unknown as AtRule).name))
      return false;
  }
  return true;
}

/** Divides CSS at the ends of rules and statements that are in no block. */
export function topLevelParts(
  css: string,
): readonly { readonly text: string; readonly start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let [depth, start] = [0, 0];
  const mark =
    /\/\*[\s\S]*?(?:\*\/|$)|"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"?|'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'?|[{};]/g;
  for (const { 0: token, index } of css.matchAll(mark)) {
    if (token === '{') depth++;
    else if (token === '}') depth = Math.max(0, depth - 1);
    else if (token !== ';') continue;
    if (depth > 0 || token === '{') continue;
    parts.push({ text: css.slice(start, index + 1), start });
    start = index + 1;
  }
  return [...parts, { text: css.slice(start), start }].filter(({ text }) => text.trim() !== '');
}
