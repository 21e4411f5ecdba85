/**
 * Removes user names, passwords, queries and fragments from the addresses in a text: browser services put
 * tokens there.
 *
 * @param address one that the text may contain in any form, also with spaces and quotes
 */
export function withoutSecrets(text: string, address?: string): string {
  const known = address === undefined ? text : withoutAddress(text, address);
  return known
    .replace(/(?<=:\/\/)[^/?#\s]*@/g, '')
    .replace(/(?=[?#])(?<=:\/\/[^\s?#'"]*)[?#][^\s'"]*/g, '?…');
}

function withoutAddress(text: string, address: string): string {
  if (!URL.canParse(address)) return text.replaceAll(address, '…');
  const { href, protocol, host, pathname, search, hash } = new URL(address);
  const hasMore = search !== '' || hash !== '';
  const shown = `${protocol}//${host}${pathname}${hasMore ? '?…' : ''}`;
  return text.replaceAll(address, shown).replaceAll(href, shown);
}
