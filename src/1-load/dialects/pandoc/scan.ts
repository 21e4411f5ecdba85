import {
  noPandocAttributes,
  type PandocAttributes,
  readPandocAttributes,
  trailingList,
} from './attributes.ts';
import { isDashes, isInBlock, isRule, isSetext, type Line, linesOf } from './lines.ts';
import { hasOnlyStyles } from './styles.ts';
import { isTagLine } from './text/html-lines.ts';

interface Place {
  readonly start: number;
  /** After its last line feed. */
  readonly end: number;
  /** How many fenced divs are around it. */
  readonly depth: number;
}

export type Part =
  | (Place & {
      readonly kind: 'heading';
      readonly level: number;
      readonly attributes: PandocAttributes;
      /** Where its text ends; behind it are attributes. */
      readonly textEnd: number;
      readonly text: string;
    })
  | (Place & { readonly kind: 'rule' })
  | (Place & {
      readonly kind: 'open';
      readonly colons: number;
      readonly attributes: PandocAttributes;
    })
  | (Place & { readonly kind: 'close' })
  /** The first line of a div that nothing closes: in Pandoc, it is none. */
  | (Place & { readonly kind: 'unclosed' })
  | (Place & {
      readonly kind: 'fence';
      /** The fence itself: three or more of a sign. */
      readonly mark: string;
      readonly info: string;
      /** Where the code begins and ends. */
      readonly codeStart: number;
      readonly codeEnd: number;
      readonly indent: string;
      /** Whether it is HTML with rules of CSS only. */
      readonly isStyle: boolean;
    })
  | (Place & { readonly kind: 'comment' })
  /** The lines of a `<style>` element. */
  | (Place & { readonly kind: 'style' })
  /** A line that has only tags of HTML. */
  | (Place & { readonly kind: 'tag' })
  /** Metadata between the slides, which are shown nowhere. */
  | (Place & { readonly kind: 'metadata' })
  /** Lines without a blank one between them. */
  | (Place & { readonly kind: 'text'; readonly lines: readonly Line[] })
  | (Place & { readonly kind: 'blank' });

/**
 * Divides Pandoc's Markdown into its blocks, as far as slides, divs and code need it.
 *
 * @param depth how many divs are around the text
 */
export function scan(text: string, from: number, depth: number): readonly Part[] {
  return new Scanner(text, from, depth).scan();
}

/** In lines; a table that is longer fits on no slide. */
const longestTable = 500;

class Scanner {
  readonly #lines: readonly Line[];
  readonly #parts: Part[] = [];
  readonly #outerDepth: number;
  #at = 0;
  #depth: number;
  /** By sign, the shortest fence that nothing closes: nothing closes those below it either. */
  readonly #unclosed = new Map<string, number>();
  #hasCommentEnd = true;

  constructor(text: string, from: number, depth: number) {
    this.#lines = linesOf(text, from);
    this.#outerDepth = depth;
    this.#depth = depth;
  }

