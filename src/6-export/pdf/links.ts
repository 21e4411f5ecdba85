import { pageAddress } from '../browser/requests.ts';
import type { PdfDraft } from './draft.ts';
import type { PrintedLink } from './printed-deck.ts';
import { decodePdfString, pdfText } from './text.ts';
import { isDictionary, type PdfDictionary, type PdfValue, writePdfValue } from './values.ts';

/**
 * Gives each link the text that screen readers announce, and makes addresses of files next to the deck
 * relative.
 */
export function describeLinks(draft: PdfDraft, links: readonly PrintedLink[]): void {
  const texts = new Map<string, string>();
  for (const { target, text } of links) {
    const key = URL.canParse(target) ? new URL(target).href : target;
    if (text !== '' && !texts.has(key)) texts.set(key, text);
  }
  for (const number of draft.numbers) {
    // Most objects are none: to look for the name first is far faster than to parse them all.
    if (!draft.textOf(number).includes('/Link')) continue;
    const annotation = draft.dictionaryOf(number);
    if (annotation.get('Subtype') !== '/Link') continue;
    const action = annotation.get('A');
    const address = isDictionary(action) ? addressOf(action) : undefined;
    const target = address ?? `#${decodeName(annotation.get('Dest'))}`;
    const described = new Map(annotation);
    if (isDictionary(action) && address !== undefined) {
      described.set('A', new Map(action).set('URI', pdfText(address)));
    }
    described.set('Contents', pdfText(texts.get(target) ?? target));
    draft.replace(number, writePdfValue(described));
  }
}

/** Where a link leads, if it is not in the document. */
function addressOf(action: PdfDictionary): string | undefined {
  const value = action.get('URI');
  if (typeof value !== 'string') return undefined;
  const address = decodePdfString(value);
  return address.startsWith(pageAddress) ? address.slice(pageAddress.length) : address;
}

/** The text of a PDF name; empty if the value is none. */
function decodeName(name: PdfValue | undefined): string {
  if (typeof name !== 'string') return '';
  const codes = name
    .slice(1)
    .replace(/#([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number(`0x${code}`)));
  return Buffer.from(codes, 'latin1').toString('utf8');
}
