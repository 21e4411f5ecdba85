import type { Span } from '../../model/source.ts';
import { isText, type SourceElement } from '../source/tree/element.ts';
import { placeholder } from './text-words.ts';

/** A text in one language, without code, formulas and other things that have no spelling. */
export interface LanguageText {
  readonly text: string;
  readonly language: string;
  /** Where it begins at the earliest. */
  readonly span: Span;
}

/** Elements whose content is no text in a language. */
const notText = new Set('code pre kbd samp var math script style template svg icon'.split(' '));

/** Attributes with text. */
const textAttributes = ['alt', 'title', 'aria-label', 'data-caption'] as const;

const inline = new Set(
  `a abbr b bdi bdo big cite data del dfn em font i ins label mark q s small span strong sub sup time tt u
  wbr icon code kbd samp var math`.split(/\s+/),
);

/** The texts of an element, block by block. */
export function textsOf(root: SourceElement, language: string): readonly LanguageText[] {
  const collector = new TextCollector(language);
  collector.add(root);
  collector.end();
  return collector.texts;
}

class TextCollector {
  readonly texts: LanguageText[] = [];
  #language: string;
  #text = '';
  #span: Span | undefined;

  constructor(language: string) {
    this.#language = language;
  }

  add(element: SourceElement): void {
    const { name, attributes, span, children } = element;
    const outer = this.#language;
    const own = attributes.get('lang') || outer;
    for (const attribute of textAttributes) {
      const text = attributes.get(attribute);
      if (text) this.texts.push({ text, language: own, span });
    }
    if (notText.has(name)) {
      this.#text += placeholder;
      return;
    }
    const isBlock = !inline.has(name);
    if (isBlock || own !== outer) this.end();
    this.#language = own;
    for (const child of children) {
      if (isText(child)) this.#append(child.text, child.span);
      else this.add(child);
    }
    if (isBlock || own !== outer) this.end();
    this.#language = outer;
  }

  /** Ends the text of a block. */
  end(): void {
    const span = this.#span;
    if (span) this.texts.push({ text: this.#text, language: this.#language, span });
    this.#text = '';
    this.#span = undefined;
  }

  #append(text: string, span: Span): void {
    this.#text += text;
    this.#span ??= span;
  }
}
