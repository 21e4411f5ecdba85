import { detectFormat, type MediaType, mediaType, webVtt } from '../files/media-types.ts';
import { pointerIn } from '../files/pointer.ts';

/** What a file is by its bytes: its type, or why a page cannot show it. */
export type RemoteType =
  | { readonly type: MediaType }
  | { readonly reason: string; readonly hint: string };

const headBytes = 64 * 1024;

/** @param url that the file was fetched from */
export function typeOfRemote(content: Uint8Array, url: URL): RemoteType {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  const head = bytes.subarray(0, headBytes);
  const declared = mediaType(/\.(\w+)$/.exec(url.pathname)?.[1] ?? '');
  if (declared?.matches(head)) return { type: declared };
  if (webVtt.matches(head)) return { type: webVtt };
  const pointer = pointerIn(url.pathname, bytes);
  if (pointer) {
    const hint = 'name the address at which its server has the file itself';
    return { reason: `is a ${pointer.name} pointer and not the file`, hint };
  }
  if (bytes.length === 0) return { reason: 'is empty', hint: askBrowser };
  const found = detectFormat(head);
  if (found && 'type' in found) return { type: found.type };
  if (found?.name === 'a web page')
    return { reason: 'is a web page and not a file', hint: pageHint(url) };
  if (found) return { reason: `is ${found.name}, which browsers do not show`, hint: askBrowser };
  return { reason: 'is of no type that a page shows', hint: askBrowser };
}

const askBrowser = 'open the address in a browser, and name the one of an image, a video or audio';

function pageHint(url: URL): string {
  const isPageOfFile =
    /(?:^|\.)(?:github|gitlab)\.com$/.test(url.hostname) && /\/blob\//.test(url.pathname);
  if (isPageOfFile) return 'it shows the file: name the address of "Raw" there';
  return 'servers answer so in place of a file that is gone or asks for a login: open it in a browser';
}
