import { describe, expect, test } from 'vitest';
import type { SequenceEvent, SequenceMessage } from '../../../src/model/diagram/sequence.ts';
import { readSpec, readWithWarnings } from './read.ts';

async function read(lines: string) {
  return readSpec('sequence', `sequenceDiagram\n${lines}\n`);
}

async function messages(lines: string): Promise<readonly SequenceMessage[]> {
  const all = (events: readonly SequenceEvent[]): readonly SequenceMessage[] =>
    events.flatMap((event) => {
      if (event.kind === 'message') return [event];
      return event.kind === 'frame' ? event.sections.flatMap((section) => all(section.events)) : [];
    });
  return all((await read(lines)).events);
}

describe('arrows', () => {
  test.each([
    ['A->B: x', 'solid', 'none', 'none'],
    ['A-->B: x', 'dashed', 'none', 'none'],
    ['A->>B: x', 'solid', 'none', 'arrow'],
    ['A-->>B: x', 'dashed', 'none', 'arrow'],
    ['A<<->>B: x', 'solid', 'arrow', 'arrow'],
    ['A<<-->>B: x', 'dashed', 'arrow', 'arrow'],
    ['A-xB: x', 'solid', 'none', 'cross'],
    ['A--xB: x', 'dashed', 'none', 'cross'],
    ['A-)B: x', 'solid', 'none', 'vee'],
    ['A--)B: x', 'dashed', 'none', 'vee'],
    ['A-|\\B: x', 'solid', 'none', 'upper-arrow'],
    ['A--|/B: x', 'dashed', 'none', 'lower-arrow'],
    ['A-\\\\B: x', 'solid', 'none', 'upper-vee'],
    ['A--//B: x', 'dashed', 'none', 'lower-vee'],
    ['A/|-B: x', 'solid', 'upper-arrow', 'none'],
    ['A\\|--B: x', 'dashed', 'lower-arrow', 'none'],
    ['A//-B: x', 'solid', 'upper-vee', 'none'],
    ['A\\\\--B: x', 'dashed', 'lower-vee', 'none'],
  ])('%s', async (text, line, start, end) => {
    expect(await messages(text)).toMatchObject([
      { from: 'A', to: 'B', text: 'x', line, start, end },
    ]);
  });

  test('with circles on lifelines', async () => {
    const found = await messages('A->>()B: a\nA()->>B: b\nA()->>()B: c\nA->>B: d');
    expect(found.map(({ circles }) => circles)).toEqual(['end', 'start', 'both', undefined]);
  });

  test('to the same participant, and over a semicolon', async () => {
    expect(await messages('A->>A: think; A-->>B: say')).toMatchObject([
      { from: 'A', to: 'A', text: 'think' },
      { from: 'A', to: 'B', text: 'say' },
    ]);
  });
});

describe('participants', () => {
  test('have names, types and an order', async () => {
    const { participants } = await read(`
  participant A as Alice<br/>Johnson
  actor B
  participant C@{ "type": "database" } as Orders
  participant D@{ "type": "queue", "alias": "Jobs" }
  participant E@{ "type": "boundary" }
  participant F@{ "type": "control" }
  participant G@{ "type": "entity" }
  participant H@{ "type": "collections" }
  A->>Late comer: x`);
    expect(participants.map(({ id, label, symbol }) => [id, label, symbol])).toEqual([
      ['A', 'Alice\nJohnson', 'participant'],
      ['B', 'B', 'actor'],
      ['C', 'Orders', 'database'],
      ['D', 'Jobs', 'queue'],
      ['E', 'E', 'boundary'],
      ['F', 'F', 'control'],
      ['G', 'G', 'entity'],
      ['H', 'H', 'collections'],
      ['Late comer', 'Late comer', 'participant'],
    ]);
  });

  test('are named after their first message', async () => {
    const { participants } = await read('A->>B: x\nparticipant A as Alice');
    expect(participants.map(({ label }) => label)).toEqual(['Alice', 'B']);
  });

  test('are in boxes, next to each other', async () => {
    const { participants, boxes } = await read(`
  X->>B: x
  box Aqua Group of people
    participant A
  end
  box rgb(33,66,99)
    participant B
    participant C
  end
  box Another group
    participant D
  end
  A->>C: y`);
    expect(participants.map(({ id }) => id)).toEqual(['X', 'B', 'C', 'A', 'D']);
    expect(boxes).toEqual([
      { label: 'Group of people', fill: 'Aqua', participants: ['A'] },
      { label: '', fill: 'rgb(33,66,99)', participants: ['B', 'C'] },
      { label: 'Another group', participants: ['D'] },
    ]);
  });

  test('have links with http, and others are named', async () => {
    const { reading, warnings } = await readWithWarnings(`sequenceDiagram
  participant A
  participant B
  link A: Dashboard @ https://example.org/a
  links B: {"Wiki": "https://example.org/b", "Bad": "javascript:alert(1)"}
  A->>B: x
`);
    expect(reading.spec).toMatchObject({
      participants: [
        { links: [{ label: 'Dashboard', href: 'https://example.org/a' }] },
        { links: [{ label: 'Wiki', href: 'https://example.org/b' }] },
      ],
    });
    expect(warnings).toEqual([
      '"links B: {"Wiki": "https://example.org/b", "Bad": "javascript:alert(1)"}": this link is not drawn',
    ]);
  });

  test('are created and destroyed by messages', async () => {
    const found = await messages(`
  A->>B: hello
  create participant C as Carl
  Note over A: wait
  A->>C: hi
  destroy C
  A-xC: too many
  destroy B
  B->>A: I agree`);
    expect(found.map(({ creates, destroys }) => [creates, destroys])).toEqual([
      [undefined, undefined],
      [true, undefined],
      [undefined, 'C'],
      [undefined, 'B'],
    ]);
  });
});

