import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { spanInLines } from '../../base/span.ts';
import type { DiagramText } from '../../model/blocks.ts';
import type { FigureSource } from '../../model/diagram/figures.ts';
import type { TexFormula } from '../../model/inline.ts';
import type { AssetRef, Span } from '../../model/source.ts';
import type { Icon } from '../icons/icon-set.ts';
import type { IconSets } from '../icons/icon-sets.ts';
import { findMermaidIcon } from '../icons/mermaid-icon.ts';
import type { MathNode } from '../math/tree.ts';
import type { Typeset } from '../math/typeset.ts';
import type { ReadDiagrams } from '../resources.ts';

/** What a diagram shows besides shapes and words. */
export type Figure =
  | { readonly kind: 'icon'; readonly icon: Icon }
  | { readonly kind: 'formula'; readonly tree: MathNode }
  | { readonly kind: 'image'; readonly image: AssetRef };

/** The figures of diagrams, by their indexes; one that is missing was reported. */
export type Figures = ReadonlyMap<DiagramText, readonly (Figure | undefined)[]>;

/** The formulas among the figures of diagrams, by their indexes. */
export type DiagramFormulas = ReadonlyMap<DiagramText, readonly (TexFormula | undefined)[]>;

/** The length of the signs around a formula. */
const signs = 2;

/** Finds the formulas in diagrams, to be typeset with those of the text. */
export function formulasIn(diagrams: ReadDiagrams): DiagramFormulas {
  const entries = [...diagrams].map(([diagram, { reading }]) => {
    const formulas = reading.figures?.map((figure): TexFormula | undefined => {
      if (figure.kind !== 'formula') return undefined;
      const inner = { start: figure.start + signs, length: figure.length - 2 * signs };
      return { tex: figure.tex, display: true, lines: [spanOf(inner, diagram)] };
    });
    return [diagram, formulas ?? []] as const;
  });
  return new Map(entries);
}

/** Finds the figures of diagrams, and warns of icons that are missing. */
export function findFigures(
  diagrams: ReadDiagrams,
  formulas: DiagramFormulas,
  typeset: Typeset,
  sets: IconSets,
  report: Report,
): Figures {
  const found = new Map<DiagramText, readonly (Figure | undefined)[]>();
  for (const [diagram, { reading }] of diagrams) {
    const figures = reading.figures ?? [];
    const find = (figure: FigureSource, index: number): Figure | undefined => {
      switch (figure.kind) {
        case 'image': {
          const span = spanOf(figure, diagram);
          return { kind: 'image', image: { path: figure.path, from: diagram.from, span } };
        }
        case 'icon':
          return findIcon(figure.name, spanOf(figure, diagram), diagram, sets, report);
        case 'formula': {
          const formula = formulas.get(diagram)?.[index];
          const tree = formula && typeset.get(formula);
          return tree === undefined ? undefined : { kind: 'formula', tree };
        }
        default:
          return figure satisfies never;
      }
    };
    if (figures.length > 0) found.set(diagram, figures.map(find));
  }
  return found;
}

function findIcon(
  name: string,
  span: Span,
  { from }: DiagramText,
  sets: IconSets,
  report: Report,
): Figure | undefined {
  const found = findMermaidIcon(name, path.dirname(from), sets);
  if ('icon' in found) return { kind: 'icon', icon: found.icon };
  const { message, hint } = found.problem;
  report.add('diagram-ignored', span, message, hint);
  return undefined;
}

function spanOf(
  { start, length }: { readonly start: number; readonly length: number },
  diagram: DiagramText,
): Span {
  return spanInLines(diagram.lines, start, length) ?? diagram.span;
}
