import { expect, test } from 'vitest';
import { hasTag, htmlPieces, recordPieces } from '../../src/3-resolve/diagram/dot/pieces.ts';
import { readTokens } from '../../src/3-resolve/diagram/dot/tokens.ts';
import { prepareText } from '../../src/3-resolve/diagram/mermaid/text.ts';
import { readDiagram } from '../../src/3-resolve/diagram/read-diagram.ts';
import { readDiagrams } from '../../src/3-resolve/diagram/read-diagrams.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { BuildMemo } from '../../src/base/memo/memo.ts';
import { withTimeLimit } from '../../src/base/time/time-limit.ts';

const maxLength = 100_000;
const long = (part: string) => part.repeat(maxLength / part.length);
const longLines = (part: string) =>
  `${part.repeat(Math.floor(999 / part.length))}\n`.repeat(19).slice(0, 20_000);

/** What reads a text outside of a time limit of its own. */
const readers = {
  'Mermaid with ":#"': () => prepareText(longLines(`${'style'.repeat(10)}${':#'.repeat(100)}`)),
  'Mermaid with ":#" and ";"': () => prepareText(longLines(`style${':#'.repeat(100)};`)),
  'Mermaid with "<a"': () => prepareText(longLines('<a')),
  'Mermaid with "%%{"': () => prepareText(longLines('%%{')),
  'Mermaid with "---"': () => prepareText(`---\n${'\n'.repeat(19_000)}`),
  'HTML with "<"': () => htmlPieces(`<b>x</b><![CDATA[ > ${long('<')}" ]]>`),
  'HTML with quotes': () => htmlPieces(`<b>x</b>${long(`<'`)}"`),
  'HTML with comments': () => htmlPieces(long('<!--')),
  'a record with "<"': () => recordPieces(long('<')),
  'a record with "\\"': () => recordPieces(long('\\')),
  'a label with "<b"': () => hasTag(long('<b')),
  'DOT with "<"': () => readTokens(long('<')),
  'DOT with "<!--"': () => readTokens(long('<!--')),
  'DOT with "/*"': () => readTokens(long('/*')),
  'DOT with backslashes': () => readTokens(long('"\\')),
};

test.each(Object.entries(readers))('the longest diagram is read in time: %s', (_, read) => {
  expect(withTimeLimit(1000, () => read() !== undefined)).toBe(true);
});

test('a style before a color keeps its words', () => {
  const { text } = prepareText('flowchart\nstyle a fill:#f00;\nclassDef b stroke: #f ,c;\n');
  expect(text).toBe('flowchart\nstyle a fill:#f00 \nclassDef b stroke: #f ,c;\n\n');
});

test('comments of DOT hide what is in them, and nothing else', async () => {
  const texts = (text: string) => readTokens(text).map((token) => token.text);
  expect(texts('/* "a\n b" */ c /* " \n */ d // " e\n f')).toEqual(['c', 'd', 'f']);
  expect(texts('a <<b>x</b><!-- > " -->y> c')).toEqual(['a', '<b>x</b><!-- > " -->y', 'c']);
  const hidden = 'digraph { /* "\n */ a [image="/etc/passwd"] }';
  const { problems } = await readDiagram('dot', hidden);
  expect(problems).toMatchObject([{ code: 'diagram-unsafe', start: hidden.indexOf('image') }]);
});

const sizes = ['fontsize', 'width', 'nodesep', 'ranksep', 'dpi', 'penwidth', 'arrowsize', 'size'];

test.each(['nan', 'inf', '1e308', '-1e308', '2147483647'])(
  'a size of %s in DOT is drawn or refused',
  async (value) => {
    for (const name of sizes) {
      const set = `${name}="${value}"`;
      const text = `digraph { graph [${set}]; node [${set}]; edge [${set}]; a -> b [label=x] }`;
      const { reading, problems } = await readDiagram('dot', text);
      expect(reading !== undefined || problems.length > 0, set).toBe(true);
      expect(JSON.stringify(reading) ?? '', set).not.toMatch(/null/);
    }
  },
);

/** Names that every object of JavaScript has. */
const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

/** Diagrams that use a name wherever one can be. */
const named: Readonly<Record<string, (name: string) => string>> = {
  flowchart: (a) =>
    `flowchart\n${a} --> b\nclassDef ${a} fill:#f00\nclass b ${a}\nsubgraph s${a}[${a}]\nc\nend`,
  class: (a) => `classDiagram\nclass ${a} {\n+int ${a}\n}\n${a} <|-- b : ${a}`,
  state: (a) =>
    `stateDiagram-v2\n[*] --> ${a}\n${a} --> b : ${a}\nclassDef ${a} fill:red\nclass b ${a}`,
  entity: (a) => `erDiagram\n${a} ||--o{ b : ${a}\n${a} {\nstring ${a}\n}`,
  sequence: (a) =>
    `sequenceDiagram\nparticipant ${a}\n${a}->>b: ${a}\nlinks ${a}: {"${a}": "https://e.org"}`,
  kanban: (a) => `kanban\n${a}[x]\n  ${a}2[y]@{ assigned: ${a}, "${a}": 1 }`,
  gantt: (a) =>
    `gantt\nsection ${a}\n${a} :${a}, 2024-01-01, 1d\nb :after ${a}, 1d\nclick ${a} href "https://e.org"`,
  git: (a) => `gitGraph\ncommit id: "${a}"\nbranch ${a}\ncommit tag: "${a}"`,
  C4: (a) => `C4Context\nPerson(${a}, "x", $tags="${a}")\nSystem(b, "y")\nRel(${a}, b, "${a}")`,
  settings: (a) =>
    `%%{init: {"${a}": {"a": 1}, "themeVariables": {"${a}": "red"}}}%%\nflowchart\na --> b`,
};

test.each(Object.entries(named))(
  'names of objects are names in a diagram: %s',
  async (_, write) => {
    const wordOf = (name: string, text: string) => text.replaceAll(name, 'word');
    const usual = await readDiagram('mermaid', write('word'));
    expect(usual.reading).toBeDefined();
    for (const name of names) {
      const { reading, problems } = await readDiagram('mermaid', write(name));
      expect(problems, name).toEqual([]);
      expect(Object.keys({}), name).toEqual([]);
      expect(wordOf(name, JSON.stringify(reading)).length, name).toBeGreaterThan(50);
    }
    expect(({} as Record<string, unknown>).a).toBeUndefined();
    expect(JSON.stringify(await readDiagram('mermaid', write('word')))).toBe(JSON.stringify(usual));
  },
);

test.each([
  [
    'a group in itself',
    'flowchart\nsubgraph A\nsubgraph B\nsubgraph A\nx\nend\nend\nend\nA --> B\nx --> A',
  ],
  ['a state in itself', 'stateDiagram-v2\nstate A {\nstate A {\nA --> B\n}\n}'],
  [
    'a boundary in itself',
    'C4Context\nBoundary(a, "A") {\nBoundary(b, "B") {\nBoundary(a, "C") {\nSystem(c, "c")\n}\n}\n}',
  ],
  [
    'a class with the name of its namespace',
    'classDiagram\nnamespace A {\nclass A\nclass B\n}\nA <|-- B',
  ],
  [
    'groups in each other',
    'architecture-beta\ngroup a(cloud)[A] in b\ngroup b(cloud)[B] in a\nservice s(server)[S] in a',
  ],
])('%s is drawn or refused', async (_, text) => {
  const { reading, problems } = await readDiagram('mermaid', text);
  expect(reading !== undefined || problems.length > 0).toBe(true);
});

const large = '9'.repeat(400);
const range = 'nothing can be drawn in this range';

test.each([
  ['a value', `pie\n"a" : 1${'0'.repeat(101)}`, '1e+101 cannot be drawn'],
  ['an endless value', `pie\n"a" : ${large}`, 'Infinity cannot be drawn'],
  ['a point', `xychart-beta\nline [1, ${large}]`, 'Infinity cannot be drawn'],
  ['a range without length', 'xychart-beta\ny-axis 5 --> 5\nbar [5, 5]', range],
  ['a range without end', `xychart-beta\ny-axis 0 --> ${large}\nbar [5, 5]`, range],
  ['a radius without length', 'radar-beta\naxis a, b, c\ncurve d{1, 1, 1}\nmax 1\nmin 1', range],
])('%s of a Mermaid chart that cannot be drawn is named', async (_, text, message) => {
  const { problems } = await readDiagram('mermaid', text);
  expect(problems.map((problem) => problem.message)).toEqual([message]);
});

const oneMark = 'more than 2000 shapes and lines of text in one place';

test.each([
  ['colors', `digraph { a [style=wedged, fillcolor="${'red:'.repeat(3000)}red"] }`, oneMark],
  [
    'cells',
    `digraph { a [label=<<table>${'<tr><td>x</td></tr>'.repeat(1100)}</table>>] }`,
    oneMark,
  ],
])('a graph with too many %s in one place is refused', async (_, text, message) => {
  const { problems } = await readDiagram('dot', text);
  expect(problems.filter(({ code }) => code === 'diagram-limit')).toMatchObject([{ message }]);
});

test('the diagrams of a deck are read up to a time', async () => {
  const span = { file: 'deck.md', line: 1, column: 1, length: 1 };
  const diagram = { language: 'dot', text: 'digraph { a }', lines: [span], span, from: 'deck.md' };
  const report = new Report();
  const diagrams = [diagram, diagram] as unknown as Parameters<typeof readDiagrams>[0];
  await readDiagrams(diagrams, new BuildMemo(), report, 0);
  expect(report.diagnostics.map(({ message }) => message)).toEqual([
    'the diagrams up to this one take more than 0 seconds to read',
  ]);
});
