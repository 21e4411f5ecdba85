import { isSlideKey } from '../../base/yaml/keys.ts';

/** What a stretch of lines is; lines count from 0, and the last one is part of it. */
export interface Region {
  readonly kind: 'front-matter' | 'settings' | 'comment' | 'fence' | 'container' | 'table';
  readonly first: number;
  readonly last: number;
  /** What follows the mark in its first line: the language of a fence, the name of a container. */
  readonly info: string;
  /** Whether its end is not written yet. */
  readonly isOpen: boolean;
}

/** The lines of a text, and what is in them. Unlike the lexer, it understands what is not finished. */
export interface ScannedText {
  readonly lines: readonly string[];
  readonly regions: readonly Region[];
  /** The lines with the breaks between slides. */
  readonly breaks: readonly number[];
}

export function scanText(text: string): ScannedText {
  return new Scanner(text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)).scan();
}

/** The innermost region that contains a line. */
export function regionAt({ regions }: ScannedText, line: number): Region | undefined {
  return regions.findLast(
    ({ kind, first, last }) => kind !== 'container' && first <= line && line <= last,
  );
}

/** The innermost region of each line; see {@link regionAt}. */
export function regionsByLine({ lines, regions }: ScannedText): readonly (Region | undefined)[] {
  const found: (Region | undefined)[] = Array(lines.length).fill(undefined);
  for (const region of regions) {
    if (region.kind !== 'container') found.fill(region, region.first, region.last + 1);
  }
  return found;
}

const isDashes = (line: string): boolean => /^---?[ \t]*$/.test(line);
const isDelimiterRow = (line: string): boolean => /^[\s:|-]*$/.test(line) && line.includes('-');
const isYamlEnd = (line: string): boolean => /^(?:---|\.\.\.)[ \t]*$/.test(line);

class Scanner {
  readonly #lines: readonly string[];
  readonly #regions: Region[] = [];
  readonly #breaks: number[] = [];
  readonly #containers: {
    readonly first: number;
    readonly info: string;
    readonly colons: number;
  }[] = [];
  /** The last lines of regions after which a break may follow. */
  readonly #ends = new Set<number>();
  /** Whether no comment ends below: it is looked for only once. */
  #hasOpenComment = false;
  #at = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  scan(): ScannedText {
    if (this.#line() !== undefined && /^---[ \t]*$/.test(this.#lines[0] ?? '')) {
      this.#at = this.#readYaml('front-matter', 0) ?? 1;
    }
    while (this.#at < this.#lines.length) this.#at = this.#next();
    for (const { first, info } of this.#containers.reverse()) {
      this.#add('container', first, this.#lines.length - 1, info, true);
    }
    const regions = this.#regions.toSorted((a, b) => a.first - b.first || b.last - a.last);
    return { lines: this.#lines, regions, breaks: this.#breaks };
  }

  #line(at = this.#at): string | undefined {
    return this.#lines[at];
  }

  #add(kind: Region['kind'], first: number, last: number, info: string, isOpen: boolean): number {
    this.#regions.push({ kind, first, last, info, isOpen });
    if (kind !== 'container') this.#ends.add(last);
    return last + 1;
  }

  /** Reads what begins at the line. @returns the line below it */
  #next(): number {
    const line = this.#line() ?? '';
    const fence = /^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})([^\n]*)$/.exec(line);
    if (fence && !(fence[1]?.startsWith('`') && fence[2]?.includes('`'))) {
      return this.#readFence(fence[1] ?? '', fence[2] ?? '');
    }
    if (/^ {0,3}<!--/.test(line)) return this.#readComment();
    if (isDashes(line) && this.#isFree(this.#at - 1)) return this.#readBreak();
    if (/^:{3,}/.test(line)) this.#readColons(line);
    if (line.includes('|') && isDelimiterRow(this.#line(this.#at + 1) ?? ''))
      return this.#readTable();
    return this.#at + 1;
  }

  #readFence(marks: string, info: string): number {
    const close = new RegExp(`^[ \\t]*\\${marks[0]}{${marks.length},}[ \\t]*$`);
    const end = this.#find(this.#at + 1, (line) => close.test(line));
    return this.#add(
      'fence',
      this.#at,
      end ?? this.#lines.length - 1,
      info.trim(),
      end === undefined,
    );
  }

  #readComment(): number {
    const end = this.#hasOpenComment
      ? undefined
      : this.#find(this.#at, (line) => line.includes('-->'));
    this.#hasOpenComment = end === undefined;
    const key = /^ {0,3}<!--\s*([A-Za-z]*)/.exec(this.#line() ?? '')?.[1] ?? '';
    return this.#add('comment', this.#at, end ?? this.#at, key, end === undefined);
  }

  #readBreak(): number {
    this.#breaks.push(this.#at);
    return this.#readYaml('settings', this.#at) ?? this.#at + 1;
  }

  /** @param first the line of the dashes above. @returns the line below; `undefined` if there is no YAML */
  #readYaml(kind: 'front-matter' | 'settings', first: number): number | undefined {
    const key = /^([A-Za-z_$][\w-]*)[ \t]*(?::(?:\s|$)|$)/.exec(this.#line(first + 1) ?? '')?.[1];
    const end = this.#find(first + 1, isYamlEnd);
    if (kind === 'settings' && (key === undefined || /^notes?$/i.test(key))) return undefined;
    const blank = this.#find(first + 1, (line) => line.trim() === '') ?? this.#lines.length;
    const mayHaveBlanks = kind === 'front-matter' && end !== undefined;
    if (end !== undefined && (end < blank || mayHaveBlanks)) {
      return this.#add(kind, first, end, '', false);
    }
    const isKey = kind === 'front-matter' || isSlideKey(key ?? '');
    // While the first key is typed, its line is all there is.
    if (!isKey && !/^[A-Za-z]+[ \t]*:?$/.test(this.#line(first + 1) ?? '')) return undefined;
    return this.#add(kind, first, Math.max(first, blank - 1), '', true);
  }

  #readColons(line: string): void {
    const colons = /^:+/.exec(line)?.[0].length ?? 0;
    const info = line.slice(colons).trim();
    if (info !== '') {
      this.#containers.push({ first: this.#at, info, colons });
      return;
    }
    const index = this.#containers.findLastIndex((open) => open.colons <= colons);
    for (const { first, info: name } of this.#containers.splice(Math.max(0, index))) {
      this.#add('container', first, this.#at, name, false);
    }
  }

  #readTable(): number {
    const end = this.#find(this.#at + 2, (line) => !line.includes('|')) ?? this.#lines.length;
    return this.#add('table', this.#at, end - 1, '', false);
  }

  /** Whether a break may follow this line: it is blank, or no text. */
  #isFree(at: number): boolean {
    const line = this.#line(at);
    if (line === undefined || line.trim() === '' || isDashes(line)) return true;
    if (this.#ends.has(at)) return true;
    return /^(?:#{1,6}\s|:{2,})/.test(line);
  }

  #find(from: number, test: (line: string) => boolean): number | undefined {
    for (let at = from; at < this.#lines.length; at++) if (test(this.#lines[at] ?? '')) return at;
    return undefined;
  }
}
