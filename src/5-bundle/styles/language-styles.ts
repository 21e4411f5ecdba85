import path from 'node:path';
import { packageRoot } from '../../base/files/package-root.ts';
import { likelySubtags } from '../../base/language-tag.ts';
import type { FrontMatter } from '../../model/front-matter.ts';

const eastAsian = new Set(['Jpan', 'Hans', 'Hant', 'Hani', 'Kore', 'Hang', 'Bopo']);
/** Scripts that all themes support. */
const spaced = new Set(['Latn', 'Cyrl', 'Grek', 'Armn', 'Geor']);

/** The additional style sheets for a deck's language. */
export function languageSheets({ lang, dir }: FrontMatter): readonly string[] {
  const { script } = likelySubtags(lang);
  const names = [
    ...(eastAsian.has(script) ? ['east-asia'] : []),
    ...(eastAsian.has(script) || spaced.has(script) ? [] : ['other-scripts']),
    ...(dir === 'rtl' ? ['right-to-left'] : []),
  ];
  return names.map((name) => path.join(packageRoot, 'themes', 'base', 'languages', `${name}.css`));
}
