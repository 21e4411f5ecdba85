import path from 'node:path';
import type { AtRule, ChildNode, Root, Rule } from 'postcss';
import { runtimeFolder } from '../../base/browser-script.ts';
import { isInside } from '../../base/files/locate-file.ts';
import { packageRoot } from '../../base/files/package-root.ts';
import type { TextFile } from '../../model/source.ts';

const themes = path.join(packageRoot, 'themes');
const base = path.join(themes, 'base');
const views = path.join(base, 'views.css');
const languages = path.join(base, 'languages');

/**
 * The cascade layer of the base and of Lectern's themes: the rules of authors, which are in no layer, win
 * whatever their specificity. What places and hides slides, as well as tools and views, is in no layer
 * either: there, specificity decides.
 */
export const layerName = 'lectern';

export function inLayer(css: string): string {
  return `@layer ${layerName}{${css}}`;
}

/** Whether a style sheet is one of Lectern's themes, or imported by one. */
export function isThemeOfLectern(file: string): boolean {
  return isInside(file, themes);
}

/** Whether a style sheet is an author's: in a project, or in Lectern's folder, but not a part of it. */
export function isOfAuthor(file: string): boolean {
  return !isThemeOfLectern(file) && !isInside(file, runtimeFolder);
}

/**
 * Whether each sheet is in the layer.
 *
 * @param sheets in the order of the cascade: those of Lectern, the theme, and those of languages
 */
export function layeredSheets(sheets: readonly TextFile[]): readonly boolean[] {
  const isOwn = sheets.some(({ realPath }) => isOfAuthor(realPath));
  return sheets.map(({ realPath }) => {
    // Languages change the theme, so they are next to it.
    if (isOwn && isInside(realPath, languages)) return false;
    return realPath !== views && isThemeOfLectern(realPath);
  });
}

const everything = /^(?:\*|\*?::?(?:before|after))$/;

/**
 * Puts an author's rules for all elements into the layer, such as `* { margin: 0 }`: the base has rules for
 * elements, which win over those.
 */
export async function layerResets(root: Root): Promise<void> {
  const { atRule } = (await import('postcss')).default;
  const resets: Rule[] = [];
  root.walkRules((rule) => {
    const isReset = rule.selectors.every((selector) => everything.test(selector));
    if (isReset && isInConditionsOnly(rule)) resets.push(rule);
  });
  for (const rule of resets) {
    const layer = atRule({ name: 'layer', params: layerName });
    rule.replaceWith(layer);
    layer.append(rule);
  }
}

/** Whether a rule is at the top of its sheet, or in `@media` and the like. */
function isInConditionsOnly({ parent }: ChildNode): boolean {
  if (parent === undefined || parent.type === 'root') return true;
  const isCondition =
    parent.type === 'atrule' && /^(?:media|supports)$/i.test((parent as AtRule).name);
  return isCondition && isInConditionsOnly(parent as AtRule);
}
