import type { Report } from '../base/diagnostics/report.ts';
import { lastAtOrBelow, spanAt } from '../base/span.ts';
import type { Locate } from '../base/yaml/yaml.ts';
import type { DataFile, DataRef } from '../model/data.ts';
import type { AssetRef, Span, TextFile } from '../model/source.ts';
import { maxRead, readLengthOf } from './deck-size.ts';
import type { FindingCollector } from './findings.ts';
import type { TagBalance } from './inline/html/tag-balance.ts';
import type { QuotesByToken } from './inline/smart-tokens.ts';

/** Files by their paths as written, data files by {@link dataKey}; a file that could not be read is `undefined`. */
export interface GivenFiles {
  readonly texts: ReadonlyMap<string, TextFile | undefined>;
  readonly data: ReadonlyMap<string, DataFile | undefined>;
}

export const noFiles: GivenFiles = { texts: new Map(), data: new Map() };

/** Identifies a data file among those of a slide. */
export function dataKey({ path, part, encoding }: DataRef): string {
  return JSON.stringify([path, part, encoding]);
}

/** The context of a text. */
interface Scope {
  readonly vars: ReadonlyMap<string, string>;
  /** Whether the deck was written for another tool: what that reads was translated, and the rest is text. */
  readonly isTranslated?: boolean;
  /** Whether the text is shown on each slide, as header and footer are. */
  readonly isOnEachSlide?: boolean;
  /** The files that the slide names, by their paths as written. */
  readonly files: GivenFiles;
  /** Lists appear item by item. */
  readonly incremental: boolean;
  /** The language whose quotation marks and dashes replace straight ones, if they are replaced. */
  readonly smart?: string | undefined;
  /** The quotation marks of the text of which the inlines are a part. */
  readonly quotes?: QuotesByToken | undefined;
  /** The number of `:::` blocks around it. */
  readonly depth: number;
  /** The open tags of the author's own HTML. */
  readonly tags: TagBalance;
}

/**
 * A text as the lexer saw it: maps its offsets to spans in the file and collects the findings. Text and
 * file differ in lists and quotes, where the lexer sees lines without their markers and indents.
 */
export class Source {
  readonly file: TextFile;
  readonly scope: Scope;
  readonly findings: FindingCollector;
  readonly #lines: Lines;
  /** The offset of the text in those lines. */
  readonly #base: number;

  private constructor(
    file: TextFile,
    scope: Scope,
    findings: FindingCollector,
    lines: Lines,
    base: number,
  ) {
    this.file = file;
    this.scope = scope;
    this.findings = findings;
    this.#lines = lines;
    this.#base = base;
  }

  /** The text of the file from `offset` on. */
  static slice(file: TextFile, offset: number, scope: Scope, findings: FindingCollector): Source {
    return new Source(file, scope, findings, { starts: [0], sources: [offset] }, 0);
  }

  get report(): Report {
    return this.findings.report;
  }

  span(offset: number, length: number): Span {
    return spanAt(this.file, this.#toFile(offset), length);
  }

  /** The span of each line of a text. @param text that the source begins with */
  lineSpans(text: string): readonly Span[] {
    let start = 0;
    return text.split('\n').map((line) => {
      const span = this.span(start, line.length);
      start += line.length + 1;
      return span;
    });
  }

  /** {@link span} as a function. */
  get locate(): Locate {
    return this.span.bind(this);
  }

  /** The same text from `offset` on. */
  from(offset: number): Source {
    const { file, scope, findings } = this;
    return new Source(file, scope, findings, this.#lines, this.#base + offset);
  }

  /** The same text in another scope. */
  with(change: Partial<Scope>): Source {
    const scope = { ...this.scope, ...change };
    return new Source(this.file, scope, this.findings, this.#lines, this.#base);
  }

  /**
   * The text `inner`, which the lexer made from `outer` by removing markers and indents. The lines of both
   * correspond.
   */
  within(outer: string, inner: string): Source {
    const outerLines = outer.split('\n');
    const starts: number[] = [];
    const sources: number[] = [];
    let [innerStart, outerStart] = [0, 0];
    for (const [i, line] of inner.split('\n').entries()) {
      const outerLine = outerLines[i] ?? '';
      starts.push(innerStart);
      sources.push(this.#toFile(outerStart + startOf(line, outerLine)));
      innerStart += line.length + 1;
      outerStart += outerLine.length + 1;
    }
    return new Source(this.file, this.scope, this.findings, { starts, sources }, 0);
  }

  /** The file with that path, if it could be read; a file that was not given is added to the missing ones. */
  fileAt(path: string, span: Span): TextFile | undefined {
    const { texts } = this.scope.files;
    const ref: AssetRef = { path, from: this.file.realPath, span };
    if (!texts.has(path)) this.findings.missingFiles.push(ref);
    const file = texts.get(path);
    return this.#mayRead(file?.text.length ?? 0) ? file : undefined;
  }

  /** As {@link fileAt}, for data. */
  dataAt(wanted: Omit<DataRef, 'from'>): DataFile | undefined {
    const { data } = this.scope.files;
    const ref: DataRef = { ...wanted, from: this.file.realPath };
    const key = dataKey(ref);
    if (!data.has(key)) this.findings.missingData.push(ref);
    const given = data.get(key);
    return this.#mayRead(readLengthOf(given)) ? given : undefined;
  }

  /** Counts a file that a slide reads; beyond the limit, the slide has no place in the deck. */
  #mayRead(length: number): boolean {
    this.findings.readLength += length;
    return this.findings.readLength <= maxRead;
  }

  #toFile(offset: number): number {
    const at = this.#base + offset;
    const line = lastAtOrBelow(this.#lines.starts, at);
    return (this.#lines.sources[line] ?? 0) + at - (this.#lines.starts[line] ?? 0);
  }
}

/** The lines of a text: their offsets in it and in the file. */
interface Lines {
  readonly starts: readonly number[];
  readonly sources: readonly number[];
}

/** The offset of the inner line in the outer line. */
function startOf(inner: string, outer: string): number {
  if (outer.endsWith(inner)) return outer.length - inner.length;
  return Math.max(0, outer.indexOf(inner.trim()));
}
