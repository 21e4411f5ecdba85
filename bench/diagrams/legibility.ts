/**
 * Measures how well diagrams can be read on a slide: the size of their smallest text, and in graphs, how many lines
 * cross each other or run over boxes, and how many labels are on each other.
 *
 *     npx tsx bench/diagrams/legibility.ts <folder with .mmd, .md, .gv or test files> [file for JSON]
 *
 * Good inputs are the documentation, demos and tests of Mermaid, and the examples of Graphviz.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readDiagram } from '../../src/3-resolve/diagram/read-diagram.ts';
import { fitDrawing, minTextSize } from '../../src/5-bundle/diagram/fit/fit-drawing.ts';
import { Typesetter } from '../../src/5-bundle/diagram/typesetter.ts';
import { hash } from '../../src/base/hash.ts';
import { inputsIn } from './inputs.ts';
import { type Disturbances, measureDrawing } from './measure-drawing.ts';

const [folder = '.', output] = process.argv.slice(2);
/** A slide with a title. */
const room = { width: 1120, height: 540 };
const span = { file: 'deck.md', line: 1, column: 1, length: 1 };
const typesetter = new Typesetter(
  { width: (text, weight) => text.length * (weight > 500 ? 0.54 : 0.52), ascent: () => 0.8 },
  20,
);

const languageOf = (file: string) => (/\.(?:gv|dot)$/.test(file) ? 'dot' : 'mermaid');
interface Result extends Partial<Disturbances> {
  readonly id: string;
  readonly file: string;
  readonly type: string;
  readonly textSize: number;
  readonly text: string;
}

const results: Result[] = [];
const seen = new Set<string>();
const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => /\.(?:mmd|md|js|ts|gv|dot)$/.test(name))
  .sort();
for (const name of files) {
  const file = path.join(folder, name);
  const language = languageOf(file);
  for (const text of language === 'dot' ? [readFileSync(file, 'utf8')] : inputsIn(file)) {
    if (seen.has(text) || text.trim() === '' || (language === 'mermaid' && text.includes('${')))
      continue;
    seen.add(text);
    const { reading } = await readDiagram(language, text);
    const spec = reading?.spec;
    if (!spec || spec.kind === 'chart') continue;
    try {
      const { content, textSize } = await fitDrawing({ spec, span, alt: '', ...room }, typesetter);
      const type = spec.kind === 'graph' ? spec.type : spec.kind;
      const measures = spec.kind === 'graph' ? measureDrawing(content, typesetter) : {};
      results.push({ id: hash(text), file: name, type, textSize, text, ...measures });
    } catch (error) {
      console.log(`not laid out: ${name}: ${error}`);
    }
  }
}
if (output !== undefined) writeFileSync(output, JSON.stringify(results, undefined, 1));
const sum = (key: keyof Disturbances) =>
  results.reduce((total, each) => total + (each[key] ?? 0), 0);
console.log({
  diagrams: results.length,
  small: results.filter(({ textSize }) => textSize < minTextSize - 1).length,
  crossings: sum('crossings'),
  'lines over boxes': sum('overBoxes'),
  'labels over labels': sum('overLabels'),
  'labels with a second line': sum('crossedLabels'),
});
