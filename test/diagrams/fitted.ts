import { type Fitted, fitDrawing } from '../../src/5-bundle/diagram/fit/fit-drawing.ts';
import { Typesetter } from '../../src/5-bundle/diagram/typesetter.ts';
import { readSpec } from './mermaid/read.ts';

/** A slide with a title. */
const room = { width: 1120, height: 540 };
const span = { file: 'deck.md', line: 1, column: 1, length: 1 };

/** Its characters are half as wide as high. */
export const typesetter = new Typesetter(
  { width: (each) => each.length / 2, ascent: () => 0.8 },
  20,
);

export async function drawFitted(text: string): Promise<Fitted> {
  return fitDrawing({ spec: await readSpec('graph', text), span, alt: '', ...room }, typesetter);
}

/** Where texts begin, by their words. */
export function placesOf({ content }: Fitted): ReadonlyMap<string, { x: number; y: number }> {
  const texts = content.matchAll(/<text[^>]* x="(-?[\d.]+)" y="(-?[\d.]+)"[^>]*>([^<]*)</g);
  return new Map(
    [...texts].map(([, x, y, text = '']) => [text, { x: Number(x), y: Number(y) }] as const),
  );
}
