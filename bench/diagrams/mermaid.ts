/**
 * Compares flowcharts, class, state and entity diagrams with what Mermaid reads from them in a browser: nodes,
 * edges, groups, directions and words.
 *
 *     npx tsx bench/diagrams/mermaid.ts <folder with .mmd, Markdown, or test files with template literals>
 *
 * Good inputs are the documentation and the tests of Mermaid.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { decodeHTML } from 'entities';
import { readDiagram } from '../../src/3-resolve/diagram/read-diagram.ts';
import type { Cell, GraphSpec } from '../../src/model/diagram/diagram.ts';
import { inputsIn } from './inputs.ts';
import { type MermaidPage, openMermaid } from './mermaid-page.ts';

const [folder = '.', only] = process.argv.slice(2);
const start =
  /^\s*(?:(?:---[\s\S]*?\n\s*---|%%.*)\s*)*(flowchart|graph|classDiagram|stateDiagram|erDiagram)/;

/** What is compared. */
interface Facts {
  readonly nodes: number;
  readonly groups: number;
  readonly edges: number;
  readonly direction: string;
  readonly words: readonly string[];
}

/** What Mermaid's `getData()` returns, as far as it is compared. */
interface Data {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly edges: readonly Readonly<Record<string, unknown>>[];
  readonly direction: string;
}

/** Words without signs, icons and formulas, as Markdown and HTML are removed in other ways, and figures are drawn. */
function wordsOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) =>
    decodeHTML(text.replace(/ﬂ°°/g, '&#').replace(/ﬂ°/g, '&').replace(/¶ß/g, ';'))
      .replace(/\*+/g, '')
      .replace(/\bfa[a-z]?:fa-[\w-]+|\$\$[\s\S]*?\$\$/g, ' ')
      .replace(/<\/?(?:a|b|br|code|div|em|i|img|p|s|span|strong|sub|sup|u)\b[^<>]*>|\\n/gi, ' ')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
}

function factsOfReal({ nodes, edges, direction }: Data): Facts {
  const groups = nodes.filter(({ isGroup, shape }) => isGroup && shape !== 'noteGroup');
  const boxes = nodes.filter(({ isGroup }) => !isGroup);
  const texts = [...nodes, ...edges].flatMap((item) =>
    item.shape === 'noteGroup' ? [] : textsOfReal(item),
  );
  return {
    nodes: boxes.length,
    groups: new Set(groups.map(({ id }) => id)).size,
    edges: edges.length,
    direction: direction === 'TD' ? 'TB' : direction,
    words: wordsOf(texts),
  };
}

/** Shapes whose text Mermaid does not draw either. */
const textless =
  /^(?:start|end|state(?:Start|End)|fork(?:Join)?|join|choice|divider|(?:sm|fr|f|cross)-circ|small-circle|stop|framed-circle|junction|filled-circle|hourglass|collate|bolt|com-link|lightning-bolt|summary|crossed-circle)$/;

function textsOfReal(item: Readonly<Record<string, unknown>>): readonly string[] {
  const { label, alias, description, startLabelRight, endLabelLeft, shape, words } = item;
  if (textless.test(String(shape))) return [];
  const lines = Array.isArray(description) ? description : [];
  return [alias || label, ...lines, startLabelRight, endLabelLeft, words].map((text) =>
    typeof text === 'string' ? text : '',
  );
}

function textsOf(cell: Cell): readonly string[] {
  return cell.kind === 'text' ? [cell.text] : cell.cells.flatMap(textsOf);
}

function factsOfOurs({ nodes, edges, groups, direction }: GraphSpec): Facts {
  const texts = [
    ...nodes.flatMap(({ content }) => textsOf(content)),
    ...groups.map(({ label }) => label),
    ...edges.flatMap(({ label, fromLabel, toLabel }) => [label, fromLabel, toLabel]),
  ];
  return {
    nodes: nodes.length,
    groups: groups.length,
    edges: edges.length,
    direction,
    words: wordsOf(texts.map((text) => text ?? '')),
  };
}

function compare(real: Facts, ours: Facts): readonly string[] {
  const left = [...ours.words];
  const lost = real.words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const boxes = real.nodes + real.groups === ours.nodes + ours.groups;
  return [
    ...(boxes
      ? []
      : [`nodes ${real.nodes} + ${real.groups} groups: ${ours.nodes} + ${ours.groups}`]),
    ...(real.edges === ours.edges ? [] : [`edges ${real.edges}: ${ours.edges}`]),
    ...(real.direction === ours.direction
      ? []
      : [`direction ${real.direction}: ${ours.direction}`]),
    ...(lost.length === 0 ? [] : [`words: ${lost.slice(0, 6).join(' ')} (${lost.length})`]),
  ];
}

const { browser, page } = await openMermaid();
// This registers the types of diagrams.
await page.evaluate('mermaid.parse("flowchart LR; a")');

/** What Mermaid reads from a text; `undefined` if it refuses it. */
async function readReal(text: string): Promise<Facts | undefined> {
  const data = await page.evaluate(async (written): Promise<Data | undefined> => {
    const { mermaid } = globalThis as unknown as MermaidPage;
    try {
      const { db } = await mermaid.mermaidAPI.getDiagramFromText(written);
      const { nodes, edges } = db.getData();
      const flatNodes = nodes.map((node) => {
        const members = [...(node.members ?? []), ...(node.methods ?? [])].map(
          (member) => member.getDisplayDetails().displayText,
        );
        const attributes = (node.attributes ?? []).flatMap((each) => [
          each.type,
          each.name,
          ...each.keys,
          each.comment,
        ]);
        const words = [...(node.annotations ?? []), ...members, ...attributes].join(' ');
        const { members: _, methods: __, attributes: ___, ...rest } = node;
        return { ...rest, words };
      });
      return JSON.parse(
        JSON.stringify({ nodes: flatNodes, edges, direction: db.getDirection?.() ?? 'TB' }),
      );
    } catch {
      return undefined;
    }
  }, text);
  return data && factsOfReal(data);
}

const counts: Record<
  string,
  { refused: number; same: number; different: number; 'not drawn': number }
> = {};
const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => /\.(?:mmd|md|js|ts)$/.test(name))
  .sort();
const seen = new Set<string>();
for (const file of files) {
  for (const text of inputsIn(path.join(folder, file))) {
    const type = start.exec(text)?.[1]?.replace('graph', 'flowchart');
    if (type === undefined || seen.has(text) || text.includes('${') || (only && type !== only))
      continue;
    seen.add(text);
    counts[type] ??= { refused: 0, same: 0, different: 0, 'not drawn': 0 };
    const count = counts[type];
    const real = await readReal(text);
    if (!real || real.nodes + real.groups === 0) {
      count.refused++;
      continue;
    }
    const { reading, problems } = await readDiagram('mermaid', text);
    const spec = reading?.spec;
    const differences = spec?.kind === 'graph' ? compare(real, factsOfOurs(spec)) : [];
    const kind =
      spec?.kind !== 'graph' ? 'not drawn' : differences.length > 0 ? 'different' : 'same';
    count[kind]++;
    if (kind === 'same') continue;
    const why = kind === 'different' ? differences : problems.map(({ message }) => message);
    console.log(`${kind}: ${file}\n${text.trimEnd()}\n  → ${why.join('\n  → ')}\n`);
  }
}
await browser.close();
for (const [type, count] of Object.entries(counts)) {
  const drawn = count.same + count.different + count['not drawn'];
  console.log(type, count, `the same: ${((100 * count.same) / drawn).toFixed(1)} % of ${drawn}`);
}
