import { between, type Construct, fence, repeat } from './construct.ts';

export const files: readonly Construct[] = [
  {
    name: 'includes that double',
    count: 4,
    write: (n) =>
      Object.fromEntries([
        ['deck.md', '# Deck\n\n---\nsrc: a0.md\n---\n'],
        ...Array.from({ length: n }, (_, i) => [
          `a${i}.md`,
          `# Part\n\n---\nsrc: a${i + 1}.md\n---\n\n---\nsrc: a${i + 1}.md\n---\n`,
        ]),
        [`a${n}.md`, 'text\n'],
      ]),
  },
  {
    name: 'rows of a chart',
    count: 5000,
    write: (n) => ({
      'deck.md': `${fence}chart line\ndata: a.csv\n${fence}\n`,
      'a.csv': `x,y\n${repeat('#,1\n', n)}`,
    }),
  },
  {
    name: 'columns of a chart',
    count: 1000,
    write: (n) => ({
      'deck.md': `${fence}chart line\ndata: a.csv\n${fence}\n`,
      'a.csv': `${repeat('c#,', n)}x\n${'1,'.repeat(n)}1\n`,
    }),
  },
  {
    name: 'rows of a data table',
    count: 100,
    write: (n) => ({
      'deck.md': `${fence}table\ndata: a.csv\n${fence}\n`,
      'a.csv': `x,y\n${repeat('#,1\n', n)}`,
    }),
  },
];

export const diagrams: readonly Construct[] = [
  between('edges of a diagram', `${fence}mermaid\nflowchart LR\n`, 'a#-->b#\n', `${fence}\n`, 25),
  between('a chain in a diagram', `${fence}mermaid\nflowchart LR\na`, '-->b#', `\n${fence}\n`, 25),
  between('subgraphs', `${fence}mermaid\nflowchart LR\n`, 'subgraph a#\n', `${fence}\n`, 50),
  between('a sequence', `${fence}mermaid\nsequenceDiagram\n`, 'A->>B: #\n', `${fence}\n`, 30),
  between('tasks', `${fence}mermaid\ngantt\n`, 'a# :2024-01-01, 1d\n', `${fence}\n`, 25),
  between('a label', `${fence}mermaid\nflowchart LR\na[`, 'word ', `]\n${fence}\n`, 100),
  between('a DOT graph', `${fence}dot\ndigraph {\n`, 'a#->b#;\n', `}\n${fence}\n`, 25),
  between('nested DOT graphs', `${fence}dot\ndigraph {\n`, '{', `\n${fence}\n`, 1000),
];
