import type { Report } from '../base/diagnostics/report.ts';
import type { Block, Code } from '../model/blocks.ts';
import type { Footnote, IconRef } from '../model/deck.ts';
import type { Maths } from '../model/inline.ts';
import type { FileReader, Span, TextFile } from '../model/source.ts';
import type { Equations } from './inline/equations.ts';
import type { TagBalance } from './inline/html.ts';

/** What parsing a deck gathers, over all its files. */
export interface DeckContext {
  readonly report: Report;
  readonly files: FileReader;
  readonly vars: ReadonlyMap<string, string>;
  readonly footnotes: Map<string, Footnote>;
  readonly footnoteReferences: { readonly label: string; readonly span: Span }[];
  readonly code: Code[];
  readonly emoji: Set<string>;
  readonly icons: IconRef[];
  readonly maths: Maths[];
  readonly equations: Equations;
  /** Each id of the deck and where it was given first. */
  readonly ids: Map<string, Span>;
}

/** What holds for the blocks of one slide. */
export interface SlideContext extends DeckContext {
  readonly file: TextFile;
  /** Lists appear item by item. */
  readonly incremental: boolean;
  /** How many `:::` blocks are around. */
  readonly depth?: number;
  /** The speaker notes, filled while the slide's blocks are parsed. */
  readonly notes: Block[];
  /** What the author's own HTML among the blocks at hand has opened. */
  readonly tags: TagBalance;
}

/** Remembers an id, or says that it is taken. */
export function claimId(id: string, span: Span, context: DeckContext): void {
  const first = context.ids.get(id);
  if (first === undefined) context.ids.set(id, span);
  else {
    const hint = isSamePlace(first, span)
      ? 'its slide stands in the deck more than once'
      : `it is taken at ${showPlace(first)}`;
    context.report.add('id-duplicate', span, `the id "${id}" is given twice`, hint);
  }
}

export function isSamePlace(a: Span, b: Span): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}

/** A place as messages name it. */
export function showPlace({ file, line, column }: Span): string {
  return `${file}:${line}:${column}`;
}
