import type { PageScript } from '../model/page.ts';
import { hashSource } from './csp.ts';

/**
 * The page without the deck's own scripts: neither their elements nor their hashes in the policy are left.
 *
 * @param html as `build` writes it
 */
export function withoutScripts(html: string, scripts: readonly PageScript[]): string {
  return scripts.reduce((page, { text }) => {
    const element = `<script>${text}</script>\n`;
    // Lectern's own script comes first and is kept if a deck lists a copy of it.
    const at = page.lastIndexOf(element);
    const rest = at < 0 ? page : page.slice(0, at) + page.slice(at + element.length);
    return rest.includes(element) ? rest : withoutHash(rest, hashSource(text));
  }, html);
}

/** The policy is the first element with this text: only the page's language comes before it. */
function withoutHash(page: string, hash: string): string {
  const start = page.indexOf(';script-src ');
  const end = page.indexOf(';', start + 1);
  return page.slice(0, start) + page.slice(start, end).replace(` ${hash}`, '') + page.slice(end);
}
