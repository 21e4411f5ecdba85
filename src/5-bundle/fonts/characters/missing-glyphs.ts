import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../../base/diagnostics/report.ts';
import { statsOf } from '../../../base/files/file-stats.ts';
import { plainText } from '../../../base/files/plain-text.ts';
import type { Inputs } from '../../../base/inputs.ts';
import { spanAt } from '../../../base/span.ts';
import { formatPath } from '../../../base/units.ts';
import type { RenderedDeck } from '../../../model/rendered.ts';
import type { BuildOptions, Span } from '../../../model/source.ts';
import type { Styles } from '../../styles/styles.ts';
import type { EmbeddedFont } from '../embed-font.ts';
import { readStack } from '../font-stack.ts';

/**
 * Warns of letters that no font in the page has, once for each script: on another machine they may
 * look otherwise, or be empty boxes. Emoji and signs that belong to no script (arrows, boxes, the
 * operators of mathematics) are left to the system, which has them everywhere.
 *
 * @param letters of the deck's text
 */
export function reportMissingGlyphs(
  { head, file }: RenderedDeck,
  letters: string,
  styles: Styles,
  fonts: readonly EmbeddedFont[],
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): void {
  if (fonts.length === 0) return;
  const shown = new Set(fonts.flatMap((font) => [...font.shown]));
  const missing = [...letters].filter(
    (letter) => !shown.has(letter) && scriptOf(letter) !== undefined,
  );
  for (const script of [...scripts, anyOther]) {
    const own = missing.filter((letter) => scriptOf(letter) === script);
    if (own.length === 0) continue;
    const { place, letter } = firstPlace(new Set(own), [file, ...inputs.files], options);
    tell(
      letter ?? own[0] ?? '',
      own.length,
      place,
      fontFor(script, own, head.lang),
      styles,
      report,
    );
  }
}

function tell(
  letter: string,
  count: number,
  place: Span | undefined,
  font: string,
  { css }: Styles,
  report: Report,
): void {
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const others = count > 1 ? `, nor ${count - 1} more of this script` : '';
  const [family = 'the theme'] = readStack('text', css);
  report.add(
    'font-glyph',
    place,
    `no font in the page, such as ${family}, has "${letter}" (U+${code})${others}`,
    `npm install ${font}, and in the deck's head: fonts: npm:${font}`,
  );
}

interface Script {
  readonly name: string;
  readonly letters: RegExp;
  /** A package of @fontsource that has it. */
  readonly font: string;
}

const scripts: readonly Script[] = [
  script('Han', 'noto-sans-sc', ['Han', 'Hiragana', 'Katakana', 'Bopomofo']),
  script('Hangul', 'noto-sans-kr'),
  ...['Arabic', 'Hebrew', 'Devanagari', 'Thai', 'Bengali', 'Tamil', 'Telugu', 'Armenian'].map(
    (name) => script(name, `noto-sans-${name.toLowerCase()}`),
  ),
  ...['Georgian', 'Ethiopic', 'Khmer', 'Lao', 'Myanmar', 'Sinhala', 'Gujarati', 'Kannada'].map(
    (name) => script(name, `noto-sans-${name.toLowerCase()}`),
  ),
  ...['Latin', 'Greek', 'Cyrillic'].map((name) => script(name, 'noto-sans')),
];

/** Letters of all other scripts; what belongs to no script, or to any, is Common or Inherited. */
const anyOther: Script = {
  name: 'other',
  letters: /[^\p{Script=Common}\p{Script=Inherited}\p{Script=Unknown}]/u,
  font: '@fontsource/noto-sans',
};

function script(name: string, font: string, parts: readonly string[] = [name]): Script {
  const letters = new RegExp(`[${parts.map((part) => `\\p{Script=${part}}`).join('')}]`, 'u');
  return { name, letters, font: `@fontsource/${font}` };
}

function scriptOf(letter: string): Script | undefined {
  return [...scripts, anyOther].find(({ letters }) => letters.test(letter));
}

/** Chinese and Japanese share letters: the deck's language says which of their shapes are meant. */
function fontFor({ name, font }: Script, letters: readonly string[], lang: string): string {
  if (letters.some((letter) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter))) {
    return '@fontsource/noto-sans-jp';
  }
  const east = { ja: 'jp', ko: 'kr', 'zh-TW': 'tc', 'zh-HK': 'hk', 'zh-Hant': 'tc' };
  const found = Object.entries(east).find(([tag]) => lang === tag || lang.startsWith(`${tag}-`));
  return name === 'Han' && found ? `@fontsource/noto-sans-${found[1]}` : font;
}

/** As much of a file as a deck's text has. */
const maxBytes = 1024 * 1024;

/** Where one of some letters stands first in the files that a deck was made of. */
function firstPlace(
  letters: ReadonlySet<string>,
  files: readonly string[],
  { cwd }: BuildOptions,
): { readonly place?: Span; readonly letter?: string } {
  for (const file of files) {
    const text = readText(file);
    let at = 0;
    for (const letter of text) {
      if (letters.has(letter)) {
        const shown = { path: formatPath(file, cwd), realPath: file, text };
        return { place: spanAt(shown, at, letter.length), letter };
      }
      at += letter.length;
    }
  }
  return {};
}

function readText(file: string): string {
  const isText = /\.(?:md|markdown|csv|tsv|json|ya?ml|txt|[cm]?[jt]sx?|py|html?)$/i.test(file);
  const stats = statsOf(file);
  const isSmall = stats?.isFile() && stats.size <= maxBytes;
  if (!isText || !isSmall || file.split(path.sep).includes('node_modules')) return '';
  return plainText(readFileSync(file, 'utf8'));
}
