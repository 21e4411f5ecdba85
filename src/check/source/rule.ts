import type { CheckRule } from '../../model/check.ts';
import type { Deck, Slide } from '../../model/deck.ts';
import type { BuildOptions, Span } from '../../model/source.ts';

/** A slide and its number, from 1. */
export interface NumberedSlide {
  readonly number: number;
  readonly slide: Slide;
}

/** What a rule gets that looks at the source, and needs no browser. */
export interface SourceContext {
  readonly deck: Deck;
  readonly slides: readonly NumberedSlide[];
  readonly options: BuildOptions;
  /** The lines of a file of the deck. @param file as in spans */
  linesOf(file: string): readonly string[];
  add(finding: SourceFinding): void;
}

export interface SourceFinding {
  readonly rule: CheckRule;
  readonly span: Span;
  readonly message: string;
  readonly hint?: string;
}

export type SourceRule = (context: SourceContext) => void | Promise<void>;
