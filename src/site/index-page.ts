import { hashSource } from '../5-bundle/csp.ts';
import { type Html, html, rawHtml } from '../base/html.ts';
import { withoutControls } from '../base/text/visible-text.ts';
import { count } from '../base/units.ts';
import type { SearchedDeck } from '../model/site.ts';
import { feedName } from './feed.ts';
import { hrefOf, isoDate, plannedTime, type Site, type SiteDeck } from './site.ts';
import { siteStyles } from './site-styles.ts';

/** The beginning of the tag that is in each index of a site, and in no other page. */
export const siteMark = '<meta name="generator" content="lectern build --site ';

/**
 * Writes the list of the decks of a site, with a search in the text of all slides.
 *
 * @param script that searches
 * @param version of Lectern
 */
export function indexPage(site: Site, script: string, version: string): string {
  const policy = [
    `default-src 'none'`,
    `script-src ${hashSource(script)}`,
    `style-src ${hashSource(siteStyles)}`,
    'img-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join(';');
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${rawHtml(siteMark)}${version}">
<title>${site.title}</title>
${site.url !== undefined && linksOf(site, site.url)}<link rel="icon" href="data:,">
<style>${rawHtml(siteStyles)}</style>
</head>
<body>
<main>
<h1>${site.title}</h1>
${searchField(site)}<ul class="decks" id="decks">
${site.decks.map(card)}</ul>
</main>
<script type="application/json">${rawHtml(searchIndex(site))}</script>
<script>${rawHtml(script)}</script>
</body>
</html>
`;
  return withoutControls(page.toString());
}

/** What needs the address of the site: the feed, and what others show of a link to it (https://ogp.me). */
function linksOf({ title, decks }: Site, url: string): Html {
  const image = previewImage(decks, url);
  return html`<link rel="canonical" href="${url}">
<link rel="alternate" type="application/atom+xml" title="${title}" href="${url}${feedName}">
<meta property="og:type" content="website">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${count(decks.length, 'deck')}">
<meta property="og:url" content="${url}">
${image !== undefined && html`<meta property="og:image" content="${image}">\n<meta name="twitter:card" content="summary_large_image">\n`}`;
}

/** The image of the first deck that has one. */
export function previewImage(decks: readonly SiteDeck[], url: string): string | undefined {
  const images = decks.flatMap(({ socialImage, summary }) =>
    socialImage === undefined ? (summary.image ?? []) : url + hrefOf(socialImage),
  );
  return images[0];
}

/** Hidden until the script runs. */
function searchField({ decks }: Site): Html | false {
  return (
    decks.length > 0 &&
    html`<search class="search" id="search" hidden><label for="query">Search all slides</label>
<input type="search" id="query" autocomplete="off" spellcheck="false" aria-controls="results">
<p role="status" id="status"></p></search>
<div id="results" hidden></div>
`
  );
}

function card(deck: SiteDeck): Html {
  const { file, page, summary, cover, links } = deck;
  const { title, lang, author, date } = page;
  const image = `data:${cover.mime};base64,${cover.bytes.toString('base64')}`;
  return html`<li><article lang="${lang}" dir="${summary.dir}">
<a class="deck" href="${hrefOf(file)}"><span class="picture"><img src="${image}" alt="" loading="lazy"></span>
<h2 class="title">${title}</h2></a>
${author !== undefined && html`<p class="facts"><bdi>${author}</bdi></p>\n`}<p class="facts"><span lang="en" dir="ltr">${joined(
    [date === undefined ? undefined : dateOf(date, lang), ...lengthOf(deck)],
  )}</span></p>
${summary.description !== undefined && html`<p class="about">${summary.description}</p>\n`}${
  links.length > 0 && html`<p class="links">${links.map((link) => linkTo(link, deck))}</p>\n`
}</article></li>
`;
}

function linkTo({ name, file }: SiteDeck['links'][number], { page }: SiteDeck): Html {
  const of = html`<span class="unseen"> of <span lang="${page.lang}">${page.title}</span></span>`;
  return html`<a href="${hrefOf(file)}" lang="en">${name}${of}</a>`;
}

function dateOf(date: string, lang: string): Html {
  const day = isoDate(date);
  if (day !== undefined) return html`<time datetime="${day}">${day}</time>`;
  return html`<span lang="${lang}" dir="auto">${date}</span>`;
}

function lengthOf(deck: SiteDeck): readonly string[] {
  const minutes = Math.round(plannedTime(deck) / 60);
  const slides = count(deck.page.slideCount, 'slide');
  return minutes > 0 ? [`${minutes} min`, slides] : [slides];
}

function joined(parts: readonly (Html | string | undefined)[]): readonly (Html | string)[] {
  const shown = parts.filter((part) => part !== undefined);
  return shown.flatMap((part, i) => (i === 0 ? [part] : [' · ', part]));
}

function searchIndex({ decks }: Site): string {
  const searched = decks.map(
    ({ file, page, summary }): SearchedDeck => ({
      href: hrefOf(file),
      title: page.title,
      lang: page.lang,
      dir: summary.dir,
      about: [page.author, page.date, summary.description].filter(Boolean).join(' · '),
      slides: summary.slides,
    }),
  );
  return JSON.stringify(searched).replaceAll('<', '\\u003c');
}
