import { readContent, writeContent } from './content.ts';
import type { PdfDraft } from './draft.ts';

/**
 * Marks content outside of tags as artifacts: backgrounds, lines, slide numbers. Screen readers skip
 * artifacts; untagged content would violate PDF/UA (ISO 14289-1, 7.1).
 *
 * @returns whether every character has a glyph
 */
export function markArtifacts(draft: PdfDraft): boolean {
  let isLegible = true;
  for (const owner of draft.numbers) {
    const text = draft.textOf(owner);
    const page = /\/Contents (\d+) 0 R/.exec(text)?.[1];
    if (page === undefined && !isTaggedForm(text)) continue;
    const number = page === undefined ? owner : Number(page);
    const content = readContent(draft, number);
    if (content === undefined) continue;
    isLegible &&= !(content.includes('0000') && missingGlyph.test(content));
    const marked = markContent(content, taggedForms(draft, text));
    if (marked !== content) writeContent(draft, number, marked);
  }
  return isLegible;
}

/** Shows glyph 0, which fonts use for characters without a glyph. */
const missingGlyph = /<(?:[\da-f]{4})*?0000(?:[\da-f]{4})*> Tj$/im;

/** Whether an object is a form XObject with tagged content, such as a slide in a handout. */
function isTaggedForm(text: string): boolean {
  return text.includes('/Subtype /Form') && text.includes('/StructParents');
}

/** The names of tagged form XObjects in the content of a page. */
function taggedForms(draft: PdfDraft, owner: string): ReadonlySet<string> {
  const used = Array.from(owner.matchAll(/\/(X\d+) (\d+) 0 R/g));
  const tagged = used.filter(([, , number]) => isTaggedForm(draft.textOf(Number(number))));
  return new Set(tagged.map(([, name = '']) => name));
}

/** Operators that begin or end marked content or show an XObject. Chromium writes one operator per line. */
const boundary = /^(?:.*(B)(?:DC|MC)|(E)MC|\/(X\d+) Do)\n/gm;

/** Operators that paint an area, a line, a text or an image. */
const painting = /(?:^|\s)(?:[fF]\*?|[bB]\*?|[sS]|sh|T[jJ]|Do)\n/;

function markContent(content: string, tagged: ReadonlySet<string>): string {
  let [marked, loose, depth] = ['', '', 0];
  const close = () => {
    marked += painting.test(loose) ? `/Artifact BMC\n${loose}EMC\n` : loose;
    loose = '';
  };
  let from = 0;
  for (const match of content.matchAll(boundary)) {
    const [line, begin, end, form] = match;
    const before = content.slice(from, match.index);
    from = match.index + line.length;
    if (depth > 0) marked += before;
    else loose += before;
    if (depth === 0 && form !== undefined && !tagged.has(form)) {
      loose += line;
      continue;
    }
    close();
    marked += line;
    depth += (begin ? 1 : 0) - (end ? 1 : 0);
  }
  loose += content.slice(from);
  close();
  return marked;
}
