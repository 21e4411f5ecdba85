import type { Span } from '../../../model/source.ts';
import { isHidden, isInline, isText, type SourceElement } from './element.ts';

/** A text in one language, without code and formulas. */
export interface Passage {
  readonly lang: string;
  readonly text: string;
  /** Of its first piece. */
  readonly span: Span;
}

/** Elements whose text is in no language. */
const wordless = new Set(
  'code pre kbd samp var math svg script style template chart diagram icon track'.split(' '),
);

/** The texts of an element, one for each block and each part that names its language. */
export function passagesIn(root: SourceElement, lang: string): readonly Passage[] {
  const reader = new PassageReader();
  reader.read(root, root.attributes.get('lang') ?? lang);
  return reader.finish();
}

class PassageReader {
  readonly #passages: Passage[] = [];
  #current: { lang: string; text: string; span: Span } | undefined;

  read(element: SourceElement, lang: string): void {
    const named = element.attributes.get('lang');
    const isApart = named !== undefined || !isInline(element);
    if (isApart) this.#end();
    for (const child of element.children) {
      if (isText(child)) this.#add(child.text, child.span, lang);
      else if (wordless.has(child.name) || isHidden(child)) this.#add(' ', child.span, lang);
      else this.read(child, child.attributes.get('lang') || lang);
    }
    if (isApart) this.#end();
  }

  finish(): readonly Passage[] {
    this.#end();
    return this.#passages;
  }

  #add(text: string, span: Span, lang: string): void {
    this.#current ??= { lang, text: '', span };
    this.#current.text += text;
  }

  #end(): void {
    if (this.#current && this.#current.text.trim() !== '') this.#passages.push(this.#current);
    this.#current = undefined;
  }
}
