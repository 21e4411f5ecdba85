import { escapePattern } from '../../../../base/text/escape-pattern.ts';
import type { MermaidSource } from '../mermaid-source.ts';

/** The address of a node's link, if a page may have it. */
export function readLink(
  { id, link }: { readonly id: string; readonly link?: string },
  source: MermaidSource,
): string | undefined {
  if (!link) return undefined;
  if (/^(?:https?:\/\/|mailto:)/i.test(link)) return link;
  const hint = 'write an address that begins with https:// or mailto:';
  source.ignore(clickOn(id, link, source), 'this link is left out', hint);
  return undefined;
}

/** Warns of scripts that a click would call. */
export function warnOfCallbacks(source: MermaidSource): void {
  const call = /^[ \t]*(?:click[ \t]+\S+[ \t]+(?!href\b|["'])\S.*|callback[ \t].*)$/gm;
  for (const { 0: line } of source.text.text.matchAll(call)) {
    const hint = 'a click can open a link: click A "https://example.org"';
    source.ignore(line.trim(), 'what happens on a click is left out', hint);
  }
}

/** The line that has the link; Mermaid's parser may have changed it. */
function clickOn(id: string, link: string, source: MermaidSource): RegExp {
  const [name, address] = [id, link].map(escapePattern);
  const start = `^[ \\t]*(?:click|link)[ \\t]+\\S*${name}\\b.*`;
  const withLink = new RegExp(`${start}${address}.*$`, 'm');
  return withLink.test(source.text.text) ? withLink : new RegExp(`${start}$`, 'm');
}
