import type { Report } from '../../../base/diagnostics/report.ts';
import { unsafeScheme } from '../../../base/safe-html/attributes.ts';
import { loadsFile } from '../../../base/safe-html/css-loads.ts';
import { isKnownElement, voidElements } from '../../../base/safe-html/elements.ts';
import { spanAt } from '../../../base/span.ts';
import type { TextEdits } from '../text-edits.ts';
import type { Region, Regions, Tag, TagAttribute } from './regions.ts';

export interface HtmlOptions {
  /** The slides: an element that is open at the end of one ends there. */
  readonly slides: readonly { readonly start: number; readonly end: number }[];
  /** Tags that the translation of the tool replaces itself, with all that belongs to them. */
  readonly isOwn?: (tag: Tag) => boolean;
}

/** A `<style>` element, which is removed from the text. */
export interface StyleElement {
  readonly css: string;
  /** Of the CSS in the author's text. */
  readonly start: number;
  /** Whether it has the attribute `scoped`. */
  readonly isScoped: boolean;
}

export interface MendedHtml {
  readonly styles: readonly StyleElement[];
  /** Rules in place of `style` attributes that name files, which only style sheets can. */
  readonly rules: readonly StyleElement[];
}

/** Elements of which nothing can be in a deck. */
const removed = new Set(['script', 'noscript', 'template', 'title', 'head']);
/** Elements whose tags are removed, and whose content stays. */
const unwrapped = new Set(
  'html body form link meta base portal frameset shadow fencedframe xmp plaintext'.split(' '),
);
/** Elements that end where the next one of their kind begins, or with their parent. */
const implied = new Set(
  'li p dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp'.split(' '),
);

/**
 * Changes HTML as browsers read it so that Lectern reads the same: closes elements, removes end tags without start
 * tags, scripts and handlers, and renames ids that occur twice. What is left out is reported, once for each kind.
 */
export function mendHtml(
  edits: TextEdits,
  regions: Regions,
  options: HtmlOptions,
  report: Report,
): MendedHtml {
  const mender = new Mender(edits, regions, options, report);
  for (const slide of options.slides) mender.mend(slide);
  return { styles: mender.styles, rules: mender.rules };
}

class Mender {
  readonly styles: StyleElement[] = [];
  readonly rules: StyleElement[] = [];
  readonly #edits: TextEdits;
  readonly #regions: Regions;
  readonly #options: HtmlOptions;
  readonly #report: Report;
  readonly #ids = new Set<string>();

  constructor(edits: TextEdits, regions: Regions, options: HtmlOptions, report: Report) {
    this.#edits = edits;
    this.#regions = regions;
    this.#options = options;
    this.#report = report;
  }

  mend(slide: { readonly start: number; readonly end: number }): void {
    const all = this.#regions.all.filter(
      ({ start, end }) => start >= slide.start && end <= slide.end,
    );
    const open: Tag[] = [];
    for (let i = 0; i < all.length; i++) {
      const region = all[i];
      if (region?.kind !== 'tag' || this.#options.isOwn?.(region)) continue;
      if (this.#edits.isReplaced(region.start)) continue;
      const name = region.name.toLowerCase();
      if (removed.has(name) || name === 'style') i = this.#remove(all, i);
      else if (unwrapped.has(name)) this.#edits.remove(region.start, region.end);
      else if (region.isEnd) this.#end(region, name, open);
      else this.#start(region, name, open);
    }
    this.#closeAll(open, slide.end);
  }

  #remove(all: readonly Region[], index: number): number {
    const tag = all[index];
    if (tag?.kind !== 'tag') return index;
    const name = tag.name.toLowerCase();
    const isEnd = (region: Region) =>
      region.kind === 'tag' && region.isEnd && region.name.toLowerCase() === name;
    const found =
      tag.isEnd || tag.isSelfClosing ? -1 : all.findIndex((each, i) => i > index && isEnd(each));
    const last = found < 0 ? index : found;
    const end = all[last]?.end ?? tag.end;
    this.#edits.remove(tag.start, end);
    if (name === 'style' && found > index) this.#takeStyle(tag, all[found]?.start ?? tag.end);
    else if (name === 'script' && !tag.isEnd) {
      this.#warn(tag, 'scripts of the deck are left out: a deck runs only files under "scripts:"');
    } else if (!tag.isEnd && name !== 'style' && name !== 'title' && name !== 'head') {
      this.#warn(tag, `<${name}> is left out`);
    }
    return last;
  }

