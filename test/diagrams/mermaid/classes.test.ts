import { expect, test } from 'vitest';
import type { Cell } from '../../../src/model/diagram/diagram.ts';
import { edgesOf } from './graphs.ts';
import { readSpec } from './read.ts';

/** The texts of a cell, one after the other. */
function textsOf(cell: Cell | undefined): readonly string[] {
  if (!cell) return [];
  return cell.kind === 'text' ? [cell.text] : cell.cells.flatMap(textsOf);
}

test('members, generics, annotations, abstract and static marks', async () => {
  const { nodes, direction } = await readSpec(
    'graph',
    `classDiagram
  direction LR
  class Animal~T~ {
    <<interface>>
    +int age
    #List~int~ position
    +mate(x) bool$
    +isMammal()*
  }
  Animal : -name
  class Cat["A cat"]
  <<service>> Cat`,
  );
  expect(direction).toBe('LR');
  expect(textsOf(nodes[0]?.content)).toEqual([
    '«interface»',
    'Animal<T>',
    '+int age\n#List<int> position\n-name',
    '+mate(x): bool\n+isMammal()',
  ]);
  expect(JSON.stringify(nodes[0]?.content)).toContain(
    '"spans":[{"start":0,"end":14,"style":"underlined"},{"start":15,"end":26,"style":"emphasis"}]',
  );
  expect(textsOf(nodes[1]?.content)).toEqual(['«service»', 'A cat']);
});

test('relations, with their labels and cardinalities', async () => {
  const spec = await readSpec(
    'graph',
    `classDiagram
  A <|-- B : is a
  C *-- D
  E o-- F
  G --> H
  I ..> J
  K ..|> L
  M -- N
  O <|--|> P
  Q "1" --> "0..*" R : has
  bar ()-- foo`,
  );
  expect(edgesOf(spec)).toEqual([
    'A triangle solid none B "is a"',
    'C diamond solid none D',
    'E hollow-diamond solid none F',
    'G none solid vee H',
    'I none dashed vee J',
    'K none dashed triangle L',
    'M none solid none N',
    'O triangle solid triangle P',
    'Q none solid vee R "has"',
    'interface0 hollow-circle solid none foo',
  ]);
  expect(spec.edges[8]).toMatchObject({ fromLabel: '1', toLabel: '0..*' });
  expect(spec.nodes.at(-1)).toMatchObject({ shape: 'plain', content: { text: 'bar' } });
});

test('namespaces, notes, styles and links', async () => {
  const spec = await readSpec(
    'graph',
    `classDiagram
  namespace Zoo.Birds {
    class Duck
  }
  class Dog:::hot
  note for Duck "can fly<br>can swim"
  note "about all"
  classDef hot fill:#f00,color:white
  style Duck fill:#0f0
  click Duck href "https://example.org/" "A tip"`,
  );
  expect(spec.groups).toEqual([
    { id: 'Zoo', label: 'Zoo' },
    { id: 'Zoo.Birds', label: 'Birds', parent: 'Zoo' },
  ]);
  expect(spec.nodes).toMatchObject([
    {
      id: 'Duck',
      group: 'Zoo.Birds',
      paint: { fill: '#0f0' },
      link: 'https://example.org/',
      tooltip: 'A tip',
    },
    { id: 'Dog', paint: { fill: '#f00', text: 'white' } },
    { shape: 'note', content: { text: 'can fly\ncan swim' }, group: 'Zoo.Birds' },
    { shape: 'note', content: { text: 'about all' } },
  ]);
  expect(edgesOf(spec)).toEqual(['Duck none dotted none note0']);
});
