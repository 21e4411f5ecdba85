import { describe, expect, test } from 'vitest';
import { figureMark } from '../../../src/model/diagram/figures.ts';
import { readSpec, readWithWarnings } from './read.ts';

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

  test('relations of C4 that lead up, back, and twice between the same elements', async () => {
    const { edges } = await readSpec(
      'graph',
      `C4Context
  Person(a, "A")
  System(b, "B")
  Rel(a, b, "asks")
  Rel_U(a, b, "climbs")
  Rel_Back(a, b, "answers")
  UpdateRelStyle(a, b, $lineColor="red")
`,
    );
    expect(edges).toMatchObject([
      { from: 'a', to: 'b', label: 'asks', start: 'none', end: 'arrow', paint: { stroke: 'red' } },
      { from: 'b', to: 'a', label: 'climbs', start: 'arrow', end: 'none' },
      { from: 'a', to: 'b', label: 'answers', start: 'arrow', end: 'none' },
    ]);
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
      ['db', 'rectangle', 'api'],
      ['web', 'rectangle', 'inner'],
      ['j', 'dot', undefined],
    ]);
    expect(nodes[0]?.picture).toMatchObject({ frame: 'rounded', textAt: 'bottom' });
    expect(groups).toMatchObject([
      { label: `${figureMark(2)} API` },
      { label: `${figureMark(2)} Inner`, parent: 'api' },
    ]);
    expect(edges).toMatchObject([
      { from: 'db', to: 'web', start: 'none', end: 'none', sides: { from: 'left', to: 'right' } },
      { from: 'web', to: 'j', label: 'reads', start: 'arrow', end: 'arrow' },
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

test('requirements: italic text', async () => {
  const { nodes } = await readSpec(
    'graph',
    'requirementDiagram\n  requirement req {\n    id: 1\n    text: "second *text*"\n  }\n',
  );
  const cell = {
    text: 'ID: 1\nText: second text',
    spans: [{ start: 19, end: 23, style: 'emphasis' }],
  };
  expect(nodes).toMatchObject([{ content: { cells: [{}, cell] } }]);
});
