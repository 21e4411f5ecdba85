/**
 * Compares sequence diagrams and the types that are no graphs with what Mermaid draws in a browser: whether it
 * draws them, and its words.
 *
 *     npx tsx bench/diagrams/others.ts <folder with .mmd, Markdown, or test files with template literals> [type]
 *
 * Good inputs are the documentation and the tests of Mermaid.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { decodeHTML } from 'entities';
import { readDiagram } from '../../src/3-resolve/diagram/read-diagram.ts';
import { inputsIn } from './inputs.ts';
import { type MermaidPage, openMermaid } from './mermaid-page.ts';

const [folder = '.', only] = process.argv.slice(2);
const start =
  /^\s*(?:(?:---[\s\S]*?\n\s*---|%%.*)\s*)*(sequenceDiagram|mindmap|kanban|requirement|timeline|journey|gantt|pie|xychart|quadrantChart|radar-beta|gitGraph|C4|architecture)/;

/** Words with letters; ids that Mermaid chooses at random are none. */
function wordsOf(text: string): readonly string[] {
  const words = decodeHTML(text)
    .replace(/\b\d+-[0-9a-f]{7}\b/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /\p{L}/u.test(word));
  return [...new Set(words)];
}

const { browser, page } = await openMermaid();

/** The text that Mermaid draws; `undefined` if it refuses to. */
async function drawReal(text: string): Promise<string | undefined> {
  return page.evaluate(async (written) => {
    const { mermaid } = globalThis as unknown as MermaidPage;
    try {
      const { svg } = await mermaid.render('drawing', written);
      const drawn = new DOMParser().parseFromString(svg, 'text/html');
      for (const style of drawn.querySelectorAll('style, title, desc')) style.remove();
      const walker = document.createTreeWalker(drawn.body, NodeFilter.SHOW_TEXT);
      const texts: string[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
      return texts.join(' ');
    } catch {
      return undefined;
    }
  }, text);
}

const counts: Record<string, Record<'refused' | 'same' | 'different' | 'not drawn', number>> = {};
const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => /\.(?:mmd|md|js|ts)$/.test(name))
  .sort();
const seen = new Set<string>();
for (const text of files.flatMap((file) => inputsIn(path.join(folder, file)))) {
  const type = start.exec(text)?.[1];
  const isTemplate = text.includes('${');
  if (type === undefined || isTemplate || seen.has(text) || (only && type !== only)) continue;
  seen.add(text);
  counts[type] ??= { refused: 0, same: 0, different: 0, 'not drawn': 0 };
  const real = await drawReal(text);
  if (real === undefined) {
    counts[type].refused++;
    continue;
  }
  const { reading, problems } = await readDiagram('mermaid', text);
  const ours = new Set(wordsOf(JSON.stringify(reading ?? '').replaceAll('\\n', ' ')));
  const lost = wordsOf(real).filter(
    (word) => ![...ours].some((own) => own.toLowerCase().includes(word.toLowerCase())),
  );
  const kind = !reading ? 'not drawn' : lost.length > 0 ? 'different' : 'same';
  counts[type][kind]++;
  if (kind === 'same') continue;
  const why = reading
    ? lost.slice(0, 8).join(' ')
    : problems.map(({ message }) => message).join('; ');
  console.log(`${kind}:\n${text.trimEnd()}\n  → ${why}\n`);
}
await browser.close();
for (const [type, count] of Object.entries(counts)) {
  const drawn = count.same + count.different + count['not drawn'];
  console.log(type, count, `the same: ${((100 * count.same) / drawn).toFixed(1)} % of ${drawn}`);
}
