import type { Report } from '../../../base/diagnostics/report.ts';
import { spanAt } from '../../../base/span.ts';
import type { RenderedDeck } from '../../../model/rendered.ts';
import type { Span } from '../../../model/source.ts';
import type { Styles } from '../../styles/styles.ts';
import type { EmbeddedFont } from '../embed-font.ts';
import { familyName, readStack } from '../font-stack.ts';

/**
 * Warns of characters that no font in the page has, once per script: on another machine they may look
 * different or be empty boxes. Emoji and symbols that belong to no script (arrows, boxes, mathematical
 * operators) are left to the system, which has them everywhere.
 *
 * @param characters of the deck's text
 */
export function reportMissingGlyphs(
  deck: RenderedDeck,
  characters: string,
  { css }: Styles,
  fonts: readonly EmbeddedFont[],
  report: Report,
): void {
  if (fonts.length === 0) return;
  const stack = readStack('text', css);
  // A text font of a template that is not installed is reported already; the fonts in the page are for other text.
  if (deck.frontMatter.theme.isTemplate && !isEmbedded(stack, fonts)) return;
  const shown = new Set(fonts.flatMap((font) => [...font.shown]));
  const missing = [...characters].filter(
    (character) => !shown.has(character) && scriptOf(character) !== undefined,
  );
  const [family = 'the theme'] = stack;
  for (const script of [...scripts, anyOther]) {
    const own = missing.filter((character) => scriptOf(character) === script);
    if (own.length === 0) continue;
    const { span, character = own[0] ?? '' } = findFirst(new Set(own), deck);
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const others = own.length > 1 ? `, nor ${own.length - 1} more of this script` : '';
    const font = fontFor(script, own, deck.frontMatter.lang);
    report.add(
      'font-glyph',
      span,
      `no font in the page, such as ${family}, has "${character}" (U+${code})${others}`,
      `npm install ${font}, and in the front matter: fonts: npm:${font}`,
    );
  }
}

function isEmbedded(stack: readonly string[], fonts: readonly EmbeddedFont[]): boolean {
  const names = new Set(stack.map(familyName));
  return fonts.some(({ family }) => names.has(family));
}

interface Script {
  readonly name: string;
  readonly characters: RegExp;
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
  script('Braille', 'noto-sans-symbols-2'),
  ...['Latin', 'Greek', 'Cyrillic'].map((name) => script(name, 'noto-sans')),
];

/** Characters of all other scripts; symbols and combining marks are Common or Inherited. */
const anyOther: Script = {
  name: 'other',
  characters: /[^\p{Script=Common}\p{Script=Inherited}\p{Script=Unknown}]/u,
  font: '@fontsource/noto-sans',
};

function script(name: string, font: string, parts: readonly string[] = [name]): Script {
  const characters = new RegExp(`[${parts.map((part) => `\\p{Script=${part}}`).join('')}]`, 'u');
  return { name, characters, font: `@fontsource/${font}` };
}

function scriptOf(character: string): Script | undefined {
  return [...scripts, anyOther].find(({ characters }) => characters.test(character));
}

/** Chinese and Japanese share characters; the deck's language decides which glyphs to use. */
function fontFor({ name, font }: Script, characters: readonly string[], lang: string): string {
  if (characters.some((character) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character))) {
    return '@fontsource/noto-sans-jp';
  }
  const east = { ja: 'jp', ko: 'kr', 'zh-TW': 'tc', 'zh-HK': 'hk', 'zh-Hant': 'tc' };
  const found = Object.entries(east).find(([tag]) => lang === tag || lang.startsWith(`${tag}-`));
  return name === 'Han' && found ? `@fontsource/noto-sans-${found[1]}` : font;
}

/** The first occurrence of any of the characters: in the source files, or else on a slide. */
function findFirst(
  characters: ReadonlySet<string>,
  { texts, stacks }: RenderedDeck,
): { readonly span?: Span; readonly character?: string } {
  for (const file of texts) {
    let offset = 0;
    for (const character of file.text) {
      if (characters.has(character)) {
        return { span: spanAt(file, offset, character.length), character };
      }
      offset += character.length;
    }
  }
  // Written as a character reference, such as `&alpha;`.
  for (const { content, span } of stacks.flat()) {
    const shown = content.text.flatMap((run) => [...run.characters]);
    const character = shown.find((each) => characters.has(each));
    if (character !== undefined) return { span, character };
  }
  return {};
}
