import path from 'node:path';
import { spanOfFile } from '../../base/span.ts';
import { StepLimitError } from '../../base/time/step-limit.ts';
import type { Span } from '../../model/source.ts';
import { SpellChecker } from '../spelling/checker.ts';
import { Dictionary } from '../spelling/dictionary.ts';
import { findWord } from '../spelling/find-word.ts';
import { wordsOf } from '../spelling/text-words.ts';
import { type LanguageText, textsOf } from '../spelling/texts.ts';
import type { SourceContext, SourceRule } from './rule.ts';

/** Suggestions take a moment each; where there are more wrong words, the language is probably another one. */
const mostSuggestions = 100;

/** Similar compounds take longer. */
const mostThorough = 10;

interface WrongWord {
  readonly checker: SpellChecker;
  readonly word: string;
  /** Where it is the first time. */
  readonly span: Span;
  count: number;
}

/** Misspelled words, each once, if the user asks for that. */
export const spelling: SourceRule = (context) => {
  if (!context.spelling) return;
  try {
    checkWords(context);
  } catch (error) {
    if (!(error instanceof StepLimitError)) throw error;
    context.add({
      rule: 'spelling',
      span: spanOfFile(context.deck.texts[0]?.path ?? ''),
      message: 'words were not checked to the end: a dictionary is too large or takes too long',
      hint: 'install the dictionaries of npm anew, as in npm install --save-dev dictionary-en',
      severity: 'error',
    });
  }
};

function checkWords(context: SourceContext): void {
  const checkers = new Checkers(context);
  const wrong = new Map<string, WrongWord>();
  for (const { text, language, span } of textsIn(context)) {
    const all = wordsOf(text);
    // A short passage whose words the author lists needs no dictionary.
    const checker = checkers.areOwn(all) ? undefined : checkers.of(language, span);
    if (!checker) continue;
    for (const word of all.flatMap((each) => checker.wrongPartsOf(each))) {
      const key = `${language} ${word.toLowerCase()}`;
      const known = wrong.get(key);
      if (known) known.count++;
      else wrong.set(key, { checker, word, span: placeOf(word, span, context), count: 1 });
    }
  }
  for (const [index, found] of [...wrong.values()].entries()) {
    report(found, index, context);
  }
}

function textsIn({ deck, parts }: SourceContext): readonly LanguageText[] {
  const { title, subtitle, description, lang } = deck.frontMatter;
  const span = spanOfFile(deck.texts[0]?.path ?? '');
  const own = [title, subtitle, description].flatMap((text) =>
    text === undefined ? [] : [{ text, language: lang, span }],
  );
  return [...own, ...parts.flatMap(({ root }) => textsOf(root, lang))];
}

/** The place of a word in its slide, or in the front matter. */
function placeOf(word: string, span: Span, { slides, linesOf }: SourceContext): Span {
  const lines = linesOf(span.file);
  const starts = slides
    .map(({ slide }) => slide.span)
    .filter(({ file, line }) => file === span.file && line > span.line)
    .map(({ line }) => line);
  return findWord(word, span, Math.min(lines.length + 1, ...starts), lines);
}

function report(
  { checker, word, span, count }: WrongWord,
  index: number,
  context: SourceContext,
): void {
  const times = count === 1 ? '' : `, ${count} times`;
  const near = index < mostSuggestions ? checker.suggest(word, 3, index < mostThorough) : [];
  const names = near.map((each) => `"${each}"`).join(' or ');
  const hint = names
    ? `did you mean ${names}?`
    : 'if it is right, add it to "words" in the front matter, or to lectern.words';
  context.add({ rule: 'spelling', span, message: `unknown word "${word}"${times}`, hint });
}

/** The checkers of a deck by language. */
class Checkers {
  readonly #context: SourceContext;
  readonly #known = new Map<string, SpellChecker | undefined>();
  readonly #own: ReadonlySet<string>;

  constructor(context: SourceContext) {
    this.#context = context;
    const { words, author = '' } = context.deck.frontMatter;
    const own = [...words, ...(context.spelling?.words ?? []), ...wordsOf(author)];
    this.#own = new Set(own.map((word) => word.normalize().replace(/[’ʼ]/g, "'")));
  }

  /** Whether the author says of all words that they are right. */
  areOwn(words: readonly string[]): boolean {
    return (
      words.length > 0 &&
      words.every((word) => {
        const plain = word.normalize().replace(/[’ʼ]/g, "'");
        return this.#own.has(plain) || this.#own.has(plain.toLowerCase());
      })
    );
  }

  /** @param span of the first text in the language that needs a dictionary */
  of(language: string, span: Span): SpellChecker | undefined {
    if (!this.#known.has(language)) this.#known.set(language, this.#create(language, span));
    return this.#known.get(language);
  }

  #create(language: string, span: Span): SpellChecker | undefined {
    const { deck, spelling: options, add } = this.#context;
    const found = options?.dictionaries.find(language, path.dirname(deck.file));
    if (!found) return undefined;
    if (found instanceof Dictionary) return new SpellChecker(found, language, this.#own);
    if (found.package === 'none') {
      const message = `words in "${language}" were not checked: there is no dictionary of this language`;
      add({ rule: 'spelling', span, message, severity: 'note' });
    } else {
      const message = `the dictionary of "${language}" is not installed`;
      const hint = `npm install --save-dev ${found.package}`;
      add({ rule: 'spelling', span, message, hint, severity: 'error' });
    }
    return undefined;
  }
}