describe('numbers', () => {
  test('count from 1', async () => {
    const found = await messages('autonumber\nA->>B: a\nB->>A: b');
    expect(found.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('have a start and a step, and an end', async () => {
    const found = await messages(
      'A->>B: a\nautonumber 10 5\nB->>A: b\nA->>B: c\nautonumber off\nA->>B: d\nautonumber\nA->>B: e',
    );
    expect(found.map(({ number }) => number)).toEqual([undefined, 10, 15, undefined, 25]);
  });

  test('are set by the configuration', async () => {
    const text =
      '%%{init: {"sequence": {"showSequenceNumbers": true}}}%%\nsequenceDiagram\nA->>B: a\n';
    const { events } = await readSpec('sequence', text);
    expect(events).toMatchObject([{ number: 1 }]);
  });
});

describe('frames', () => {
  test.each([
    ['loop', 'loop every hour\nA->>B: x\nend', [['every hour', 1]]],
    [
      'alt',
      'alt good\nA->>B: x\nelse bad\nB->>A: y\nA->>B: z\nend',
      [
        ['good', 1],
        ['bad', 2],
      ],
    ],
    ['opt', 'opt maybe\nA->>B: x\nend', [['maybe', 1]]],
    [
      'par',
      'par one\nA->>B: x\nand two\nA->>B: y\nend',
      [
        ['one', 1],
        ['two', 1],
      ],
    ],
    [
      'par',
      'par_over one\nA->>B: x\nand two\nA->>B: y\nend',
      [
        ['one', 1],
        ['two', 1],
      ],
    ],
    [
      'critical',
      'critical c\nA->>B: x\noption o\nA->>B: y\nend',
      [
        ['c', 1],
        ['o', 1],
      ],
    ],
    ['break', 'break when it fails\nA->>B: x\nend', [['when it fails', 1]]],
  ])('%s', async (name, text, sections) => {
    const [frame] = (await read(text)).events;
    expect(frame).toMatchObject({ kind: 'frame', name });
    if (frame?.kind !== 'frame') return;
    expect(frame.sections.map(({ label, events }) => [label, events.length])).toEqual(sections);
  });

  test('rect, inside another one', async () => {
    const { events } = await read(
      'rect rgb(1, 2, 3)\nA->>B: x\nrect rgba(0, 0, 255, .1)\nA->>B: y\nend\nend',
    );
    expect(events).toMatchObject([
      {
        name: '',
        fill: 'rgb(1, 2, 3)',
        sections: [{ events: [{ text: 'x' }, { name: '', fill: 'rgba(0, 0, 255, .1)' }] }],
      },
    ]);
  });
});

test('activations are nested', async () => {
  const { events } = await read(
    'A->>+B: a\nA->>+B: b\nB-->>-A: c\ndeactivate B\nactivate A\ndeactivate A',
  );
  expect(
    events.map((event) =>
      'participant' in event ? `${event.kind} ${event.participant}` : event.kind,
    ),
  ).toEqual([
    'message',
    'activate B',
    'message',
    'activate B',
    'message',
    'deactivate B',
    'deactivate B',
    'activate A',
    'deactivate A',
  ]);
});

test('notes are left of, right of and over participants', async () => {
  const { events } = await read(
    'Note left of A: wrap: one\nNote right of A: two<br/>lines\nnote over A: three\nNote over A,B: four',
  );
  expect(events).toEqual([
    { kind: 'note', side: 'left', participants: ['A'], text: 'one' },
    { kind: 'note', side: 'right', participants: ['A'], text: 'two\nlines' },
    { kind: 'note', side: 'over', participants: ['A'], text: 'three' },
    { kind: 'note', side: 'over', participants: ['A', 'B'], text: 'four' },
  ]);
});

test('texts have entities, colons and breaks', async () => {
  const found = await messages('A->>B: I #9829; you: a #amp; b #semi;<br/>c\nA->>B:wrap:long');
  expect(found.map(({ text }) => text)).toEqual(['I ♥ you: a & b ;\nc', 'long']);
});

test('titles and text alternatives are none of the messages', async () => {
  const { reading } = await readWithWarnings(
    'sequenceDiagram\n  title: The title\n  accTitle: The name\n  accDescr: The description\n  A->>B: x\n',
  );
  expect(reading).toMatchObject({ title: 'The title', alt: 'The description' });
});
