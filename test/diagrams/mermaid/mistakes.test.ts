import { describe, expect, test } from 'vitest';
import { placedProblemsOf, problemsOf } from './read.ts';

describe('what is wrong is named', () => {
  test.each([
    ['pie\n  "a" : -1\n', 'the value of "a" is negative'],
    ['pie\n  a 1\n', 'this pie cannot be read'],
    ['radar-beta\n  axis a, b\n  curve c{a: 1}\n', 'a curve has no value for "b"'],
    ['gitGraph\n  commit\n  checkout x\n', 'there is no branch "x" to check out'],
    ['gitGraph\n  commit\n  branch x\n  branch x\n', 'the branch "x" exists already'],
    ['kanban\n', 'there is nothing in this diagram'],
    ['timeline\n', 'there is nothing in this diagram'],
    ['journey\n', 'there is nothing in this diagram'],
    [
      'architecture-beta\n  service a(server)[A] in b\n',
      'the service "a"\'s parent does not exist',
    ],
    ['venn-beta\n  set A\n', 'Lectern does not draw "venn-beta", its source is shown'],
    ['zenuml\n  A->B: x\n', 'Lectern does not draw "zenuml", its source is shown'],
  ])('%s', async (text, message) => {
    expect((await problemsOf(text)).join('\n')).toContain(message);
  });
});

test('a negative value of a radar chart', async () => {
  expect(await placedProblemsOf('radar-beta\n  axis a, b, c\n  curve x{1, -2, 3}\n')).toEqual([
    '3:14 -2 | -2 is negative | the values of a radar chart are 0 or more',
  ]);
});

test('an alias of an entity that needs quotes', async () => {
  const [problem] = await placedProblemsOf('erDiagram\n  G[Alias name] {\n    int id\n  }\n');
  expect(problem).toContain('write its name in quotes: G["Alias name"]');
});
