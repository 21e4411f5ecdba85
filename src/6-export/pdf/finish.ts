import { markArtifacts } from './artifacts.ts';
import { type Bookmark, writeBookmarks } from './bookmarks.ts';
import { PdfDraft } from './draft.ts';
import { describeLinks } from './links.ts';
import { writeInfo, writeXmp } from './metadata.ts';
import { readPdf } from './objects.ts';
import type { PrintedDeck } from './printed-deck.ts';
import { correctTags, hasHeadingsInOrder } from './tags.ts';
import { writePdf } from './write.ts';

/**
 * Makes of what the browser printed what a reader wants: bookmarks, what the file is about, links that
 * say where they lead; the same bytes for the same slides.
 *
 * @param madeAt seconds since 1970
 */
export function finishPdf(printed: Buffer, deck: PrintedDeck, madeAt: number | undefined): Buffer {
  const draft = new PdfDraft(readPdf(printed));
  const producer = /\/Producer \(([^)]*)\)/.exec(draft.textOf(draft.info))?.[1] ?? '';
  draft.replace(draft.info, writeInfo(deck, producer, madeAt));
  describeLinks(draft, deck.links);
  correctTags(draft);
  const isLegible = markArtifacts(draft);
  const isAccessible = isLegible && hasHeadingsInOrder(draft);
  countIdsAnew(draft);
  const places = readPlaces(draft);
  // Not packed: programs that know nothing of PDF look for it too.
  const xmp = Buffer.from(writeXmp(deck, producer, madeAt, isAccessible), 'utf8');
  const metadata = draft.add(`<</Type /Metadata /Subtype /XML /Length ${xmp.length}>>`, xmp);
  const outlines = draft.next;
  for (const text of writeBookmarks(bookmarksOf(deck, places), outlines)) draft.add(text);
  const entries = `/Metadata ${metadata} 0 R /Outlines ${outlines} 0 R /PageMode /UseOutlines`;
  draft.extend(draft.root, entries);
  return writePdf(draft.file);
}

/** The named places of a file, as PDF text. */
function readPlaces(draft: PdfDraft): ReadonlyMap<string, string> {
  const number = Number(/\/Dests (\d+) 0 R/.exec(draft.textOf(draft.root))?.[1]);
  const places = draft.textOf(number).matchAll(/\/(\S+) (\[\d+ 0 R \/XYZ [^\]]*\])/g);
  return new Map(Array.from(places, ([, name = '', place = '']) => [name, place]));
}

function bookmarksOf(
  { slides }: PrintedDeck,
  places: ReadonlyMap<string, string>,
): readonly Bookmark[] {
  let above = -1;
  return slides.flatMap(({ number, title, level, anchor }) => {
    const destination = places.get(anchor);
    if (destination === undefined) return [];
    above = Math.min(level, above + 1);
    return [{ title: title || `Slide ${number}`, destination, level: above }];
  });
}

/** The browser counts the elements of all that it has ever shown; we, those that are in this file. */
function countIdsAnew(draft: PdfDraft): void {
  const pattern = /\(node(\d{8})\)/g;
  const found = draft.numbers.flatMap((number) =>
    Array.from(draft.textOf(number).matchAll(pattern), ([, id = '']) => id),
  );
  // In their order, which the table of ids in the file keeps.
  const sorted = [...new Set(found)].sort();
  const ids = new Map(sorted.map((id, index) => [id, String(index + 1).padStart(8, '0')]));
  for (const number of draft.numbers) {
    const text = draft.textOf(number);
    if (!text.includes('(node')) continue;
    draft.replace(
      number,
      text.replace(pattern, (_, id) => `(node${ids.get(id)})`),
    );
  }
}