  #takeStyle(tag: Tag, end: number): void {
    const css = this.#regions.text.slice(tag.end, end);
    const isScoped = tag.attributes.some(({ name }) => name.toLowerCase() === 'scoped');
    this.styles.push({ css, start: tag.end, isScoped });
  }

  #start(tag: Tag, name: string, open: Tag[]): void {
    this.#mendAttributes(tag, name);
    if (name === 'image' && !open.some((each) => each.name.toLowerCase() === 'svg')) {
      this.#edits.replace(tag.start + 1, tag.start + 1 + tag.name.length, 'img');
      return;
    }
    const isInDrawing = open.some(({ name: outer }) => /^(?:svg|math)$/i.test(outer));
    if (voidElements.has(name) || implied.has(name)) return;
    if (tag.isSelfClosing && isInDrawing) return;
    open.push(tag);
  }

  #end(tag: Tag, name: string, open: Tag[]): void {
    if (name === 'br') {
      this.#edits.replace(tag.start, tag.end, '<br>');
      return;
    }
    if (implied.has(name)) return;
    const at = open.findLastIndex((each) => each.name.toLowerCase() === name);
    if (voidElements.has(name) || name === 'image' || at < 0) {
      this.#edits.remove(tag.start, tag.end);
      return;
    }
    // Elements that are open within it end before it.
    const [element, ...inner] = open.splice(at);
    if (element) this.#outdent(element, tag);
    this.#edits.insert(tag.start, endTags(inner));
  }

  /** The line of an end tag below a list is a part of its last item if it is indented, unless its element is, too. */
  #outdent(element: Tag, end: Tag): void {
    const { text } = this.#regions;
    const lineStart = text.lastIndexOf('\n', end.start - 1) + 1;
    if (!/^ {2,}$/.test(text.slice(lineStart, end.start)) || !isBlankLine(text, lineStart - 1))
      return;
    const hasList = /\n {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/.test(text.slice(element.end, lineStart));
    if (hasList && text[startOfBlock(text, element.start)] === '<') {
      this.#edits.remove(lineStart, end.start);
    }
  }

  #closeAll(open: readonly Tag[], end: number): void {
    if (open.length === 0) return;
    this.#edits.insert(end, `\n\n${endTags(open)}\n\n`);
  }

  #mendAttributes(tag: Tag, element: string): void {
    for (const attribute of tag.attributes) {
      const { start, end } = attribute;
      const name = attribute.name.toLowerCase();
      if (name === 'id') this.#mendId(attribute);
      else if (name.startsWith('on')) {
        this.#edits.remove(start, end);
        this.#warn(attribute, 'handlers such as onclick are left out: they would run code');
      } else if (/^(?:srcset|srcdoc|ping|action|formaction|background)$/.test(name)) {
        this.#edits.remove(start, end);
      } else if (name === 'href' && unsafeScheme(attribute.value ?? '') === 'javascript') {
        this.#edits.remove(start, end);
        this.#warn(attribute, 'links that run code are left out');
      } else if (name === 'style' && loadsFile(attribute.value ?? '')) {
        this.#moveStyle(tag, attribute, element);
      }
    }
  }

  #mendId({ value = '', valueStart }: TagAttribute): void {
    let id = value;
    for (let i = 2; this.#ids.has(id); i++) id = `${value}-${i}`;
    this.#ids.add(id);
    if (id === value || valueStart === undefined) return;
    this.#edits.replace(valueStart, valueStart + value.length, id);
  }

  /** Puts the declarations of an element into a rule. */
  #moveStyle(
    tag: Tag,
    { start, end, value = '', valueStart = start }: TagAttribute,
    element: string,
  ): void {
    const name = `own-${this.rules.length + 1}`;
    const css = value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
    this.rules.push({ css: `${element}.${name}{${css}}`, start: valueStart, isScoped: false });
    const classes = tag.attributes.find((each) => each.name.toLowerCase() === 'class');
    if (classes?.valueStart === undefined) this.#edits.replace(start, end, `class="${name}"`);
    else {
      this.#edits.remove(start, end);
      this.#edits.insert(classes.valueStart, `${name} `);
    }
  }

  #warn({ start, end }: { readonly start: number; readonly end: number }, message: string): void {
    const span = spanAt(this.#edits.author, start, Math.min(end - start, 40));
    this.#report.add('dialect-unmapped', span, message);
  }
}

/** Whether the line with the character at an offset has nothing but spaces. */
function isBlankLine(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}

/** Where the lines without a blank one between them begin that lead to an offset. */
function startOfBlock(text: string, at: number): number {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  while (start > 0 && !isBlankLine(text, start - 1)) start = text.lastIndexOf('\n', start - 2) + 1;
  return start;
}

function endTags(open: readonly Tag[]): string {
  return (
    open
      .toReversed()
      // Browsers know nothing of the others, and neither does a reader of a message about them.
      .filter(({ name }) => isKnownElement(name.toLowerCase()))
      .map(({ name }) => `</${name}>`)
      .join('')
  );
}
