import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { statsOf } from '../../base/files/file-stats.ts';
import { findPackage } from '../../base/files/find-package.ts';
import { isInside } from '../../base/files/locate-file.ts';
import { packageRoot } from '../../base/files/package-root.ts';
import { Dictionary } from './dictionary.ts';

/** The languages with a dictionary on npm: https://github.com/wooorm/dictionaries */
const languages: ReadonlySet<string> = new Set(
  `bg br ca cs cy da de el en eo es et eu fa fo fr fur fy ga gd gl he hr hu hy hyw ia ie is it ka ko la lb lt
  ltg lv mk mn nb nds ne nl nn oc pl pt ro ru rw sk sl sr sv tk tlh tr uk vi`.split(/\s+/),
);

/** Variants that are spelled differently, and their dictionaries. */
const variants: ReadonlyMap<string, string> = new Map([
  ['de-CH', 'de-ch'],
  ['de-LI', 'de-ch'],
  ['en-AU', 'en-au'],
  ['en-CA', 'en-ca'],
  ['en-GB', 'en-gb'],
  ['en-IE', 'en-gb'],
  ['en-IN', 'en-gb'],
  ['en-NZ', 'en-gb'],
  ['en-ZA', 'en-za'],
  ['pt-PT', 'pt-pt'],
  ['sr-Latn', 'sr-latn'],
]);

const maxBytes = 32 * 1024 * 1024;

/** A missing dictionary: the package to install; `none` if there is none. */
interface MissingDictionary {
  readonly package: string | 'none';
}

/** The dictionaries of a run, each read once. */
export class Dictionaries {
  readonly #known = new Map<string, Dictionary>();

  /**
   * @param tag canonical
   * @param folder of the deck, in or above which packages are installed
   * @throws {StepLimitError} if a dictionary is too large
   */
  find(tag: string, folder: string): Dictionary | MissingDictionary {
    const { language, region = '' } = new Intl.Locale(tag);
    const variant = variants.get(tag) ?? variants.get(`${language}-${region}`);
    const base = language === 'no' ? 'nb' : language;
    if (!languages.has(base)) return { package: 'none' };
    const own = `${base}-${region.toLowerCase()}`;
    const names = (variant ? [variant] : [own, base]).map((name) => `dictionary-${name}`);
    for (const name of names) {
      const found = [folder, packageRoot].map((from) => findPackage(name, from)).find(Boolean);
      const dictionary = found === undefined ? undefined : this.#read(found);
      if (dictionary) return dictionary;
    }
    return { package: names.at(-1) ?? 'none' };
  }

  /** @param folder of the package */
  #read(folder: string): Dictionary | undefined {
    const known = this.#known.get(folder);
    if (known) return known;
    const files = ['index.aff', 'index.dic'].map((name) => path.join(folder, name));
    const areUsable = files.every((file) => {
      const stats = statsOf(file);
      if (!stats?.isFile() || stats.size > maxBytes) return false;
      // A link could lead to a file whose words suggestions would show.
      return isInside(realpathSync(file), folder);
    });
    if (!areUsable) return undefined;
    const [rules = '', list = ''] = files.map((file) => readFileSync(file, 'utf8'));
    const dictionary = new Dictionary(rules, list);
    this.#known.set(folder, dictionary);
    return dictionary;
  }
}
