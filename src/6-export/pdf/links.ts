import { pageAddress } from '../browser/requests.ts';
import type { PdfDraft } from './draft.ts';
import type { PrintedLink } from './printed-deck.ts';
import { pdfText } from './text.ts';

/**
 * Gives each link the text that a screen reader says of it; and where it leads to a file beside the
 * deck, an address from there.
 */
export function describeLinks(draft: PdfDraft, links: readonly PrintedLink[]): void {
  const texts = new Map<string, string>();
  for (const { target, text } of links) {
    const key = URL.canParse(target) ? new URL(target).href : target;
    if (text !== '' && !texts.has(key)) texts.set(key, text);
  }
  for (const number of draft.numbers) {
    const text = draft.textOf(number);
    if (!text.includes('/Subtype /Link')) continue;
    const address = addressOf(text);
    const target = address ?? `#${decodeName(/\/Dest \/(\S+)/.exec(text)?.[1] ?? '')}`;
    if (address !== undefined) {
      draft.replace(
        number,
        text.replace(uriPattern, () => `/URI ${pdfText(address)}`),
      );
    }
    draft.extend(number, `/Contents ${pdfText(texts.get(target) ?? target)}`);
  }
}

const uriPattern = /\/URI \(((?:[^\\)]|\\.)*)\)/;

function addressOf(annotation: string): string | undefined {
  const uri = uriPattern.exec(annotation)?.[1]?.replace(/\\(.)/g, '$1');
  return uri?.startsWith(pageAddress) ? uri.slice(pageAddress.length) : uri;
}

/** A PDF name without its escapes. */
function decodeName(name: string): string {
  const codes = name.replace(/#([0-9a-f]{2})/gi, (_, code) =>
    String.fromCharCode(Number(`0x${code}`)),
  );
  return Buffer.from(codes, 'latin1').toString('utf8');
}
