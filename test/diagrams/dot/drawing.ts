import { expect } from 'vitest';
import { readDiagram } from '../../../src/3-resolve/diagram/read-diagram.ts';
import { drawDot } from '../../../src/5-bundle/diagram/dot/dot.ts';
import { Typesetter } from '../../../src/5-bundle/diagram/typesetter.ts';

export const typesetter = new Typesetter(
  { width: (text, weight) => text.length * (weight > 500 ? 0.6 : 0.5), ascent: () => 0.8 },
  20,
);

export async function read(text: string) {
  const { reading, problems } = await readDiagram('dot', text);
  const spec = reading?.spec;
  return { spec: spec?.kind === 'dot' ? spec : undefined, title: reading?.title, problems };
}

/** A drawing without problems: its SVG and its size. */
export async function draw(text: string, roomy = 1) {
  const { spec, problems } = await read(text);
  expect(problems, text).toEqual([]);
  if (!spec) throw new Error(`not drawn: ${text}`);
  return drawDot(spec, typesetter, { roomy });
}

export function textsOf(content: string): readonly string[] {
  return [...content.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text);
}

/** Where a text is, from its attributes. */
export function placeOf(content: string, text: string) {
  const [, attributes = ''] = new RegExp(`<text([^>]*)>${text}<`).exec(content) ?? [];
  const [x, y] = ['x', 'y'].map((name) =>
    Number(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1]),
  );
  return { x: x ?? Number.NaN, y: y ?? Number.NaN };
}

export function count(content: string, pattern: RegExp): number {
  return content.match(pattern)?.length ?? 0;
}
