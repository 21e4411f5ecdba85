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
    expect(await problemsOf(text)).toEqual([
      '"::icon(fa fa-book)": the icon "fa fa-book" is not drawn',
      '":::urgent": the class "urgent" has no effect',
    ]);
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

describe('charts', () => {
  test('pie', async () => {
    const { reading } = await readWithWarnings(
      'pie showData title Pets\n  "Dogs" : 38.5\n  "Cats" : 1\n',
    );
    expect(reading).toMatchObject({
      title: 'Pets',
      spec: {
        kind: 'chart',
        chart: {
          type: 'pie',
          labels: ['Dogs', 'Cats'],
          valueLabels: true,
          series: [{ values: [38.5, 1] }],
        },
      },
    });
  });

  test('xychart', async () => {
    const { chart } = await readSpec(
      'chart',
      `xychart-beta horizontal
  title "Sales"
  x-axis "Month" [jan, "feb 2", mar]
  y-axis "Revenue" 0 --> 100
  bar "A" [1, 2, 3]
  line [4, 5]
`,
    );
    expect(chart).toMatchObject({
      type: 'bar',
      x: 'Month',
      unit: 'Revenue',
      horizontal: true,
      labels: ['jan', 'feb 2', 'mar'],
      options: { scales: { x: { min: 0, max: 100 } } },
      series: [
        { name: 'A', values: [1, 2, 3] },
        { name: 'Line', values: [4, 5, null], as: 'line' },
      ],
    });
  });

  test('xychart with numbers on its x axis', async () => {
    const { chart } = await readSpec('chart', 'xychart\n  x-axis 0 --> 10\n  line [4, 5, 6]\n');
    expect(chart).toMatchObject({
      type: 'line',
      labels: ['0', '5', '10'],
      series: [{ values: [4, 5, 6] }],
    });
  });

  test('radar', async () => {
    const { chart } = await readSpec(
      'chart',
      'radar-beta\n  axis a["Speed"], b\n  curve x["Car"]{3, 4}\n  curve y{b: 1, a: 2}\n  max 5\n',
    );
    expect(chart).toMatchObject({
      type: 'radar',
      labels: ['Speed', 'b'],
      options: { scales: { r: { min: 0, max: 5 } } },
      series: [
        { name: 'Car', values: [3, 4] },
        { name: 'y', values: [2, 1] },
      ],
    });
  });

  test('quadrants', async () => {
    const spec = await readSpec(
      'quadrants',
      `quadrantChart
  x-axis Low --> High
  y-axis Weak --> Strong
  quadrant-1 One
  quadrant-2 Two
  quadrant-3 Three
  quadrant-4 Four
  P: [0.3, 0.6]
  Q:::hot: [1, 0] radius: 12
  classDef hot color: #ff3300
`,
    );
    expect(spec).toEqual({
      kind: 'quadrants',
      quadrants: ['One', 'Two', 'Three', 'Four'],
      left: 'Low',
      right: 'High',
      bottom: 'Weak',
      top: 'Strong',
      points: [
        { label: 'P', x: 0.3, y: 0.6 },
        { label: 'Q', x: 1, y: 0, color: '#ff3300', radius: 12 },
      ],
    });
  });
});

