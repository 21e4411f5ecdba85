import { expect, test } from 'vitest';
import { placedProblemsOf } from './read.ts';

const errors: Readonly<Record<string, readonly [text: string, problem: string]>> = {
  'events without a period': [
    'timeline\n  title x\n  : planted',
    '3:3 : planted | these events have no period | a period and its events are written 2024 : event : event',
  ],
  'a slice without a number': [
    'pie\n  "a" : 1\n  "b" : x',
    '3:9 x | this pie cannot be read | a slice is written "Apples" : 42.5',
  ],
  'a service whose title is not closed': [
    'architecture-beta\n  service a(server)[A',
    '2:20 [A | this diagram cannot be read | write group id(cloud)[Title], service id(server)[Title] in group, and a:R --> L:b',
  ],
  'a branch that does not exist': [
    'gitGraph\n  commit\n  checkout nope',
    '3:3 checkout nope | there is no branch "nope" to check out | create it by: branch nope',
  ],
  'a wrong direction': [
    'flowchart LT\n  a --> b',
    '1:11 LT | there is no direction "LT" | did you mean "BT"?',
  ],
  'a text that is not closed': [
    'flowchart LR\n  a[Open --> b\n  b --> c',
    '2:4 [ | this box is not closed | close it with a bracket; a text with brackets or quotes in it is written in quotes: a["f(x)"]',
  ],
  'brackets in a text': [
    'flowchart LR\n\n%% comment\n  a[f(x)] --> b',
    '4:6 ( | unexpected "(" in a text | a text with brackets or quotes in it is written in quotes: a["f(x)"]',
  ],
  'a brace after a style': [
    'flowchart LR\n  a --> b\n  style a fill:red;}body{fill:rgb(1, 2, 3)',
    '3:20 }body{fill:rgb(1, 2, 3) | unexpected "}body{fill:rgb(1, 2, 3)"',
  ],
  'a wrong arrow': [
    '---\ntitle: x\n---\nflowchart LR\n  b -> c',
    '5:5 - | a line such as --> is expected here, not "-" | boxes are connected by --> or ---, with a text by -->|text|',
  ],
  'a subgraph without end': [
    'flowchart LR\n  subgraph x\n    c --> d',
    '2:3 subgraph x | this subgraph is not closed | close it with a line "end"',
  ],
  'a box named end': [
    'flowchart LR\n  a --> end',
    '2:9 end | a box cannot be named "end" | write End',
  ],
  'an unknown shape': [
    'flowchart LR\n  a@{ shape: cilinder }',
    '2:14 cilinder | there is no shape "cilinder" | did you mean "cylinder"?',
  ],
  'a comment after a statement': [
    'flowchart LR\n  a --> b %% comment',
    '2:11 %% | a comment needs a line of its own',
  ],
  'a style of no line': [
    'flowchart LR\n  a --> b\n  linkStyle 3 stroke:red',
    '3:3 linkStyle | this linkStyle names a line that does not exist | the first line has the number 0',
  ],
  'a class without an end': [
    'classDiagram\n  class Cat {\n    a',
    '2:3 class Cat { | this brace is not closed | close it with a line "}"',
  ],
  'a relation without a class': [
    'classDiagram\n  Dog <|--',
    '2:11  | a class is missing here | write A <|-- B : label, class A { … } or A : +member',
  ],
  'a transition without an end': [
    'stateDiagram-v2\n  A -->\n  B',
    '2:8  | a transition needs two ends | a transition is written A --> B : what happens',
  ],
  'a state without an end': [
    'stateDiagram-v2\n  state B {\n    A',
    '2:3 state B { | this state is not closed | close it with a line "}"',
  ],
  'a wrong cardinality': [
    'erDiagram\n  A ||--x{ B : has',
    '2:9 x{ | "x{" does not say how many | did you mean "o{"?',
  ],
  'an attribute without a name': [
    'erDiagram\n  C { string }',
    '2:14 } | an attribute needs a type and a name | write string name, or int id PK "a comment"',
  ],
  'an unknown type': [
    'flowchrt LR',
    '1:1 flowchrt | there is no diagram type "flowchrt" | did you mean "flowchart"?',
  ],
  'an unknown risk of a requirement': [
    'requirementDiagram\n  requirement r {\n    id: 1\n    risk: hugh\n  }',
    '4:11 hugh | there is no risk "hugh" | did you mean "high"?',
  ],
  'an unknown way to verify a requirement': [
    'requirementDiagram\n  requirement r {\n    verifymethod: guess\n  }',
    '3:19 guess | there is no way to verify "guess" | one of: analysis, demonstration, inspection, test',
  ],
  'an unknown field of a requirement': [
    'requirementDiagram\n  requirement r {\n    rsik: high\n  }',
    '3:5 rsik | there is no field of requirements "rsik" | did you mean "risk"?',
  ],
  'an unknown field of an element': [
    'requirementDiagram\n  element e {\n    tpye: x\n  }',
    '3:5 tpye | there is no field of elements "tpye" | did you mean "type"?',
  ],
  'an unknown type of requirement': [
    'requirementDiagram\n  functionalRequirment r {\n    id: 1\n  }',
    '2:3 functionalRequirment | there is no type "functionalRequirment" of requirements | did you mean "functionalRequirement"?',
  ],
  'an unknown relation of requirements': [
    'requirementDiagram\n  requirement r {\n    id: 1\n  }\n  r - satisfis -> r',
    '5:7 satisfis | there is no relation "satisfis" | did you mean "satisfies"?',
  ],
};

const warnings: Readonly<Record<string, readonly [text: string, problem: string]>> = {
  'a color that is none': [
    'flowchart LR\n  a\n  style a fill:blurple',
    '3:11 fill:blurple | "blurple" is not a color | write a name, #123456 or var(--chart-1)',
  ],
  'a style that is not drawn': [
    'flowchart LR\n  a\n  style a glow:strong',
    '3:11 glow:strong | the style "glow:strong" is not drawn',
  ],
  'a script on a click': [
    'flowchart LR\n  a\n  click a callback "tip"',
    '3:3 click a callback "tip" | what happens on a click is left out | a click can open a link: click A "https://example.org"',
  ],
  'a link that is none': [
    'flowchart LR\n  a\n  click a "javascript:alert(1)"',
    '3:3 click a "javascript:alert(1)" | this link is left out | write an address that begins with https:// or mailto:',
  ],
  'settings that cannot be read': [
    '%%{init: {"theme: 1}}%%\nflowchart LR\n  a',
    '1:1 %%{init: {"theme: 1}}%% | these settings cannot be read | write them as YAML or JSON',
  ],
};

test.each(Object.entries({ ...errors, ...warnings }))('%s', async (_, [text, problem]) => {
  expect(await placedProblemsOf(text)).toEqual([problem]);
});
