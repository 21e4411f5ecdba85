import { spanAt } from '../../../base/span.ts';
import { readCss } from '../shared/css.ts';
import type { TextEdits } from '../text-edits.ts';
import type { TranslationContext } from '../translation.ts';

const element = /(<style\b[^>]*>)([\s\S]*?)<\/style\s*>/gi;

/** Whether HTML has rules of CSS, and shows nothing. */
export function hasOnlyStyles(html: string): boolean {
  return /<style\b/i.test(html) && html.replace(element, '').trim() === '';
}

/** The rules of the `<style>` elements of a deck: they are for all of its slides. */
export class Styles {
  readonly #edits: TextEdits;
  readonly #context: TranslationContext;
  readonly #rules: string[] = [];

  constructor(edits: TextEdits, context: TranslationContext) {
    this.#edits = edits;
    this.#context = context;
  }

  /** Removes the elements from a part of the text, and keeps their rules. */
  extract(start: number, end: number): void {
    const { author } = this.#edits;
    for (const found of author.text.slice(start, end).matchAll(element)) {
      const [whole, tag = '', css = ''] = found;
      const at = start + found.index;
      this.#edits.remove(at, at + whole.length);
      this.#read(css, at + tag.length);
    }
  }

  #read(css: string, start: number): void {
    const { author } = this.#edits;
    const { isIncluded, project, report } = this.#context;
    if (isIncluded) {
      const message = 'rules of CSS in a file that is included are left out';
      const hint = 'write them into the deck itself';
      report.add('dialect-unmapped', spanAt(author, start, 1), message, hint);
      return;
    }
    const rules = readCss(css, { file: author, start, deck: author.realPath, project, report });
    // A blank line would end the settings.
    if (rules !== '') this.#rules.push(rules.replace(/\n\s*\n/g, '\n'));
  }

  /** These rules below others; `undefined` if there are none. */
  below(css: unknown): string | undefined {
    const all = [...(typeof css === 'string' && css !== '' ? [css] : []), ...this.#rules];
    return all.length === 0 ? undefined : all.join('\n');
  }
}
