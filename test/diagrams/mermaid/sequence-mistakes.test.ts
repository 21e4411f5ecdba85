import { describe, expect, test } from 'vitest';
import { problemsOf } from './read.ts';

describe('what is wrong is named at its place', () => {
  test.each([
    ['a message without text', 'A->>B', '"A->>B": this message has no text'],
    ['a block that is not closed', 'loop x\nA->>B: y', '"loop x": this block is not closed'],
    [
      'an inactive participant',
      'A->>+B: x\nB-->>-A: y\nB-->>-A: z',
      '"B-->>-A": "B" is not active here',
    ],
    ['a deactivation', 'A->>B: x\ndeactivate B', '"deactivate B": "B" is not active here'],
    [
      'nobody is created',
      'A->>B: x\ncreate participant C\nA->>B: y',
      '"create participant C": no message creates this participant',
    ],
    [
      'nobody is destroyed',
      'A->>B: x\nA->>C: x\ndestroy B\nA->>C: y',
      '"destroy B": no message destroys this participant',
    ],
    [
      'created twice',
      'A->>B: x\ncreate participant B\nA->>B: y',
      '"create participant B": this participant exists already',
    ],
    [
      'in two boxes',
      'box a\nparticipant A\nend\nbox b\nparticipant A\nend',
      '"participant A": "A" is in two boxes, "a" and "b"',
    ],
    ['a note without a place', 'Note A: x', '"Note A: x": this note has no place or no text'],
    [
      'another keyword',
      'loop x\nA->>B: y\nelse z\nend',
      '"else": "else" is in no block that it belongs to',
    ],
    ['a line of words', 'Alice sends Bob', '"Alice sends Bob": invalid line in a sequence diagram'],
    ['nothing', '', ': there is nothing in this diagram'],
  ])('%s', async (_, lines, expected) => {
    const problems = await problemsOf(`sequenceDiagram\n${lines}\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });

  test.each([
    ['properties A: {"class": "x"}', '"properties" of participants is not drawn'],
    ['rect rgb(1, 2, 3) words\nA->>B: x\nend', '"words": the title "words" is not drawn'],
    ['rect blurple\nA->>B: x\nend', '"blurple": "blurple" is not a color'],
    ['participant C@{ "type": "robot" }', 'there is no type "robot" of participants'],
    ['participant C@{ "icon": "x" }', '"icon" of participants is not drawn'],
  ])('%s', async (line, expected) => {
    const problems = await problemsOf(`sequenceDiagram\nA->>B: x\n${line}\n`);
    expect(problems.join('\n')).toContain(expected);
  });
});
