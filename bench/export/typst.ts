import { createRequire } from 'node:module';
import { writeDeck } from '../decks.ts';

/** What is used of typst, which only the folder of the bench has installed. */
interface Typst {
  readonly NodeCompiler: { create(options: { workspace: string }): Compiler };
}

interface Compiler {
  pdf(options: { mainFileContent: string }): Uint8Array;
  evictCache(maxAge: number): void;
}

/**
 * Compiles like slides with typst to a tagged PDF, again and again with another word on the second slide. The
 * compiler stays in memory and lays out only what changed: the limit for a PDF after an edit.
 *
 * @param folder with `picture.svg`
 * @returns milliseconds of each compilation
 */
export function measureTypst(folder: string, slides: number, edits: number): readonly number[] {
  const load = createRequire(import.meta.url);
  const { NodeCompiler } = load('@myriaddreamin/typst-ts-node-compiler') as Typst;
  const compiler = NodeCompiler.create({ workspace: folder });
  const compile = (draft: number): number => {
    const mainFileContent = writeTypst(slides, draft);
    const start = performance.now();
    const pdf = compiler.pdf({ mainFileContent });
    const time = performance.now() - start;
    if (pdf.length === 0) throw new Error('typst wrote nothing');
    // What older drafts left in its cache.
    compiler.evictCache(10);
    return time;
  };
  compile(0);
  return Array.from({ length: edits }, (_, i) => compile(i + 1));
}

const preamble = `#set document(title: "A talk of slides")
#set page(width: 33.87cm, height: 19.05cm, margin: 1.5cm, numbering: "1/1")
#set text(size: 24pt)
`;

/** The slides of {@link writeDeck} in the language of typst, without their notes. */
export function writeTypst(slides: number, draft: number): string {
  const [, ...texts] = writeDeck({ slides, charts: [], draft }, 'lectern').split('\n---\n');
  return preamble + texts.map((text) => translate(text.trim())).join('\n#pagebreak()\n');
}

/** Markdown of the generated decks, and of no others. */
function translate(slide: string): string {
  const [text = ''] = slide.split('\nNote:');
  // Every second part is code, which typst writes the same way.
  return text
    .split(/^(```[\s\S]*?^```)$/m)
    .map((part, i) =>
      i % 2 === 1 ? part.replace(/^(```\w+) \{.*\}$/m, '$1') : translateText(part),
    )
    .join('');
}

function translateText(text: string): string {
  return text
    .replace(/^\|.*(?:\n\|.*)*/gm, translateTable)
    .replace(/^#+ /gm, (marks) => marks.replaceAll('#', '='))
    .replace(/^> (.*)$/gm, '#quote(block: true)[$1]')
    .replace(/^( *)\d+\. /gm, '$1+ ')
    .replace(/!\[(.*?)\]\((.*?)\)/g, '#image("$2", alt: "$1", height: 8cm)')
    .replace(/\[([^\]]*)\]\((https:.*?)\)/g, '#link("$2")[$1]')
    .replace(/\*\*(.*?)\*\*|\*(.*?)\*/g, (_, strong, emphasis) =>
      strong === undefined ? `_${emphasis}_` : `*${strong}*`,
    );
}

function translateTable(table: string): string {
  const cells = (row: string): readonly string[] =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => `[${cell.trim()}]`);
  const [head = '', , ...rows] = table.split('\n');
  const columns = cells(head);
  return `#table(columns: ${columns.length}, table.header(${columns.join(', ')}), ${rows
    .flatMap(cells)
    .join(', ')})`;
}
