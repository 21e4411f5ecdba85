import { likelySubtags, readLanguage } from '../../base/language-tag.ts';
import type { Span } from '../../model/source.ts';
import { nameDeckLanguage, nameLanguage } from '../fix/language-fix.ts';
import { PlaceFinder } from './place-finder.ts';
import type { SourceContext, SourceRule } from './rule.ts';
import { type Passage, passagesIn } from './tree/passages.ts';
import { isPassage, languageIn, ownScripts, scriptOf, scripts } from './words/scripts.ts';
import { otherLanguage } from './words/stop-words.ts';

/**
 * Text in another language than it says: screen readers would read it with the wrong voice, and hyphens and
 * quotation marks would be wrong.
 */
export const language: SourceRule = (context) => {
  const { deck, parts } = context;
  const { lang } = deck.frontMatter;
  const shown = parts.filter(({ of }) => of !== 'notes');
  const passages = shown.flatMap(({ root }) => passagesIn(root, lang));
  const other = languageOfDeck(passages, lang);
  if (other !== undefined) reportDeck(other, context);
  const finder = new PlaceFinder(context.linesOf);
  for (const passage of passages) checkPassage(passage, other, finder, context);
};

/** The language of most of a deck, if it is certainly another one. */
function languageOfDeck(passages: readonly Passage[], lang: string): string | undefined {
  const text = passages.flatMap((each) => (each.lang === lang ? [each.text] : [])).join('\n');
  const counts = new Map<string, number>();
  for (const letter of text.match(/\p{L}/gu) ?? []) {
    const script = scriptOf(letter);
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const own = scriptsOf(lang);
  const isOwn = [...counts].some(([script, count]) => own.has(script) && count > total * 0.4);
  const [main] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (main && !isOwn && total >= 40 && main[0] !== 'Latn') {
    const isJapanese = main[0] === 'Hani' && (counts.get('Jpan') ?? 0) > total * 0.05;
    return isJapanese ? 'ja' : languageIn(main[0], text);
  }
  const base = lang.split('-')[0] ?? '';
  return otherLanguage(text, base);
}

function reportDeck(other: string, context: SourceContext): void {
  const { deck, linesOf, add } = context;
  const file = deck.texts[0]?.path ?? '';
  const lines = linesOf(file);
  const end = lines[0]?.trimEnd() === '---' ? lines.indexOf('---', 1) : -1;
  const index = lines.slice(0, Math.max(0, end)).findIndex((line) => /^lang\s*:/.test(line));
  const line = Math.max(0, index);
  const span: Span = {
    file,
    line: line + 1,
    column: 1,
    length: Math.max(1, lines[line]?.length ?? 1),
  };
  const message = `the language of the deck is "${deck.frontMatter.lang}", but most of its text is in "${other}"`;
  const hint = `write "lang: ${other}" in the front matter`;
  const fix = nameDeckLanguage(other, file, lines);
  add({ rule: 'language', span, message, hint, ...(fix && { fix }) });
}

function scriptsOf(lang: string): ReadonlySet<string> {
  return ownScripts(likelySubtags(readLanguage(lang) ?? 'en').script);
}

/** A stretch of text in one script. */
interface Stretch {
  readonly script: string;
  readonly words: readonly string[];
  readonly text: string;
}

/** @param deckLanguage another one than the deck says, which was reported */
function checkPassage(
  { text, lang, span }: Passage,
  deckLanguage: string | undefined,
  finder: PlaceFinder,
  { add, deck, linesOf }: SourceContext,
): void {
  const isDecks = lang === deck.frontMatter.lang;
  const own = scriptsOf(isDecks ? (deckLanguage ?? lang) : lang);
  for (const { script, words, text: found } of stretchesIn(text, own)) {
    if (!isPassage(script, words)) continue;
    const tag = languageIn(script, found);
    const name = scripts[script]?.name ?? script;
    const message = `this text is in ${name} script, but its language is "${lang}"`;
    const start = found.length > 24 ? `${found.slice(0, 24).trim()}…` : found;
    const hint = `name its language, as in [${start}]{lang=${tag}}, or with lang on its block or slide`;
    const place = finder.find(found, span);
    const line = linesOf(place.file)[place.line - 1] ?? '';
    const fix = nameLanguage({ text: found, script, language: tag }, place, line);
    add({ rule: 'language', span: place, message, hint, ...(fix && { fix }) });
  }
}

/** The stretches of a text that are in other scripts. */
function stretchesIn(text: string, own: ReadonlySet<string>): readonly Stretch[] {
  const stretches: { script: string; words: string[]; start: number; end: number }[] = [];
  let current: (typeof stretches)[number] | undefined;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{Nl}’']+/gu)) {
    const script = mainScript(word);
    if (script === undefined) continue;
    if (own.has(script)) {
      current = undefined;
      continue;
    }
    const end = index + word.length;
    if (current && isSameText(current.script, script)) {
      current.words.push(word);
      current.end = end;
      if (script === 'Jpan') current.script = script;
    } else {
      current = { script, words: [word], start: index, end };
      stretches.push(current);
    }
  }
  return stretches.map(({ script, words, start, end }) => ({
    script,
    words,
    text: text.slice(start, end).replace(/\s+/g, ' '),
  }));
}

function isSameText(one: string, other: string): boolean {
  const isJapanese = (script: string): boolean => script === 'Jpan' || script === 'Hani';
  return one === other || (isJapanese(one) && isJapanese(other));
}

/** The script of a word: with Kana in it, it is Japanese. */
function mainScript(word: string): string | undefined {
  const all = [...word].map(scriptOf).filter((script) => script !== undefined);
  return all.includes('Jpan') ? 'Jpan' : all[0];
}
