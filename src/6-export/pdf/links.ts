import { pageAddress } from '../browser/requests.ts';
import type { PdfDraft } from './draft.ts';
import type { PrintedLink } from './printed-deck.ts';
import { pdfText } from './text.ts';

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

/** Decodes the escapes of a PDF name. */
function decodeName(name: string): string {
  const codes = name.replace(/#([0-9a-f]{2})/gi, (_, code) =>
    String.fromCharCode(Number(`0x${code}`)),
  );
  return Buffer.from(codes, 'latin1').toString('utf8');
}
