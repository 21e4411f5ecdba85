import type { Report } from '../../../base/diagnostics/report.ts';
import { ownValue } from '../../../base/own-value.ts';
import { isKnownElement, voidElements } from '../../../base/safe-html/elements.ts';
import type { HtmlPart, RangeOf } from '../../../model/inline.ts';
import type { AssetRef, Span } from '../../../model/source.ts';
import type { Source } from '../../source.ts';
import { Pictures } from '../images/pictures.ts';

/** An element of the author's HTML that is open. */
export interface OpenTag {
  readonly name: string;
  readonly span: Span;
  /** The range that ends with the element. */
  readonly range?: RangeOf;
}

/** A start tag that is being read. */
export interface StartTag {
  readonly name: string;
  readonly start: number;
  /** The count of parts before it. */
  readonly index: number;
  readonly attributes: Set<string>;
  range?: RangeOf;
  isFragment: boolean;
  /** Whether the author has set its width or height. */
  isSized: boolean;
  /** Of its `src`. */
  source?: AssetRef;
  /** The end of a path with spaces that is not between quotes: its words after the first are no attributes. */
  pathEnd: number;
}

/** A tag without `>`. */
export interface UnfinishedTag {
  readonly start: number;
  /** From here on, its characters are shown as text. */
  readonly rest: number;
  /** The count of parts before it, if parts of it are to be removed. */
  readonly index?: number;
}

export function startTag(name: string, start: number, index: number): StartTag {
  const flags = { isFragment: false, isSized: false };
  return { name, start, index, attributes: new Set(), ...flags, pathEnd: 0 };
}

interface Entry extends OpenTag {
  /** Whether browsers have closed it already, with an element around it. */
  isEnded?: boolean;
}

/** The elements without content for browsers, with those that HTML no longer has. */
export const emptyElements: ReadonlySet<string> = new Set([
  ...voidElements,
  ...'base basefont bgsound frame image keygen'.split(' '),
]);
/** How deep elements nest. */
const maxDepth = 100;
/** With elements such as `<li>`, which browsers end where the next one begins. */
const maxOpen = 1000;

const optionalEnd = new Set(
  'p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rp rt'.split(' '),
);
/** Elements that browsers open again after the end of the block in which they were left open. */
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
const endsParagraph = new Set(
  `address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table
  ul`.split(/\s+/),
);
/** Elements in which a paragraph outside of them is not in scope. */
const paragraphLimits = new Set(
  'button caption foreignobject marquee object table td th'.split(' '),
);
/** The parents that browsers require, or else they drop the tag. */
const requiredParents: Readonly<Record<string, readonly string[]>> = {
  caption: ['table'],
  colgroup: ['table'],
  col: ['table'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ['table'],
  td: ['table'],
  th: ['table'],
};
const tableParts = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'colgroup']);

/** Why a tag has another effect than the author meant. */
interface Oddity {
  readonly message: string;
  readonly hint: string;
}

export function reportOddity(oddity: Oddity | undefined, span: Span, report: Report): void {
  if (oddity) report.add('html-unbalanced', span, oddity.message, oddity.hint);
}

/** The result of a tag. */
interface Opened {
  /** The elements that it ends. */
  readonly ended: readonly OpenTag[];
  readonly oddity?: Oddity;
}

/**
 * Tracks the open elements of the author's HTML as browsers do: a stray end tag would break the page.
 * Follows https://html.spec.whatwg.org/#parsing-main-inbody as far as it matters on a slide.
 */
export class TagBalance {
  readonly #open: Entry[] = [];
  /** What ended a paragraph before its end tag. */
  #paragraphEnd: string | undefined;
  /** Elements whose tag ends in a slash, which browsers ignore, by name. */
  readonly #slashed = new Map<string, Span[]>();

  /** The last element without content; its span is the end of its tag. */
  lastVoid: OpenTag | undefined;
  readonly pictures: Pictures = new Pictures();

