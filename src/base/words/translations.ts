import { ar } from './asian/ar.ts';
import { fa } from './asian/fa.ts';
import { he } from './asian/he.ts';
import { hi } from './asian/hi.ts';
import { ja } from './asian/ja.ts';
import { ko } from './asian/ko.ts';
import { tr } from './asian/tr.ts';
import { zh } from './asian/zh.ts';
import { zhHant } from './asian/zh-hant.ts';
import { cs } from './european/cs.ts';
import { da } from './european/da.ts';
import { de } from './european/de.ts';
import { el } from './european/el.ts';
import { es } from './european/es.ts';
import { fi } from './european/fi.ts';
import { fr } from './european/fr.ts';
import { hu } from './european/hu.ts';
import { it } from './european/it.ts';
import { nb } from './european/nb.ts';
import { nl } from './european/nl.ts';
import { pl } from './european/pl.ts';
import { pt } from './european/pt.ts';
import { ro } from './european/ro.ts';
import { ru } from './european/ru.ts';
import { sk } from './european/sk.ts';
import { sv } from './european/sv.ts';
import { uk } from './european/uk.ts';
import type { Words } from './types.ts';

const languages: readonly Words[] = [
  de,
  nl,
  sv,
  da,
  nb,
  fr,
  es,
  it,
  pt,
  ro,
  cs,
  sk,
  pl,
  ru,
  uk,
  el,
  fi,
  hu,
  tr,
  ar,
  fa,
  he,
  hi,
  ja,
  ko,
  zh,
  zhHant,
];

/** By language, script or region. */
const byName: ReadonlyMap<string, Words> = new Map(languages.map((words) => [words.lang, words]));

/**
 * The words in all languages but English, by language or by language and script. The package loads them when this is
 * called, which builds of decks in English do not do.
 */
export function translations(): ReadonlyMap<string, Words> {
  return byName;
}
