/** A stretch of a Markdown text that is not plain Markdown. Offsets are those of the file's text. */
interface Stretch {
  readonly start: number;
  /** After its last character. */
  readonly end: number;
}

/** A code block between lines of backticks or tildes. */
export interface Fence extends Stretch {
  readonly kind: 'fence';
  /** What stands before its first line: spaces, marks of quotes and lists. */
  readonly prefix: string;
  /** Its marks, such as three backticks. */
  readonly marks: string;
  /** What is written after the marks. */
  readonly info: string;
  readonly infoStart: number;
  /** The lines of code, with the prefix that each of them has. */
  readonly inner: Stretch;
  readonly isClosed: boolean;
}

export interface Comment extends Stretch {
  readonly kind: 'comment';
  /** The text between `<!--` and `-->`. */
  readonly text: string;
}

export interface TagAttribute extends Stretch {
  /** As written. */
  readonly name: string;
  /** As written, without quotes; absent if there is none. */
  readonly value?: string;
  readonly valueStart?: number;
}

/** A start or end tag. */
export interface Tag extends Stretch {
  readonly kind: 'tag';
  /** As written. */
  readonly name: string;
  readonly isEnd: boolean;
  /** `<x />` */
  readonly isSelfClosing: boolean;
  /** Whether it is in an HTML block, not in a line of Markdown. */
  readonly isInHtml: boolean;
  readonly attributes: readonly TagAttribute[];
}

export interface PlainRegion extends Stretch {
  /**
   * - `indented`: code by its indent
   * - `code`: a code span
   * - `raw`: the text in `<script>`, `<style>`, `<textarea>` and, between its tags, `<pre>`
   * - `html`: text between tags in an HTML block, in which Markdown has no meaning
   * - `link`: an address
   * - `formula`: with its dollar signs
   */
  readonly kind: 'indented' | 'code' | 'raw' | 'html' | 'link' | 'formula';
}

export type Region = Fence | Comment | Tag | PlainRegion;
export type RegionKind = Region['kind'];

/** What shows source code, in which nothing else has a meaning. */
const codeKinds: ReadonlySet<RegionKind> = new Set(['fence', 'indented', 'code', 'raw']);

/** The regions of a text, in order; they do not overlap. */
export class Regions {
  readonly text: string;
  readonly all: readonly Region[];
  #markdown: string | undefined;

  constructor(text: string, all: readonly Region[]) {
    this.text = text;
    this.all = all;
  }

  get fences(): readonly Fence[] {
    return this.all.filter((region) => region.kind === 'fence');
  }

  get comments(): readonly Comment[] {
    return this.all.filter((region) => region.kind === 'comment');
  }

  get tags(): readonly Tag[] {
    return this.all.filter((region) => region.kind === 'tag');
  }

  /** The region that contains the character at an offset. */
  at(offset: number): Region | undefined {
    let [low, high] = [0, this.all.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const region = this.all[middle];
      if (region === undefined) return undefined;
      if (offset < region.start) high = middle - 1;
      else if (offset >= region.end) low = middle + 1;
      else return region;
    }
    return undefined;
  }

  /** The end tag of an element. */
  endTagOf({ name, end }: Tag): Tag | undefined {
    let depth = 1;
    for (const tag of this.tags) {
      if (tag.start < end || tag.name.toLowerCase() !== name.toLowerCase() || tag.isSelfClosing) {
        continue;
      }
      depth += tag.isEnd ? -1 : 1;
      if (depth === 0) return tag;
    }
    return undefined;
  }

  isCode(offset: number): boolean {
    const region = this.at(offset);
    return region !== undefined && codeKinds.has(region.kind);
  }

  /** Whether the character at an offset is plain Markdown: neither code nor a tag, a comment or an address. */
  isMarkdown(offset: number): boolean {
    return this.at(offset) === undefined;
  }

  /** The text with these regions blank, so that patterns find nothing in them. Offsets and lines stay. */
  blank(kinds: readonly RegionKind[] = [...codeKinds]): string {
    return this.#blankIn(0, this.text.length, (kind) => kinds.includes(kind));
  }

  /** Only what is plain Markdown; all else is blank. */
  get markdown(): string {
    this.#markdown ??= this.markdownIn(0, this.text.length);
    return this.#markdown;
  }

  /** The same of a part of the text, whose ends are in no region. */
  markdownIn(start: number, end: number): string {
    return this.#blankIn(start, end, () => true);
  }

  #blankIn(from: number, to: number, isBlank: (kind: RegionKind) => boolean): string {
    const parts: string[] = [];
    let at = from;
    for (const { kind, start, end } of this.all) {
      if (start < from || end > to || !isBlank(kind)) continue;
      parts.push(this.text.slice(at, start), this.text.slice(start, end).replace(/[^\n]/g, ' '));
      at = end;
    }
    return parts.join('') + this.text.slice(at, to);
  }
}
