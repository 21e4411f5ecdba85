import { describe, expect, test } from 'vitest';
import { problemsOf } from './read.ts';

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
