import { type Bookmark, writeBookmarks } from './bookmarks.ts';
import { PdfDraft } from './draft.ts';
import { repairTexts } from './fonts/to-unicode.ts';
import { replaceGradients } from './gradients/gradients.ts';
import { removeHiddenLayers } from './gradients/hidden-layers.ts';
import { replaceShadows } from './gradients/shadows.ts';
import { describeLinks } from './links.ts';
import { writeInfo, writeXmp } from './metadata.ts';
import { readPdf } from './objects.ts';
import type { PrintedDeck } from './printed-deck.ts';
import { finishStructure } from './structure/structure.ts';
import { decodePdfString } from './text.ts';
import { referenceOf, writePdfValue } from './values.ts';
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
  const named = draft.dictionaryOf(draft.info).get('Producer');
  const producer = typeof named === 'string' ? decodePdfString(named) : '';
  draft.replace(draft.info, writeInfo(deck, producer, madeAt));
  describeLinks(draft, deck.links);
  const isAccessible = finishStructure(draft, deck);
  repairTexts(draft);
  replaceGradients(draft);
  replaceShadows(draft);
  removeHiddenLayers(draft);
  draft.removeUnused();
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
  const number = referenceOf(draft.dictionaryOf(draft.root).get('Dests'));
  if (number === undefined) return new Map();
  const destinations = [...draft.dictionaryOf(number)].filter(([, value]) => Array.isArray(value));
  return new Map(destinations.map(([name, value]) => [name, writePdfValue(value)]));
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
