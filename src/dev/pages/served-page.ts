import { createHash } from 'node:crypto';
import { type Html, html, rawHtml } from '../../base/html.ts';
import type { GoodPage } from '../deck/live-deck.ts';
import type { PageSettings } from '../protocol/messages.ts';

/** What the server adds to each of its pages: its script, and what that is to know. */
export interface Client {
  readonly script: string;
  readonly settings: Pick<PageSettings, 'token' | 'mayWrite' | 'stay'>;
}

/** The page of a deck as `build` writes it, with the server's script behind its own. */
export function serveDeck(
  name: string,
  { page: { html: page }, version }: GoodPage,
  client: Client,
): string {
  const end = page.lastIndexOf('</body>');
  return [
    allowClient(page.slice(0, end), client.script),
    clientElements(client, { deck: name, version }).toString(),
    page.slice(end),
  ].join('');
}

const slidesOpen = '<div class="slides">\n';
const slidesClose = '</div>\n</main>\n';
const carriedSource = /<script type="application\/[^>]*>[^<]*<\/script>\n/;

/** On phones too the slides are to be seen as such, and not as a page to read. */
const asSlides = `document.documentElement.classList.add('live')`;

/** The deck with its first slide alone: its picture in the list of all decks. */
export function serveThumbnail({ page: { html, parts } }: GoodPage): string {
  const page = prependScript(asSlides, html);
  const start = page.indexOf(slidesOpen, page.indexOf('</style>')) + slidesOpen.length;
  const after = page.slice(page.lastIndexOf(slidesClose)).replace(carriedSource, '');
  return `${page.slice(0, start)}${parts.columns[0]?.[0]?.html ?? ''}${after}`;
}

/** A page of the server's own, in which its script runs. */
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
 * Lets a deck's page run one more script, which talks with the server that the page is from, and may
 * load the only other one that the server has: that of the editor.
 */
function allowClient(page: string, script: string): string {
  const sources = `'self' ${hashSource(script)}`;
  return page.replace(';script-src ', `;connect-src 'self';script-src ${sources} `);
}

function allowScript(page: string, script: string): string {
  return page.replace(';script-src ', `;script-src ${hashSource(script)} `);
}

/** Lets a deck's page run a script before anything of it is shown. */
export function prependScript(script: string, page: string): string {
  return allowScript(page, script).replace('<title>', `<script>${script}</script>\n<title>`);
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
