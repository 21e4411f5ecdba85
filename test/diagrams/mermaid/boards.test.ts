import { describe, expect, test } from 'vitest';
import { problemsOf, readSpec, readWithWarnings } from './read.ts';

describe('mindmap', () => {
  test('is a tree of shapes', async () => {
    const { root } = await readSpec(
      'tree',
      `mindmap
  root((the root))
    Plain
      Child<br/>in two lines
      s[Square]
    r(rounded)
    c)cloud(
    b))bang((
    h{{hexagon}}
`,
    );
    expect(root).toMatchObject({ label: 'the root', shape: 'circle' });
    expect(root.children.map(({ label, shape }) => [label, shape])).toEqual([
      ['Plain', 'plain'],
      ['rounded', 'rounded'],
      ['cloud', 'cloud'],
      ['bang', 'bang'],
      ['hexagon', 'hexagon'],
    ]);
    expect(root.children[0]?.children).toEqual([
      { label: 'Child\nin two lines', shape: 'plain', children: [] },
      { label: 'Square', shape: 'rectangle', children: [] },
    ]);
  });

  test('names what is not drawn', async () => {
    const text = 'mindmap\n  root\n    a\n    ::icon(fa fa-book)\n    b\n    :::urgent\n';
    expect(await problemsOf(text)).toEqual(['":::urgent": the class "urgent" has no effect']);
  });

  test('has one root', async () => {
    expect(await problemsOf('mindmap\n  root\n  second\n')).toEqual([
      '"second": "second" is a second root of this mindmap',
    ]);
  });
});

test('kanban has columns of cards', async () => {
  const { type, sections } = await readSpec(
    'board',
    `kanban
  Todo
    [Write docs]
  id1[In progress]
    id2[Build it]@{ ticket: MC-2037, assigned: 'ada', priority: 'Very High' }
`,
  );
  expect(type).toBe('kanban board');
  expect(sections).toMatchObject([
    {
      title: '',
      columns: [
        { title: 'Todo', cards: [{ content: { text: 'Write docs' } }] },
        {
          title: 'In progress',
          cards: [
            {
              stripe: 'red',
              content: { cells: [{ text: 'Build it' }, { text: 'MC-2037 · ada' }] },
            },
          ],
        },
      ],
    },
  ]);
});

test('timeline has sections, periods and events', async () => {
  const { reading, warnings } = await readWithWarnings(`timeline
  title History
  section Old
    1900 : Steam : Iron
  section New
    2000 : Web
         : Phones
    2020
`);
  expect(warnings).toEqual([]);
  expect(reading).toMatchObject({
    title: 'History',
    spec: {
      type: 'timeline',
      sections: [
        { title: 'Old', columns: [{ title: '1900', cards: [{}, {}] }] },
        {
          title: 'New',
          columns: [
            {
              title: '2000',
              cards: [{ content: { text: 'Web' } }, { content: { text: 'Phones' } }],
            },
            { title: '2020', cards: [] },
          ],
        },
      ],
    },
  });
});

test('journey has tasks, scores and people', async () => {
  const { sections } = await readSpec(
    'board',
    'journey\n  title Day\n  section Work\n    Make tea: 5: Me, Cat\n    Go: 1\n',
  );
  expect(sections).toMatchObject([
    {
      title: 'Work',
      columns: [
        {
          title: 'Make tea',
          score: 5,
          cards: [{ content: { text: 'Me' } }, { content: { text: 'Cat' } }],
        },
        { title: 'Go', score: 1, cards: [] },
      ],
    },
  ]);
});

test('a section of a timeline without periods is named', async () => {
  const text = 'timeline\n  section Past\n    2000 : Web\n  section Future\n';
  const { warnings } = await readWithWarnings(text);
  expect(warnings).toEqual(['"Future": the section "Future" has no periods and is not drawn']);
});

test('a timeline may run down', async () => {
  const { reading, warnings } = await readWithWarnings('timeline TD\n  2000 : Web\n');
  expect(warnings).toEqual([]);
  expect(reading.spec).toMatchObject({ type: 'timeline', isVertical: true });
});

test('mindmap: bold and italic text', async () => {
  const { root } = await readSpec('tree', 'mindmap\n  **Bold** text\n    a["`an *italic* one`"]\n');
  expect(root).toMatchObject({
    label: 'Bold text',
    spans: [{ start: 0, end: 4, style: 'strong' }],
    children: [{ label: 'an italic one', spans: [{ start: 3, end: 9, style: 'emphasis' }] }],
  });
});

test('kanban: an address of tickets has no effect', async () => {
  const { warnings } = await readWithWarnings(
    "---\nconfig:\n  kanban:\n    ticketBaseUrl: 'https://example.org/#TICKET#'\n---\nkanban\n  [Todo]\n    [Card]\n",
  );
  expect(warnings).toEqual([
    '"kanban": tickets are shown without links, so "ticketBaseUrl" has no effect',
  ]);
});
