import type { Edit, Severity } from '../../base/diagnostics/diagnostic.ts';
import type { CheckRule } from '../../model/check.ts';
import type { Deck } from '../../model/deck.ts';
import type { BuildOptions, Span } from '../../model/source.ts';
import type { Dictionaries } from '../spelling/dictionaries.ts';
import type { WebLinks } from '../web/web-links.ts';
import type { NumberedSlide, Part } from './tree/parts.ts';

/** What a rule gets that looks at the source, and needs no browser. */
export interface SourceContext {
  readonly deck: Deck;
  readonly slides: readonly NumberedSlide[];
  /** What the deck says, element by element. */
  readonly parts: readonly Part[];
  readonly options: BuildOptions;
  /** Absent if no requests are allowed. */
  readonly web?: WebCheck;
  /** Absent if spelling is not checked. */
  readonly spelling?: SpellingCheck;
  /** The lines of a file of the deck. @param file as in spans */
  linesOf(file: string): readonly string[];
  /** The same finding is added once: a slide may be in the deck several times. */
  add(finding: SourceFinding): void;
}

/** What is checked only if the user asks for it. */
export type Extras = Pick<SourceContext, 'web' | 'spelling'>;

export interface SourceFinding {
  readonly rule: CheckRule;
  readonly span: Span;
  readonly message: string;
  readonly hint?: string;
  /** If not that of the rule. */
  readonly severity?: Severity;
  /** Something is missing that a screen reader cannot do without: builds report it, too. */
  readonly isFailure?: true;
  /** As in a diagnostic. */
  readonly fix?: readonly Edit[];
}

interface WebCheck {
  readonly links: WebLinks;
  /** Patterns of addresses that are not checked. */
  readonly ignored: readonly string[];
}

interface SpellingCheck {
  readonly dictionaries: Dictionaries;
  /** Words that are right besides those of the dictionary and the deck. */
  readonly words: readonly string[];
}

export type SourceRule = (context: SourceContext) => void | Promise<void>;