  open(tag: OpenTag, hasSlash = false): Opened {
    const ended = endsParagraph.has(tag.name) ? this.#endParagraph(`<${tag.name}>`) : [];
    const oddity = this.#oddityOf(tag.name);
    if (tag.name === 'a') ended.push(...this.#remove('a'));
    this.#open.push(tag);
    if (hasSlash) {
      this.#slashed.set(tag.name, [...(this.#slashed.get(tag.name) ?? []), tag.span]);
    }
    return { ended, ...(oddity && { oddity }) };
  }

  /**
   * Reports an element that would be nested too deeply, and is left out: browsers and our own code need the stack
   * for each level.
   */
  isTooDeep(name: string, span: Span, report: Report): boolean {
    if (this.#open.length < maxDepth) return false;
    const open = this.#open.filter((tag) => !tag.isEnded && !optionalEnd.has(tag.name));
    if (open.length < maxDepth && this.#open.length < maxOpen) return false;
    const message = `<${name}> is nested deeper than ${maxDepth} levels`;
    report.add('nesting-limit', span, message, 'are elements above it not closed?');
    return true;
  }

  /** Accounts for an element without content. */
  openVoid(name: string): Opened {
    const oddity = this.#oddityOf(name);
    const ended = name === 'hr' ? this.#endParagraph('<hr>') : [];
    return { ended, ...(oddity && { oddity }) };
  }

  /** Accounts for a block of Markdown, which ends an open paragraph. */
  addMarkdown(): readonly OpenTag[] {
    return this.#endParagraph('the Markdown in it');
  }

  /** Closes an element. @returns it and those inside that end with it; `undefined` if it is not open */
  close(name: string): (Opened & { readonly isEnded: boolean }) | undefined {
    const isHeading = /^h[1-6]$/.test(name);
    const index = this.#open.findLastIndex((tag) =>
      isHeading ? /^h[1-6]$/.test(tag.name) : tag.name === name,
    );
    const tag = this.#open[index];
    if (!tag) return undefined;
    this.#open.splice(index, 1);
    const inside = formatting.has(name) ? [] : this.#open.slice(index);
    const ended = inside.filter((inner) => !inner.isEnded && !formatting.has(inner.name));
    for (const inner of ended) inner.isEnded = true;
    const isOther = isHeading && tag.name !== name;
    return {
      ended: [...ended, tag],
      isEnded: tag.isEnded ?? false,
      ...(isOther && {
        oddity: {
          message: `browsers read this </${name}> as </${tag.name}>`,
          hint: `write </${tag.name}>, as the heading begins with <${tag.name}>`,
        },
      }),
    };
  }

  /** Whether elements are parsed by the rules of SVG and MathML. */
  get isForeign(): boolean {
    const around = this.#open.findLast(({ name, isEnded }) => !isEnded && roots.has(name));
    return around?.name === 'svg' || around?.name === 'math';
  }

  /** The part of a table in which text and other elements are not allowed, if it is the innermost one. */
  get tablePart(): string | undefined {
    const { name } = this.#open.findLast(({ isEnded }) => !isEnded) ?? {};
    return name !== undefined && tableParts.has(name) ? name : undefined;
  }

  /** Why an end tag closes nothing. */
  explainStrayEnd(name: string): Oddity {
    const cause = name === 'p' ? this.#paragraphEnd : undefined;
    if (cause === undefined) {
      const hint = `write <${name}> above it, on the same slide, in the same block or slot`;
      return { message: `</${name}> closes nothing`, hint };
    }
    this.#paragraphEnd = undefined;
    const hint = 'write <div> and </div> in place of <p> and </p>';
    return { message: `</p> closes nothing: ${cause} has ended the paragraph`, hint };
  }

  /** The end tags of all open elements, which are removed; reports those that need one. */
  closeAll(report: Report): string {
    for (const { name, span } of this.#open) {
      // One that browsers do not know is reported where it begins: it is mostly text, as in `List<String>`.
      if (optionalEnd.has(name) || !isKnownElement(name)) continue;
      // The end tag of an outer element may have closed it in place of that one.
      const slashed = this.#slashed.get(name)?.shift();
      const message = slashed
        ? `browsers ignore the "/" in <${name} />: the element stays open`
        : `<${name}> is not closed`;
      const hint = slashed
        ? `write <${name}></${name}>`
        : `write </${name}> on the same slide, in the same block or slot`;
      report.add('html-unbalanced', slashed ?? span, message, hint);
    }
    const rest = this.#open.splice(0).filter(({ isEnded }) => !isEnded);
    return rest
      .reverse()
      .map(({ name }) => `</${name === 'section' ? 'div' : name}>`)
      .join('');
  }

  /** @param by what ends it, for messages */
  #endParagraph(by: string): OpenTag[] {
    const limit = this.#open.findLastIndex(({ name }) => paragraphLimits.has(name));
    const index = this.#open.findLastIndex(({ name, isEnded }) => name === 'p' && !isEnded);
    if (index < 0 || index < limit) return [];
    this.#paragraphEnd = by;
    return this.#open.splice(index, 1);
  }

  #remove(name: string): OpenTag[] {
    const index = this.#open.findLastIndex((tag) => tag.name === name);
    return index < 0 ? [] : this.#open.splice(index, 1);
  }

  #oddityOf(name: string): Oddity | undefined {
    const open = this.#open.filter(({ isEnded }) => !isEnded).map((tag) => tag.name);
    const parents = ownValue(requiredParents, name);
    if (parents && !this.isForeign && !parents.some((parent) => open.includes(parent))) {
      const message = `browsers ignore <${name}> outside of <${parents[0]}>`;
      return { message, hint: `write it between <${parents[0]}> and </${parents[0]}>` };
    }
    if (name === 'a' && open.includes('a') && !this.isForeign) {
      const message = 'browsers end a link where another one begins';
      return { message, hint: 'write </a> before it' };
    }
    const part = this.tablePart;
    if (!part || parents || /^(?:table|script|style|template|input|form)$/.test(name))
      return undefined;
    return movedFromTable(`<${name}>`, part);
  }
}

/** @param part the part of the table that contains it */
export function movedFromTable(what: string, part: string): Oddity {
  const message = `browsers move ${what} above the table, as it is directly in <${part}>`;
  return { message, hint: 'put it into a cell, between <td> and </td>' };
}

const roots = new Set(
  'svg math foreignobject desc title annotation-xml mi mo mn ms mtext'.split(' '),
);

/** The edges of the ranges that end with these elements. */
export function endsOf(ended: readonly OpenTag[]): readonly HtmlPart[] {
  return ended.flatMap(({ range, span }) => (range ? [{ kind: 'end', of: range, span }] : []));
}

/** Reports text directly in a table, which browsers move out of it. @param source begins with the text */
export function reportTextInTable(text: string, source: Source): void {
  const part = text.trim() === '' ? undefined : source.scope.tags.tablePart;
  if (!part) return;
  const at = text.length - text.trimStart().length;
  reportOddity(movedFromTable('text', part), source.span(at, 1), source.report);
}
