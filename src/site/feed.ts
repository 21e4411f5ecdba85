import { type Html, html, rawHtml } from '../base/html.ts';
import { withoutControls } from '../base/text/visible-text.ts';
import { hrefOf, isoDate, type Site, type SiteDeck } from './site.ts';

/** The beginning of the element that is in each feed of a site, and in no other one. */
export const feedMark = '<generator version="lectern build --site ';

/** The name of the feed, next to the index. */
export const feedName = 'feed.xml';

/**
 * Writes the decks of a site as an Atom feed, the newest first: https://www.rfc-editor.org/rfc/rfc4287
 * Each entry must have a date: decks whose date is not in ISO format are left out.
 *
 * @param url of the site, ending with a slash
 * @param version of Lectern
 */
export function writeFeed({ title, decks }: Site, url: string, version: string): string {
  const dated = decks.filter(({ page }) => isoDate(page.date) !== undefined);
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom">
${rawHtml(feedMark)}${version}">Lectern</generator>
<id>${url}</id>
<title>${title}</title>
<updated>${timeOf(dated[0])}</updated>
<link href="${url}"/>
<link rel="self" type="application/atom+xml" href="${url}${feedName}"/>
${dated.map((deck) => entry(deck, url, title))}</feed>
`;
  return withoutControls(`<?xml version="1.0" encoding="utf-8"?>\n${feed}`);
}

/** Midnight of the day of a deck; a feed without decks has no better time. */
function timeOf(deck: SiteDeck | undefined): string {
  return `${isoDate(deck?.page.date) ?? '1970-01-01'}T00:00:00Z`;
}

/** Each entry needs an author; the site's title is in place of one that is not known. */
function entry(deck: SiteDeck, url: string, siteTitle: string): Html {
  const { page, file, summary, links } = deck;
  const address = url + hrefOf(file);
  const language = html` xml:lang="${page.lang}"`;
  return html`<entry${language}>
<id>${address}</id>
<title>${page.title}</title>
<updated>${timeOf(deck)}</updated>
<author><name>${page.author ?? siteTitle}</name></author>
<link rel="alternate" type="text/html" href="${address}"/>
${links.map((link) => html`<link rel="related" title="${link.name}" href="${url}${hrefOf(link.file)}"/>\n`)}${
  summary.description !== undefined && html`<summary>${summary.description}</summary>\n`
}</entry>
`;
}
