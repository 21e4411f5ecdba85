import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { fence } from './specs.ts';

/** Diagrams with words in capitals, each of which is drawn or named in a warning. */
const drawn = {
  'a title of a sequence': 'sequenceDiagram\n  title: TITLEONE\n  A->>B: x',
  'a title without a colon': 'sequenceDiagram\n  title TITLETWO\n  A->>B: x',
  'a statement in the line of the direction': 'flowchart LR; AFTERDIRECTION --> b',
  'text after the type': 'sequenceDiagram AFTERONE->>AFTERTWO: AFTERTHREE',
  'a name given after the first message':
    'sequenceDiagram\n  A->>B: x\n  participant A as LATERNAME',
  'a comment of an attribute': 'erDiagram\n  A {\n    int id PK "COMMENTONE"\n    string b\n  }',
  'comments without keys': 'erDiagram\n  A {\n    int id "COMMENTTWO"\n  }',
  'two annotations': 'classDiagram\n  class A\n  <<NOTEONE>> A\n  <<NOTETWO>> A',
  'descriptions of a state': 'stateDiagram-v2\n  A : LINEONE\n  A : LINETWO\n  A --> B',
  'the text of a state that has states':
    'stateDiagram-v2\n  state "OUTERSTATE" as A\n  state A {\n    B --> C\n  }',
  'an empty subgraph':
    'flowchart LR\n  a --> b\n  subgraph c [EMPTYGROUP]\n  end\n  b -->|TOEMPTY| c',
  'empty subgraphs in each other':
    'flowchart LR\n  a --> b\n  subgraph c [OUTERGROUP]\n    subgraph d [INNERGROUP]\n    end\n  end',
};

const named = {
  'the text of a fork': 'stateDiagram-v2\n  state "FORKTEXT" as f <<fork>>\n  A --> f',
  'a title in a line with others': 'sequenceDiagram; title TITLETHREE; A->>B: x',
  'the title of a box':
    'sequenceDiagram\n  box Aqua BOXTITLE\n    participant A\n  end\n  A->>B: x',
  'the title of a box without color':
    'sequenceDiagram\n  box BOXNAME with words\n    participant A\n  end\n  A->>B: x',
  'words after a color': 'sequenceDiagram\n  rect rgb(1, 2, 3) RECTTEXT\n    A->>B: x\n  end',
  'settings of a participant':
    'sequenceDiagram\n  participant A@{ "alias": "ALIASTEXT" }\n  A->>B: x',
};

const drawnByGraphviz = {
  'the second label of an edge': 'digraph { a -> b [label="LABELONE", xlabel="XLABELONE"] }',
  'an only xlabel': 'digraph { a -> b [xlabel="XLABELTWO"] }',
  'an xlabel of a node': 'digraph { a [label="NODELABEL", xlabel="XLABELNODE"] }',
  'an xlabel by default': 'digraph { node [xlabel="XLABELDEFAULT"]; a -> b }',
  'a table in a cell':
    'digraph { a [label=<<table><tr><td>CELLONE</td><td><table><tr><td>CELLTWO</td></tr></table></td></tr></table>>] }',
  'a table at a line': 'digraph { a -> b [label=<<table><tr><td>EDGETABLE</td></tr></table>>] }',
  'a table as title': 'digraph { label=<<table><tr><td>TITLETABLE</td></tr></table>>; a }',
  'the last label of a line': 'strict digraph { a -> b [label=first]; a -> b [label=SECONDLINE] }',
  'labels at both ends': 'digraph { a -> b [headlabel="HEADLABEL", taillabel="TAILLABEL"] }',
  'the title of each of several graphs':
    'digraph { label="TITLEFIRST"; a } graph { label="TITLESECOND"; NODETHREE }',
  'a label of a group': 'digraph { subgraph cluster_b { label="CLUSTERLABEL"; a } }',
};

const namedByGraphviz = {
  'an empty cluster': 'digraph { a; subgraph cluster_b { label="EMPTYCLUSTER" } }',
  'a cluster that is not drawn':
    'graph { layout=neato; subgraph cluster_b { label="NEATOCLUSTER"; a } }',
  'the label of a point': 'digraph { a [shape=point, label="POINTLABEL"]; a -> b }',
  'the label of a subgraph': 'digraph { subgraph s { label="SUBLABEL"; a -> b } }',
  'the label of an invisible box': 'digraph { a [style=invis, label="HIDDENBOX"]; a -> b }',
  'the label of an invisible line': 'digraph { a -> b [style=invis, label="HIDDENLINE"] }',
  'labels of invisible lines by default':
    'digraph { edge [style=invis, xlabel="HIDDENDEFAULT"]; a -> b -> c }',
  'labels at the ends of an invisible line':
    'digraph { a -> b [style="invis", taillabel="HIDDENTAIL", headlabel="HIDDENHEAD"] }',
  tooltips: 'digraph { a -> b [edgetooltip="EDGETIP", labeltooltip="LABELTIP"] }',
};

const slides = [
  ...[drawn, named].map((group) => ['mermaid', group] as const),
  ...[drawnByGraphviz, namedByGraphviz].map((group) => ['dot', group] as const),
].flatMap(([language, group]) => Object.values(group).map((text) => fence(language, text)));

test('each word of a diagram is drawn or named in a warning', async () => {
  const deck = slides.join('\n\n---\n\n');
  const cwd = temporaryFolder({ 'deck.md': deck });
  const { errors, exitCode } = await lectern(
    ['build', 'deck.md', '--share', '--out', 'a.html'],
    cwd,
  );
  expect(errors).not.toContain('error');
  expect(exitCode).toBe(0);
  const html = readFileSync(path.join(cwd, 'a.html'), 'utf8');
  const words = (groups: readonly object[]) =>
    groups.flatMap((group) => JSON.stringify(group).match(/[A-Z]{7,}/g) ?? []);
  expect(words([drawn, drawnByGraphviz]).filter((word) => !html.includes(word))).toEqual([]);
  const isNamed = (word: string) => html.includes(word) || errors.includes(word);
  expect(words([named, namedByGraphviz]).filter((word) => !isNamed(word))).toEqual([]);
});
