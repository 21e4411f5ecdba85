import type { Grammar } from './grammar.ts';

type Rule = (grammar: Grammar) => string;

const fence = '```';

/** What labels of diagrams contain besides words. */
export const labelParts: readonly Rule[] = [
  (g) => g.word(),
  (g) => g.word(),
  (g) => g.word(),
  (g) => `${g.word()}<br>${g.word()}`,
  (g) => `<b>${g.word()}</b>`,
  (g) => `${g.word()} #quot;${g.word()}#quot;`,
  (g) => `${g.word()} &amp; ${g.word()}`,
  (g) => `${g.word()}: ${g.word()}`,
  (g) => `<img src=x onerror=hit()>${g.word()}`,
  (g) => `<script>hit()</script>${g.word()}`,
  (g) => `#lt;script#gt;hit()#lt;/script#gt;${g.word()}`,
  (g) => `**${g.word()}** _${g.word()}_`,
  (g) => `${g.word()}; ${g.word()}`,
  (g) => `(${g.word()})`,
  (g) => `${g.word()} %% ${g.word()}`,
  (g) => `\\n${g.word()}`,
  () => '__proto__',
  () => 'constructor',
];

const settings: readonly Rule[] = [
  () => '',
  () => '',
  () => '',
  () => '%%{init: {"theme": "dark", "themeVariables": {"primaryColor": "#f00;}"}}}%%\n',
  () => '%%{init: {"__proto__": {"a": 1}, "themeCSS": "* {"}}%%\n',
  () => '---\nconfig:\n  theme: forest\n---\n',
  () => '%% a comment\n',
];

/** Diagrams of each type in Mermaid's language. */
const mermaid: readonly Rule[] = [
  (g) => `flowchart LR\na["${g.label()}"] -->|"${g.label()}"| b{"${g.label()}"}`,
  (g) => `flowchart TD\nsubgraph s ["${g.label()}"]\na --> b\nend\ns --> a\n__proto__ --> b`,
  (g) => `flowchart TD\na@{ shape: doc, label: "${g.label()}" }\na --o b\nb --x a`,
  (g) => `flowchart TD\na(["${g.label()}"])\nclick a "javascript:hit()" "${g.word()}"`,
  (g) => `flowchart TD\na --> b\nstyle a fill:url(http://example.org/),color:red\n%% ${g.word()}`,
  (g) =>
    `sequenceDiagram\nparticipant A as ${g.label()}\nA->>B: ${g.label()}\nNote over A: ${g.label()}`,
  (g) =>
    `sequenceDiagram\nbox ${g.word()}\nactor A\nend\nloop ${g.label()}\nA->>+B: ${g.label()}\nend`,
  (g) => `sequenceDiagram\nA->>B: ${g.label()}\nlink A: ${g.word()} @ javascript:hit()`,
  (g) =>
    `classDiagram\nclass A["${g.word()}"] {\n+${g.word()} ${g.word()}\n+run(${g.word()})\n}\nA <|-- B : ${g.label()}`,
  (g) =>
    `classDiagram\nnamespace ${g.word()} {\nclass A\n}\nnote for A "${g.label()}"\nA "1" --> "*" B`,
  (g) => `stateDiagram-v2\n[*] --> A\nstate "${g.label()}" as A\nA --> B : ${g.label()}`,
  (g) => `stateDiagram-v2\nstate A {\nB --> A\n}\nnote right of B : ${g.label()}`,
  (g) => `erDiagram\nA ||--o{ B : "${g.label()}"\nA {\nstring ${g.word()} PK "${g.label()}"\n}`,
  (g) => `mindmap\n  ${g.label()}\n    a["${g.label()}"]\n    ${g.word()}`,
  (g) => `kanban\n  a[${g.word()}]\n    b[${g.label()}]@{ assigned: '${g.word()}' }`,
  (g) => `timeline\n  title ${g.label()}\n  section ${g.word()}\n  ${g.word()} : ${g.word()}`,
  (g) => `journey\n  title ${g.label()}\n  section ${g.word()}\n  ${g.word()}: 5: ${g.word()}`,
  (g) =>
    `requirementDiagram\nrequirement a {\nid: 1\ntext: ${g.word()}\n}\nelement b {\ntype: ${g.word()}\n}\nb - satisfies -> a`,
  (g) => `pie title ${g.label()}\n"${g.word()}" : 1\n"${g.label()}" : 1e308`,
  (g) => `xychart-beta\ntitle "${g.word()}"\nx-axis ["${g.word()}", b]\nbar [1, 1e308]`,
  (g) =>
    `quadrantChart\ntitle ${g.word()}\nx-axis ${g.word()} --> ${g.word()}\n${g.word()}: [0.5, 0.5]`,
  (g) =>
    `C4Context\ntitle ${g.word()}\nPerson(a, "${g.label()}", "${g.label()}")\nSystem(b, "${g.word()}")\nRel(a, b, "${g.label()}")`,
  (g) => `gitGraph\ncommit id: "${g.word()}"\nbranch ${g.word()}\ncommit tag: "${g.word()}"`,
  (g) =>
    `architecture-beta\ngroup a(cloud)[${g.word()}]\nservice b(server)[${g.word()}] in a\nservice c(disk)[${g.word()}]\nb:R -- L:c`,
  (g) =>
    `radar-beta\ntitle ${g.word()}\naxis a["${g.word()}"], b["${g.word()}"], c\ncurve d["${g.word()}"]{1, 2, 3}`,
  (g) =>
    `gantt\ntitle ${g.word()}\nsection ${g.word()}\n${g.word()} : a, 2024-01-01, 1d\nb : after ${g.word()}, 1e308d`,
];

const dot: readonly Rule[] = [
  (g) => `digraph {\na [label="${g.label()}"]; a -> b [label="${g.label()}"]\n}`,
  (g) =>
    `digraph {\nsubgraph cluster_a { label="${g.label()}"; a } a -> b [xlabel="${g.word()}"]\n}`,
  (g) => `graph {\nnode [shape=record]; a [label="{${g.word()}|<p> ${g.label()}}"]; a:p -- b\n}`,
  (g) => `digraph {\na [label=<<table><tr><td>${g.word()}</td></tr></table>>]\n}`,
  (g) =>
    `digraph {\na [label=<<b>${g.label()}</b>>, URL="javascript:hit()", tooltip="${g.word()}"]\n}`,
  (g) => `graph {\nlayout=neato; a -- b -- c -- a; label="${g.label()}"\n}`,
  (g) => `digraph {\na [style="filled", fillcolor="url(http://example.org/)"] ${g.word()} -> a\n}`,
  (g) => `digraph {\n"${g.label()}" -> __proto__ [__proto__=constructor, nodesep=1e308]\n}`,
  (g) => `digraph {\nsize="1e308"; a [width=-1, fontsize=99999, label="${g.word()}"]\n}`,
];

const steps: readonly string[] = ['', '', '', ' steps=nodes', ' steps=edges', ' steps="b, a"'];

/** A diagram in one of the two languages. */
export function diagram(g: Grammar): string {
  const isDot = g.choose([true, false, false]);
  const text = isDot ? g.choose(dot)(g) : g.choose(settings)(g) + g.choose(mermaid)(g);
  return `${fence}${isDot ? 'dot' : 'mermaid'}${g.choose(steps)}\n${text}\n${fence}`;
}
