import { deflateSync, inflateSync } from 'node:zlib';
import type { PdfDraft } from './draft.ts';
import { packLevel } from './write.ts';

/**
 * Marks as artifacts what is painted and belongs to no tag: grounds, lines, the numbers of slides. A
 * screen reader passes over it, and a checker does not take it for content that was forgotten.
 *
 * @returns whether each letter that is painted has a glyph
 */
export function markArtifacts(draft: PdfDraft): boolean {
  let isLegible = true;
  for (const owner of draft.numbers) {
    const text = draft.textOf(owner);
    const page = /\/Contents (\d+) 0 R/.exec(text)?.[1];
    if (page === undefined && !isTaggedDrawing(text)) continue;
    const number = page === undefined ? owner : Number(page);
    const content = readContent(draft, number);
    if (content === undefined) continue;
    isLegible &&= !(content.includes('0000') && missingGlyph.test(content));
    const marked = markContent(content, taggedDrawings(draft, text));
    if (marked !== content) writeContent(draft, number, marked);
  }
  return isLegible;
}

/** The first glyph of a font, which stands for those that it has not. */
const missingGlyph = /<(?:[\da-f]{4})*?0000(?:[\da-f]{4})*> Tj$/im;

/** A drawing that a page uses, as a handout does with slides, and in which tags of its own begin. */
function isTaggedDrawing(text: string): boolean {
  return text.includes('/Subtype /Form') && text.includes('/StructParents');
}

/** The names of such drawings in a page's content. */
function taggedDrawings(draft: PdfDraft, owner: string): ReadonlySet<string> {
  const used = Array.from(owner.matchAll(/\/(X\d+) (\d+) 0 R/g));
  const tagged = used.filter(([, , number]) => isTaggedDrawing(draft.textOf(Number(number))));
  return new Set(tagged.map(([, name = '']) => name));
}

/** What begins or ends a tag, or shows a drawing: the browser writes an operator a line. */
const border = /^(?:.*(B)(?:DC|MC)|(E)MC|\/(X\d+) Do)\n/gm;

/** Fills an area or draws a line, shows a text or a picture. */
const painting = /(?:^|\s)(?:[fF]\*?|[bB]\*?|[sS]|sh|T[jJ]|Do)\n/;

function markContent(content: string, tagged: ReadonlySet<string>): string {
  let [marked, loose, depth] = ['', '', 0];
  const close = () => {
    marked += painting.test(loose) ? `/Artifact BMC\n${loose}EMC\n` : loose;
    loose = '';
  };
  let from = 0;
  for (const match of content.matchAll(border)) {
    const [line, begin, end, drawing] = match;
    const before = content.slice(from, match.index);
    from = match.index + line.length;
    if (depth > 0) marked += before;
    else loose += before;
    if (depth === 0 && drawing !== undefined && !tagged.has(drawing)) {
      loose += line;
      continue;
    }
    close();
    marked += line;
    depth += (begin ? 1 : 0) - (end ? 1 : 0);
  }
  loose = content.slice(from);
  close();
  return marked;
}

/** @returns `undefined` where it is packed in another way than the browser does */
function readContent(draft: PdfDraft, number: number): string | undefined {
  const { text, stream } = draft.objectOf(number);
  if (stream === undefined || /\/DecodeParms/.test(text)) return undefined;
  if (!text.includes('/Filter')) return stream.toString('latin1');
  return /\/Filter \/FlateDecode/.test(text) ? inflateSync(stream).toString('latin1') : undefined;
}

function writeContent(draft: PdfDraft, number: number, content: string): void {
  const stream = deflateSync(Buffer.from(content, 'latin1'), { level: packLevel });
  const keys = draft
    .textOf(number)
    .replace(/\/Filter \/FlateDecode\s*/, '')
    .replace(/\/Length \d+/, `/Filter /FlateDecode /Length ${stream.length}`);
  draft.replace(number, keys, stream);
}
