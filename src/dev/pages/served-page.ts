import { createHash } from 'node:crypto';
import { withoutScripts } from '../../5-bundle/own-scripts.ts';
import { type Html, html, rawHtml } from '../../base/html.ts';
import type { ShownPage } from '../deck/live-deck.ts';
import type { PageSettings } from '../protocol/messages.ts';
import { tabStorageScript } from './tab-storage-script.ts';

/** What the server adds to its pages: the client script and its settings. */
export interface Client {
  readonly script: string;
  readonly settings: Pick<
    PageSettings,
    'base' | 'token' | 'mayWrite' | 'stay' | 'checks' | 'live' | 'withScripts' | 'deckId'
  >;
}

/**
 * The page of a deck as `build` writes it, with the client script added after its own, but without the
 * deck's own scripts: these could read the token in it.
 */
export function serveDeck(name: string, { page, version }: ShownPage, client: Client): string {
  return addClient(withoutScripts(page.html, page.scripts), { deck: name, version }, client);
}

/**
 * The page of a deck with its own scripts. It must be served in an origin of its own, with a token that
 * only shows this deck.
 */
export function serveWithScripts(
  name: string,
  { page: { html }, version }: ShownPage,
  client: Client,
): string {
  return addClient(prependScript(tabStorageScript, html), { deck: name, version }, client);
}

function addClient(
  page: string,
  shown: Pick<PageSettings, 'deck' | 'version'>,
  client: Client,
): string {
  const end = page.lastIndexOf('</body>');
  return [
    allowClient(page.slice(0, end), client.script),
    clientElements(client, shown).toString(),
    page.slice(end),
  ].join('');
}

const slidesOpen = '<div class="slides">\n';
const slidesClose = '</div>\n</main>\n';
const embeddedSource = /<script type="application\/vnd\.[^>]*>[^<]*<\/script>\n/;

/** Prevents the reading view on phones. */
const showSlides = `document.documentElement.classList.add('live')`;

/** The deck with only its first slide, as its thumbnail in the list of decks. */
export function serveThumbnail({ page: { html, scripts, parts } }: ShownPage): string {
  const page = prependScript(showSlides, withoutScripts(html, scripts));
  const start = page.indexOf(slidesOpen, page.indexOf('</style>')) + slidesOpen.length;
  const after = page.slice(page.lastIndexOf(slidesClose)).replace(embeddedSource, '');
  return `${page.slice(0, start)}${parts.columns[0]?.[0]?.html ?? ''}${parts.program}${after}`;
}

/** A page that is not a deck, with the client script. */
export function serverPage(
  title: string,
  { style, body }: { readonly style: string; readonly body: Html },
  client: Client,
  deck: string,
): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'self' ${hashSource(client.script)}`,
    `style-src ${hashSource(style)}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src data:`,
    `connect-src 'self'`,
    `frame-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join(';');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${rawHtml(style)}</style>
</head>
<body>
${body}
${clientElements(client, { deck, version: '' })}</body>
</html>
`.toString();
}

function clientElements(
  { script, settings }: Client,
  page: Pick<PageSettings, 'deck' | 'version'>,
): Html {
  const json = JSON.stringify({ ...settings, ...page } satisfies PageSettings);
  return html`<script type="application/json" id="lectern-dev">${rawHtml(json.replaceAll('<', '\\u003c'))}</script>
<script>${rawHtml(script)}</script>
`;
}

/**
 * Extends the CSP of a deck's page: allows the client script, connections to this server, and the
 * script of the editor.
 */
function allowClient(page: string, script: string): string {
  const sources = `'self' ${hashSource(script)}`;
  return page.replace(';script-src ', `;connect-src 'self';script-src ${sources} `);
}

function allowScript(page: string, script: string): string {
  return page.replace(';script-src ', `;script-src ${hashSource(script)} `);
}

/** Adds a script that runs before the page is shown, and allows it in the CSP. */
export function prependScript(script: string, page: string): string {
  return allowScript(page, script).replace('<title>', `<script>${script}</script>\n<title>`);
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
