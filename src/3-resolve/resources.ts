import type { DiagramText } from '../model/blocks.ts';
import type { DiagramReading, DiagramSteps } from '../model/diagram/diagram.ts';
import type { Figures } from './diagram/figures.ts';
import type { Icon } from './icons/icon-set.ts';
import type { Typeset } from './math/typeset.ts';

/** What the texts of diagrams say; one that is not in it has errors. */
export type ReadDiagrams = ReadonlyMap<DiagramText, ReadDiagram>;

export interface ReadDiagram {
  readonly reading: DiagramReading;
  readonly steps?: DiagramSteps;
}

/** What rendering needs from libraries and packages. */
export interface Resources {
  /** The colored HTML of code blocks, by `codeKey`; what is not in it is plain text. */
  readonly highlighted: ReadonlyMap<string, string>;
  /** The trees of formulas; one that is not in it has errors, or only defines commands. */
  readonly formulas: Typeset;
  readonly diagrams: ReadDiagrams;
  /** What diagrams show besides shapes and words. */
  readonly figures: Figures;
  /** The emoji by name. */
  readonly emoji: ReadonlyMap<string, string>;
  /** The icons by name. */
  readonly icons: ReadonlyMap<string, Icon>;
  /** Whether nothing was missing or took too long. Else the next build may find more. */
  readonly isComplete: boolean;
}
