import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { Report } from '../base/diagnostics/report.ts';
import type { Block, Code, DiagramText } from '../model/blocks.ts';
import type { PropertyUse } from '../model/custom-properties.ts';
import type { DataRef } from '../model/data.ts';
import type { Footnote, IconRef } from '../model/deck.ts';
import type { TexFormula } from '../model/inline.ts';
import type { AssetRef, Located } from '../model/source.ts';

/** A formula with a number: its id, and the tag that replaces the number. */
interface NumberedFormula {
  readonly id: string | undefined;
  readonly tag: string | undefined;
}

/** What parsing a text finds besides its blocks, each list in the order of the text. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly ids: readonly Located<string>[];
  /** The targets of links in the deck: `#id`, `#/2`. */
  readonly links: readonly Located<string>[];
  readonly footnotes: readonly Footnote[];
  readonly footnoteReferences: readonly Located<string>[];
  readonly equations: readonly NumberedFormula[];
  readonly equationReferences: readonly Located<string>[];
  readonly code: readonly Code[];
  readonly formulas: readonly TexFormula[];
  readonly diagrams: readonly DiagramText[];
  readonly icons: readonly IconRef[];
  /** Names between colons that may be emoji. */
  readonly emoji: readonly string[];
  /** The custom properties of CSS in the author's HTML and the settings of slides. */
  readonly properties: readonly PropertyUse[];
  /** Files that were needed and not given. */
  readonly missingFiles: readonly AssetRef[];
  /** Data files that were needed and not given. */
  readonly missingData: readonly DataRef[];
  /** The characters of the files that were given, each as often as it is named; those of data count more. */
  readonly readLength: number;
}

/** A value, and what was found while it was computed. */
export interface Parsed<T> {
  readonly value: T;
  readonly findings: Findings;
}

/** Collects findings while one text is parsed. */
export class FindingCollector implements Omit<Findings, 'diagnostics'> {
  readonly report = new Report();
  /** The speaker notes. */
  readonly notes: Block[] = [];
  /** The places of signs that open a formula with a blank line in it, as `line:column`. */
  readonly dividedFormulas = new Set<string>();
  readonly ids: Located<string>[] = [];
  readonly links: Located<string>[] = [];
  readonly footnotes: Footnote[] = [];
  readonly footnoteReferences: Located<string>[] = [];
  readonly equations: NumberedFormula[] = [];
  readonly equationReferences: Located<string>[] = [];
  readonly code: Code[] = [];
  readonly formulas: TexFormula[] = [];
  readonly diagrams: DiagramText[] = [];
  readonly icons: IconRef[] = [];
  readonly emoji: string[] = [];
  readonly properties: PropertyUse[] = [];
  readonly missingFiles: AssetRef[] = [];
  readonly missingData: DataRef[] = [];
  readLength = 0;
  /** The characters of the values of variables, each as often as it is named. */
  filledLength = 0;

  finish(): Findings {
    const { report, notes: _, dividedFormulas: __, filledLength: ___, ...lists } = this;
    return { ...lists, diagnostics: report.diagnostics };
  }
}