  scan(): readonly Part[] {
    while (this.#at < this.#lines.length) this.#next();
    return this.#withoutUnclosed();
  }

  /** What is below the first line of a div that nothing closes is not in a div. */
  #withoutUnclosed(): readonly Part[] {
    const open: number[] = [];
    for (const [index, { kind }] of this.#parts.entries()) {
      if (kind === 'open') open.push(index);
      else if (kind === 'close') open.pop();
    }
    let unclosed = 0;
    return this.#parts.map((part, index) => {
      const depth = part.depth - unclosed;
      if (open[unclosed] !== index) return { ...part, depth };
      unclosed++;
      return { kind: 'unclosed', start: part.start, end: part.end, depth };
    });
  }

  #next(): void {
    const line = this.#line();
    const place = { start: line.start, end: line.end + 1, depth: this.#depth };
    if (line.text.trim() === '') this.#add({ kind: 'blank', ...place });
    else if (this.#fence(line) || this.#comment(line) || this.#style(line)) return;
    else if (this.#metadata(line) || this.#framedTable(line)) return;
    else if (this.#div(line, place) || this.#heading(line, place)) return;
    else if (isRule(line.text)) this.#add({ kind: 'rule', ...place });
    else if (isTagLine(line.text)) this.#add({ kind: 'tag', ...place });
    else this.#textFrom(line);
  }

  /** Adds a part of one line. */
  #add(part: Part): void {
    this.#parts.push(part);
    this.#at++;
  }

  #line(at = this.#at): Line {
    return this.#lines[at] ?? { start: 0, end: 0, text: '' };
  }

  #fence(line: Line): boolean {
    const [, indent = '', mark, info = ''] =
      /^([ \t]*(?:[-*+][ \t]+|\d+[.)][ \t]+|>[ \t]?)*)(`{3,}|~{3,})([^\n]*)$/.exec(line.text) ?? [];
    // Names of options of cells may be in backticks.
    const isCell = /^[ \t]*\{\w+[ ,]/.test(info);
    if (mark === undefined || (mark.startsWith('`') && info.includes('`') && !isCell)) return false;
    const sign = mark.slice(0, 1);
    if (mark.length >= (this.#unclosed.get(sign) ?? Number.POSITIVE_INFINITY)) return false;
    const closing = new RegExp(`^[ \\t>]*${sign}{${mark.length},}[ \\t]*$`);
    let last = this.#at + 1;
    while (last < this.#lines.length && !closing.test(this.#line(last).text)) last++;
    // In Pandoc, a fence that nothing closes is text.
    if (last >= this.#lines.length) {
      this.#unclosed.set(sign, mark.length);
      return false;
    }
    const end = this.#line(last);
    const code = this.#lines.slice(this.#at + 1, last).map(({ text }) => text);
    const isStyle = /^ *\{=html5?\}/.test(info) && hasOnlyStyles(code.join('\n'));
    this.#parts.push({
      ...{ kind: 'fence', mark, info, indent, isStyle, depth: this.#depth },
      ...{ start: line.start, end: end.end + 1, codeStart: line.end + 1, codeEnd: end.start },
    });
    this.#at = last + 1;
    return true;
  }

  #comment(line: Line): boolean {
    if (!this.#hasCommentEnd || !/^ {0,3}<!--/.test(line.text)) return false;
    let last = this.#at;
    while (last < this.#lines.length && !this.#line(last).text.includes('-->')) last++;
    this.#hasCommentEnd = last < this.#lines.length;
    if (!this.#hasCommentEnd) return false;
    this.#parts.push({
      ...{ kind: 'comment', start: line.start, depth: this.#depth },
      end: this.#line(last).end + 1,
    });
    this.#at = last + 1;
    return true;
  }

  #style(line: Line): boolean {
    if (!/^ {0,3}<style\b/i.test(line.text)) return false;
    let last = this.#at;
    while (last < this.#lines.length && !/<\/style\s*>/i.test(this.#line(last).text)) last++;
    if (last >= this.#lines.length) return false;
    this.#parts.push({
      ...{ kind: 'style', start: line.start, depth: this.#depth },
      end: this.#line(last).end + 1,
    });
    this.#at = last + 1;
    return true;
  }

  /** YAML between `---` and `---` or `...`, below a blank line. */
  #metadata(line: Line): boolean {
    if (!/^---[ \t]*$/.test(line.text) || this.#depth > 0) return false;
    if (!/^["']?[\w-]+["']?:(?:\s|$)/.test(this.#line(this.#at + 1).text)) return false;
    let last = this.#at + 1;
    while (/^(?:["']?[\w-]+["']?:(?:\s.*)?|[ \t]+\S.*|- .*|#.*|)$/.test(this.#line(last).text)) {
      if (++last >= this.#lines.length) return false;
    }
    if (!/^(?:---|\.\.\.)[ \t]*$/.test(this.#line(last).text)) return false;
    this.#parts.push({
      ...{ kind: 'metadata', start: line.start, depth: this.#depth },
      end: this.#line(last).end + 1,
    });
    this.#at = last + 1;
    return true;
  }

  /** A table between lines of dashes, whose rows blank lines may divide. */
  #framedTable(line: Line): boolean {
    if (!/^[ \t]*-{3,}(?:[ \t]+-+)*[ \t]*$/.test(line.text)) return false;
    const isEnd = (at: number): boolean =>
      isDashes(this.#line(at).text) && this.#line(at + 1).text.trim() === '';
    const hasColumns = (at: number): boolean => /-[ \t]+-/.test(this.#line(at).text);
    let last = this.#at + 1;
    let columns = hasColumns(this.#at);
    if (this.#line(last).text.trim() === '') return false;
    const tooFar = Math.min(this.#lines.length, this.#at + longestTable);
    while (last < tooFar && !isEnd(last)) {
      const { text } = this.#line(last);
      if (/^(?:#{1,6} |:{3,}|`{3,})/.test(text)) return false;
      if (isDashes(text)) columns ||= hasColumns(last);
      last++;
    }
    if (last >= tooFar || !columns) return false;
    const lines = this.#lines.slice(this.#at, last + 1);
    const end = (lines.at(-1)?.end ?? line.end) + 1;
    this.#parts.push({ kind: 'text', start: line.start, end, depth: this.#depth, lines });
    this.#at = last + 1;
    return true;
  }

  #div(line: Line, place: Place): boolean {
    const [, colons, after = ''] = /^(:{3,})(.*)$/.exec(line.text) ?? [];
    if (colons === undefined) return false;
    const rest = after
      .trim()
      .replace(/(?<!:):+$/, '')
      .trimEnd();
    const braced = /^\{([^\n]*)\}$/.exec(rest)?.[1];
    const attributes =
      braced === undefined
        ? { ...noPandocAttributes, classes: /^[^\s{}]+$/.test(rest) ? [rest] : [] }
        : readPandocAttributes(braced);
    if (rest === '') {
      if (this.#depth === this.#outerDepth) return false;
      this.#depth--;
      this.#add({ kind: 'close', ...place, depth: this.#depth });
      return true;
    }
    const mixed = /^([^\s{}]+)[ \t]*\{([^\n]*)\}$/.exec(rest);
    const named = mixed ? readPandocAttributes(`.${mixed[1]} ${mixed[2]}`) : attributes;
    if (braced === undefined && !mixed && named.classes.length === 0) return false;
    this.#add({ kind: 'open', ...place, colons: colons.length, attributes: named });
    this.#depth++;
    return true;
  }

  #heading(line: Line, place: Place): boolean {
    const atx = /^ {0,3}(#{1,6})(?:[ \t]+.*)?$/.exec(line.text);
    const below = this.#line(this.#at + 1).text;
    if (!atx && isSetext(line.text, below) && this.#at + 1 < this.#lines.length) {
      const underline = this.#line(this.#at + 1);
      this.#addHeading(line, underline.end + 1, line.text, below.startsWith('=') ? 1 : 2, place);
      this.#at++;
      return true;
    }
    if (!atx) return false;
    this.#addHeading(line, place.end, line.text, atx[1]?.length ?? 1, place);
    return true;
  }

  #addHeading(line: Line, end: number, text: string, level: number, place: Place): void {
    const list = trailingList(text);
    const textEnd = line.start + (list?.index ?? text.trimEnd().length);
    const plain = text
      .slice(0, textEnd - line.start)
      .replace(/^ {0,3}#{1,6}(?:[ \t]+|$)/, '')
      .replace(/[ \t]+#+[ \t]*$/, '');
    this.#add({
      ...{ kind: 'heading', start: place.start, end, depth: place.depth, level, textEnd },
      attributes: list ? readPandocAttributes(list.text) : noPandocAttributes,
      text: plain,
    });
  }

  #textFrom(line: Line): void {
    const lines = [line];
    for (this.#at++; this.#at < this.#lines.length; this.#at++) {
      const next = this.#line();
      // Only a div, code, a blank line or a tag of HTML ends a paragraph.
      if (next.text.trim() === '' || /^:{3,}/.test(next.text)) break;
      if (isTagLine(next.text) && (!isInBlock(line.text) || next.text.startsWith('<'))) break;
      if (/^[ \t]*(?:`{3,}|~{3,})/.test(next.text) && !/`.*`/.test(next.text.trim().slice(3)))
        break;
      lines.push(next);
    }
    const end = lines.at(-1)?.end ?? line.end;
    this.#parts.push({ kind: 'text', start: line.start, end: end + 1, depth: this.#depth, lines });
  }
}
