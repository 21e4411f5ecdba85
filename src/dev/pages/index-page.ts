import { type Html, html } from '../../base/html.ts';
import { cardStyles } from '../../base/report/card-styles.ts';
import type { LiveDeck } from '../deck/live-deck.ts';
import { type Client, serverPage } from './served-page.ts';

/** The path of a deck's page in its area, as in URLs. */
export function pathOfDeck(name: string): string {
  return `/${name.split('/').map(encodeURIComponent).join('/')}/`;
}

/** The path of a deck's remote. */
export function pathOfRemote(name: string): string {
  return `${pathOfDeck(name)}remote`;
}

/** The last part of the path of a deck with its own scripts. */
export const scriptsName = 'scripts';

/** The path of a deck's page with its own scripts. */
export function pathOfScripts(name: string): string {
  return `${pathOfDeck(name)}${scriptsName}`;
}

/** The list of all decks. */
export function indexPage(decks: readonly LiveDeck[], client: Client): string {
  const body = html`<main>
<h1>${decks.length === 1 ? '1 deck' : `${decks.length} decks`}</h1>
<ul class="decks">
${decks.map(indexEntry)}</ul>
</main>`;
  return serverPage('Decks', { style, body }, client, '');
}

/**
 * An entry of the list: a thumbnail, title, slide count and state of a deck, and a link to its remote. The links
 * are relative, as the entries are the same in all areas.
 */
export function indexEntry({ name, job, shown, diagnostics }: LiveDeck): Html {
  const link = `.${pathOfDeck(name)}`;
  // The version makes the browser reload the thumbnail; the server ignores it.
  const thumbnail =
    shown &&
    html`<iframe src="${link}picture?${shown.version}" loading="lazy" tabindex="-1" inert></iframe>`;
  const file = job.deck.slice(job.options.cwd.length + 1).replaceAll('\\', '/');
  const slides =
    shown && `${shown.page.slideCount} ${shown.page.slideCount === 1 ? 'slide' : 'slides'} · `;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const [state, text] = stateOf(errors, diagnostics.length - errors, shown !== undefined);
  return html`<li><a class="deck" href="${link}"><span class="picture" aria-hidden="true">${thumbnail}</span>
<span class="title"${shown && html` lang="${shown.page.lang}"`} dir="auto">${shown?.page.title ?? name}</span>
<span class="facts">${slides}${file}</span>
<span class="state ${state}">${text}</span></a>
<a class="remote" href=".${pathOfRemote(name)}">Remote</a>${
    shown?.mayRunScripts && html` <a class="remote" href=".${pathOfScripts(name)}">With scripts</a>`
  }</li>
`;
}

function stateOf(
  errors: number,
  warnings: number,
  isShown: boolean,
): readonly [state: string, text: string] {
  if (errors > 0) return ['errors', errors === 1 ? '1 error' : `${errors} errors`];
  if (warnings > 0) return ['warnings', warnings === 1 ? '1 warning' : `${warnings} warnings`];
  return isShown ? ['good', 'no errors'] : ['waiting', 'being built'];
}

/** Shown until the deck can be read. The client script shows its diagnostics. */
export function waitingPage(name: string, client: Client): string {
  const body = html`<main class="waiting">
<h1>${name}</h1>
<p>This deck will be shown here once it can be read.</p>
</main>`;
  return serverPage(name, { style, body }, client, name);
}

const style = `${cardStyles}h1 { margin: 0 0 1.5rem; font-size: 1.25rem; font-weight: 600; }
.deck { display: grid; grid-template-columns: 1fr auto; gap: .15rem 1rem; text-decoration: none; }
.deck:focus-visible { outline: none; }
.deck:focus-visible .picture, .deck:hover .picture { outline: 3px solid var(--focus); outline-offset: 2px; }
iframe { display: block; width: 100%; height: 100%; border: 0; pointer-events: none; }
.state { color: var(--muted); font-size: .875rem; }
.errors { color: light-dark(#b3261e, #ff9d94); font-weight: 600; }
.remote { display: inline-flex; align-items: center; min-height: 1.75rem; color: var(--muted); font-size: .875rem; text-underline-offset: .2em; }
.remote:hover { color: inherit; }
.remote:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: .2rem; }
@media (pointer: coarse) {
  .remote { justify-content: center; width: 100%; min-height: 3rem; margin-top: .5rem; border: 1px solid light-dark(#75848b, #6b7278); border-radius: .75rem; box-sizing: border-box; color: inherit; font-size: 1rem; font-weight: 600; text-decoration: none; }
}
.warnings { color: light-dark(#7a5200, #f2c46d); }
`;