describe('systems', () => {
  test('requirements', async () => {
    const { direction, nodes, edges } = await readSpec(
      'graph',
      `requirementDiagram
  direction LR
  functionalRequirement req {
    id: 1.1
    text: the text.
    risk: low
    verifymethod: test
  }
  element part {
    type: simulation
    docRef: reqs/part
  }
  part - satisfies -> req
  req <- contains - part
`,
    );
    expect(direction).toBe('LR');
    expect(JSON.stringify(nodes)).toContain(
      'ID: 1.1\\nText: the text.\\nRisk: Low\\nVerification: Test',
    );
    expect(JSON.stringify(nodes)).toContain('«Functional Requirement»');
    expect(JSON.stringify(nodes)).toContain('Type: simulation\\nDoc Ref: reqs/part');
    expect(edges).toMatchObject([
      { from: 'part', to: 'req', label: '«satisfies»', line: 'dashed', end: 'vee' },
      { from: 'part', to: 'req', label: '«contains»', line: 'solid', start: 'hollow-circle' },
    ]);
  });

  test('C4 with an attribute in place of the label', async () => {
    const { reading } = await readWithWarnings('C4Context\nPerson(ada, $sprite="users")');
    expect(JSON.stringify(reading?.spec)).toContain('"text":"ada"');
  });

  test('C4', async () => {
    const { reading } = await readWithWarnings(`C4Container
  title Bank
  Person(p, "Customer", "Has accounts")
  Container_Boundary(b, "Banking") {
    Container(web, "Web app", "TypeScript", "Shows accounts")
    ContainerDb_Ext(db, "Database")
  }
  Rel(p, web, "Uses", "HTTPS")
  BiRel(web, db, "Reads")
  UpdateElementStyle(p, $bgColor="grey")
`);
    expect(reading).toMatchObject({
      title: 'Bank',
      spec: {
        groups: [{ id: 'b', label: 'Banking [CONTAINER]' }],
        nodes: [
          { id: 'p', paint: { fill: 'grey' } },
          { id: 'web', group: 'b' },
          { id: 'db', group: 'b', shape: 'cylinder', paint: { isDashed: true } },
        ],
        edges: [
          { from: 'p', to: 'web', label: 'Uses\n[HTTPS]', start: 'none', end: 'arrow' },
          { from: 'web', to: 'db', label: 'Reads', start: 'arrow', end: 'arrow' },
        ],
      },
    });
  });

  test('architecture', async () => {
    const { direction, nodes, groups, edges } = await readSpec(
      'graph',
      `architecture-beta
  group api(cloud)[API]
  group inner(cloud)[Inner] in api
  service db(database)[Orders] in api
  service web(server)[Web] in inner
  junction j
  db:L -- R:web
  web:L <-[reads]-> R:j
`,
    );
    expect(direction).toBe('LR');
    expect(nodes.map(({ id, shape, group }) => [id, shape, group])).toEqual([
      ['db', 'cylinder', 'api'],
      ['web', 'subroutine', 'inner'],
      ['j', 'dot', undefined],
    ]);
    expect(groups).toMatchObject([{ label: 'API' }, { label: 'Inner', parent: 'api' }]);
    expect(edges).toMatchObject([
      { from: 'web', to: 'db', start: 'none', end: 'none' },
      { from: 'j', to: 'web', label: 'reads', start: 'arrow', end: 'arrow' },
    ]);
  });

  test('commits, without ids by chance', async () => {
    const text = `gitGraph
  commit
  commit id: "one" tag: "v1"
  branch develop
  commit type: REVERSE
  checkout main
  commit type: HIGHLIGHT
  merge develop id: "m"
`;
    const spec = await readSpec('commits', text);
    expect(await readSpec('commits', text)).toEqual(spec);
    expect(spec).toMatchObject({
      direction: 'LR',
      branches: ['main', 'develop'],
      commits: [
        { branch: 0, parents: [], mark: 'normal', tags: [] },
        { label: 'one', branch: 0, parents: [0], tags: ['v1'] },
        { branch: 1, parents: [1], mark: 'reverse' },
        { branch: 0, parents: [1], mark: 'highlight' },
        { label: 'm', branch: 0, parents: [3, 2], mark: 'merge' },
      ],
    });
    expect(spec.commits[0]).not.toHaveProperty('label');
  });
});

test('the main branch of commits has the name of the configuration', async () => {
  const { branches, commits } = await readSpec(
    'commits',
    `---
config:
  gitGraph:
    mainBranchName: trunk
---
gitGraph
  commit id: "a"
  branch b
  commit id: "c"
  checkout trunk
  commit id: "d"
`,
  );
  expect(branches).toEqual(['trunk', 'b']);
  expect(commits.map(({ branch }) => branch)).toEqual([0, 1, 0]);
});

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
