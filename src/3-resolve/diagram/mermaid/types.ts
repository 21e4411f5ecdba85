/**
 * The types of diagrams that Mermaid knows, each with the first word that people write, and how its text begins.
 * Names and patterns are those of Mermaid's detectors.
 */
export const mermaidTypes = [
  ['C4Context', /^C4(?:Context|Container|Component|Dynamic|Deployment)/],
  ['flowchart', /^(?:flowchart|graph)/],
  ['swimlane-beta', /^swimlane-beta\b/],
  ['erDiagram', /^erDiagram/],
  ['gitGraph', /^gitGraph/],
  ['gantt', /^gantt/],
  ['info', /^info/],
  ['pie', /^pie/],
  ['quadrantChart', /^quadrantChart/],
  ['xychart', /^xychart(?:-beta)?/],
  ['requirementDiagram', /^requirement(?:Diagram)?/],
  ['sequenceDiagram', /^sequenceDiagram/],
  ['classDiagram', /^classDiagram(?:-v2)?/],
  ['stateDiagram', /^stateDiagram(?:-v2)?/],
  ['journey', /^journey/],
  ['timeline', /^timeline/],
  ['mindmap', /^mindmap/],
  ['kanban', /^kanban/],
  ['sankey', /^sankey(?:-beta)?/],
  ['packet', /^packet(?:-beta)?/],
  ['radar-beta', /^radar-beta/],
  ['block', /^block(?:-beta)?/],
  ['treeView-beta', /^treeView-beta/],
  ['architecture-beta', /^architecture(?:-beta)?/],
  ['eventmodeling', /^eventmodeling/],
  ['ishikawa', /^ishikawa(?:-beta)?\b/i],
  ['venn-beta', /^venn-beta/],
  ['treemap', /^treemap(?:-beta)?/],
  ['wardley-beta', /^wardley-beta/i],
  ['cynefin-beta', /^cynefin-beta(?:[\s:]|$)/],
  ['railroad-beta', /^railroad-(?:(?:ebnf|abnf|peg)-)?beta/i],
  ['zenuml', /^zenuml/],
] as const satisfies readonly (readonly [name: string, start: RegExp])[];

export type MermaidType = (typeof mermaidTypes)[number][0];

/** The type of a text without front matter, settings and comments. */
export function typeOf(text: string): MermaidType | undefined {
  const start = text.trimStart();
  return mermaidTypes.find(([, pattern]) => pattern.test(start))?.[0];
}
