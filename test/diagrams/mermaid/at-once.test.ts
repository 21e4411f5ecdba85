import { expect, test } from 'vitest';
import { readDiagram } from '../../../src/3-resolve/diagram/read-diagram.ts';

/** Diagrams of a type whose parser is synchronous, and of two types whose parsers are not. */
const texts = {
  flowchart: (name: string) => `---\ntitle: ${name}0\n---\nflowchart\n  ${name}1 --> ${name}2`,
  pie: (name: string) => `pie title ${name}0\n  "${name}1" : 1\n  "${name}2" : 2`,
  gitGraph: (name: string) => `gitGraph\n  commit id: "${name}1"\n  commit id: "${name}2"`,
};

test.each(Object.entries(texts))(
  'diagrams that are read at once stay apart: %s',
  async (_, write) => {
    const names = ['east', 'west', 'north'];
    const alone: unknown[] = [];
    for (const name of names) alone.push(await readDiagram('mermaid', write(name)));
    const atOnce = await Promise.all(names.map((name) => readDiagram('mermaid', write(name))));
    expect(atOnce).toEqual(alone);
    expect(JSON.stringify(atOnce[0])).not.toMatch(/west|north/);
  },
);
