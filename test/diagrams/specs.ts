/** A diagram of each type, as decks have them, in its language. */
export const diagrams: Readonly<Record<string, string>> = {
  gantt: fence(
    'mermaid',
    `gantt
  excludes weekends
  section Garden
    Plan :done, plan, 2024-03-04, 4d
    Dig the whole garden :active, dig, after plan, 6d
    Plant :crit, plant, after dig, 5d
    Blossom :milestone, after plant, 0d
  section Shop
    Build it :2024-03-07, until plant
    Fair :vert, 2024-03-20, 0d`,
  ),
  flowchart: fence(
    'mermaid',
    `flowchart LR
  client([Browser]) -->|places an order| api[Orders API]
  subgraph cloud [Our cloud]
    api --> check{In stock?}
    check -- yes --> pay[[Take payment]]
    check -- no --> back(Back order)
    pay --> db[(Orders)]
    back -.-> db
  end
  db ==> ship{{Shipping}}
  ship --> round((Round)) & lean[/Leaning/] & flag>Flag]
  classDef hot fill:#ffd9c7,stroke:#c2410c
  class pay hot`,
  ),
  sequence: fence(
    'mermaid',
    `sequenceDiagram
  actor U as User
  participant A as App
  participant S as Auth server
  U->>+A: Open the page
  A->>+S: Authorise
  alt correct
    S-->>-A: Token
  else wrong
    A--xU: Try again
  end
  deactivate A
  Note over A,S: TLS all the way
  loop every hour
    A->>A: Refresh the token
  end`,
  ),
  classes: fence(
    'mermaid',
    `classDiagram
  class Shape {
    <<interface>>
    +area() double
  }
  class Polygon {
    -Point[] corners
    +area() double
  }
  Shape <|.. Polygon
  Polygon "1" *-- "3..*" Point : corners
  note for Shape "has no size of its own"`,
  ),
  states: fence(
    'mermaid',
    `stateDiagram-v2
  direction LR
  [*] --> Queued
  Queued --> Running : a worker takes it
  state Running {
    [*] --> Fetching
    Fetching --> Computing
  }
  Running --> Done
  Running --> Queued : error
  Done --> [*]`,
  ),
  entities: fence(
    'mermaid',
    `erDiagram
  CUSTOMER ||--o{ ORDER : places
  ORDER ||--|{ LINE : has
  CUSTOMER {
    int id PK
    string email UK
  }`,
  ),
  graph: fence(
    'dot',
    `digraph {
  rankdir=LR
  subgraph cluster_front { label="Front end"; web; mobile [shape=box, style=rounded] }
  db [shape=cylinder, label="Postgres"]
  queue [shape=box, style=filled, fillcolor="#0d2a33", fontcolor=white]
  list [shape=record, label="{<head> head|<tail> the tail}|size"]
  rows [shape=plain, label=<<table><tr><td>one</td><td>two</td></tr><tr><td>three</td></tr></table>>]
  web -> {mobile db queue} [label="HTTPS"]
  mobile -> list:tail
  db -> rows
}`,
  ),
  shapes: fence(
    'graphviz',
    `graph {
  a [label="an ellipse"]; b [shape=diamond, label="a diamond"]; c [shape=hexagon, label="six sides"]
  d [shape=octagon]; e [shape=house]; f [shape=triangle, label="three"]; g [shape=pentagon]
  h [shape=note]; i [shape=doublecircle, label=twice]; j [shape=parallelogram]; k [shape=trapezium]
  l [shape=invtriangle, label="down"]; m [shape=invhouse]; n [shape=circle, label="a longer text"]
  a -- {b c d e}; b -- {f g h}; c -- {i j}; d -- {k l}; e -- {m n}
}`,
  ),
};

export function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\`\n`;
}

/** One slide for each, under a title. */
export const deckOfDiagrams: string = Object.entries(diagrams)
  .map(([name, text]) => `## A slide of ${name}\n\n${text}`)
  .join('\n---\n\n');
