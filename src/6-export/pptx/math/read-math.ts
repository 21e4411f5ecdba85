import type { TexFormula } from '../../../model/inline.ts';
import type { Span } from '../../../model/source.ts';
import type { SlideScene } from '../slide/scene.ts';
import type { MathRun, Run } from '../text/paragraph.ts';
import { heightOfMath } from './height.ts';
import { linearMath } from './linear-math.ts';
import { unshownIn } from './unshown.ts';

/** Reads a formula as an equation; as text in notes, which have no equations, and where it has errors. */
export function readMath(
  formula: TexFormula,
  scene: SlideScene,
  {
    span = formula.lines[0],
    style,
    number,
    rowNumbers,
  }: Partial<Pick<MathRun, 'number' | 'rowNumbers'>> &
    Pick<MathRun, 'style'> & { readonly span?: Span | undefined },
): Run {
  const mathml = scene.mathml(formula);
  const line = mathml === undefined ? formula.tex.trim() : linearMath(mathml);
  const text = [line, ...(rowNumbers?.filter(Boolean) ?? []), number ?? []].flat().join('    ');
  if (mathml === undefined || scene.steps.isStill) {
    if (scene.steps.isStill) scene.lose('formula', formula.tex.trim(), span);
    return { kind: 'text', text, style: { ...style, font: 'Cambria Math' } };
  }
  for (const detail of unshownIn(mathml)) scene.lose('formula part', detail, span);
  const { display: isDisplay } = formula;
  const height = heightOfMath(mathml, isDisplay);
  return {
    kind: 'math',
    text,
    mathml,
    isDisplay,
    height,
    style,
    ...(number !== undefined && { number }),
    ...(rowNumbers && { rowNumbers }),
  };
}
