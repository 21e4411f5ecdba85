import type { Diagram } from '../model/blocks.ts';
import type { DiagramReading } from '../model/diagram.ts';
import type { Icon } from './icons/icon-set.ts';
import type { Typeset } from './math/typeset.ts';

/** What the texts of diagrams say, by {@link diagramKey}; one that is not in it has errors. */
export type ReadDiagrams = ReadonlyMap<string, DiagramReading>;

/** Identifies the text of a diagram. */
export function diagramKey({ language, text }: Diagram): string {
  return `${language} ${text}`;
}

/** What rendering needs from libraries and packages. */
export interface Resources {
  /** The colored HTML of code blocks, by `codeKey`; what is not in it is plain text. */
  readonly highlighted: ReadonlyMap<string, string>;
  /** The trees of formulas; one that is not in it has errors, or only defines commands. */
  readonly formulas: Typeset;
  readonly diagrams: ReadDiagrams;
  /** The emoji by name. */
  readonly emoji: ReadonlyMap<string, string>;
  /** The icons by name. */
  readonly icons: ReadonlyMap<string, Icon>;
  /** Whether nothing was missing or took too long. Else the next build may find more. */
  readonly isComplete: boolean;
}
