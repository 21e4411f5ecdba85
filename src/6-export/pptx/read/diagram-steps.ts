import type { StepCounter } from '../../../4-render/context.ts';
import type { DiagramShapes } from '../../../model/diagram/shapes.ts';

/** The shapes with the numbers that their steps have on the slide, in the same order. */
export function withSteps(drawing: DiagramShapes, steps: StepCounter): DiagramShapes {
  const used = [...new Set(drawing.shapes.flatMap(({ step }) => step ?? []))].sort((a, b) => a - b);
  if (used.length === 0) return drawing;
  const numbers = new Map(used.map((step) => [step, steps.isStill ? undefined : steps.next()]));
  const shapes = drawing.shapes.map(({ step, ...shape }) => {
    const number = step === undefined ? undefined : numbers.get(step);
    return number === undefined ? shape : { ...shape, step: number };
  });
  return { ...drawing, shapes };
}
