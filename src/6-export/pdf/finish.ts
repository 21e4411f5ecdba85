import { markArtifacts } from './artifacts.ts';
import { type Bookmark, writeBookmarks } from './bookmarks.ts';
import { PdfDraft } from './draft.ts';
import { replaceGradients } from './gradients/gradients.ts';
import { removeHiddenLayers } from './gradients/hidden-layers.ts';
import { replaceShadows } from './gradients/shadows.ts';
import { describeLinks } from './links.ts';
import { writeInfo, writeXmp } from './metadata.ts';
import { readPdf } from './objects.ts';
import type { PrintedDeck } from './printed-deck.ts';
import { correctTags, hasHeadingsInOrder } from './tags.ts';
import { writePdf } from './write.ts';

/**
 * Finishes the PDF that the browser printed: adds bookmarks, metadata and link descriptions, corrects
 * tags, and makes the bytes reproducible.
 *
 * @param madeAt creation time in seconds since 1970
 */
export function finishPdf(printed: Buffer, deck: PrintedDeck, madeAt: number | undefined): Buffer {
  return writePdf(finishDraft(printed, deck, madeAt).file);
}

/** The same as objects, before they are compressed. */
export function finishDraft(
  printed: Buffer,
  deck: PrintedDeck,
  madeAt: number | undefined,
): PdfDraft {
  const draft = new PdfDraft(readPdf(printed));
  const producer = /\/Producer \(([^)]*)\)/.exec(draft.textOf(draft.info))?.[1] ?? '';
  draft.replace(draft.info, writeInfo(deck, producer, madeAt));
  describeLinks(draft, deck.links);
  correctTags(draft);
  const isLegible = markArtifacts(draft);
  replaceGradients(draft);
  replaceShadows(draft);
  removeHiddenLayers(draft);
  draft.removeUnused();
  const isAccessible = isLegible && hasHeadingsInOrder(draft);
  renumberIds(draft);
  const destinations = readDestinations(draft);
  // Not compressed, so that programs which do not parse PDF find it too.
  const xmp = Buffer.from(writeXmp(deck, producer, madeAt, isAccessible), 'utf8');
  const metadata = draft.add(`<</Type /Metadata /Subtype /XML /Length ${xmp.length}>>`, xmp);
  const outlines = draft.next;
  for (const text of writeBookmarks(bookmarksOf(deck, destinations), outlines)) draft.add(text);
  const entries = `/Metadata ${metadata} 0 R /Outlines ${outlines} 0 R /PageMode /UseOutlines`;
  draft.extend(draft.root, entries);
  return draft;
}

/** The named destinations, in PDF syntax. */
function readDestinations(draft: PdfDraft): ReadonlyMap<string, string> {
  const number = Number(/\/Dests (\d+) 0 R/.exec(draft.textOf(draft.root))?.[1]);
  const destinations = draft.textOf(number).matchAll(/\/(\S+) (\[\d+ 0 R \/XYZ [^\]]*\])/g);
  return new Map(Array.from(destinations, ([, name = '', value = '']) => [name, value]));
}

function bookmarksOf(
  { slides }: PrintedDeck,
  destinations: ReadonlyMap<string, string>,
): readonly Bookmark[] {
  let above = -1;
  return slides.flatMap(({ number, title, level, anchor }) => {
    const destination = destinations.get(anchor);
    if (destination === undefined) return [];
    above = Math.min(level, above + 1);
    return [{ title: title || `Slide ${number}`, destination, level: above }];
  });
}

/** Chromium numbers elements across all pages that it has shown; makes the numbers depend on this file only. */
function renumberIds(draft: PdfDraft): void {
  const pattern = /\(node(\d{8})\)/g;
  const found = draft.numbers.flatMap((number) =>
    Array.from(draft.textOf(number).matchAll(pattern), ([, id = '']) => id),
  );
  // Sorted, as the id table of the file has to be.
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
