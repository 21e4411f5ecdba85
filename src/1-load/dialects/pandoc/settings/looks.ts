import { looksOf as revealLooksOf } from '../../reveal/settings/looks.ts';
import type { Settings } from './metadata.ts';

/** The slide with the title, and those of parts, are centered; an image has a share of the slide as its width. */
const centered = `:is(.layout-cover, .layout-section) .layout { grid-template-rows: auto auto;
  align-content: safe center; justify-items: center; text-align: center }
:is(.layout-cover, .layout-section) .slot { max-inline-size: none }
:is(.layout-cover, .layout-section) .slot-title > * { font-size: var(--r-heading1-size); line-height: 1.2 }
.layout-section .slot-title::before { content: none }
.layout-cover .slot-text { gap: var(--gap); min-block-size: 0; align-items: center; color: inherit;
  font-size: var(--size-text) }
.layout-cover .slot-text > :first-child { font-size: inherit }
.flow > figure.image:has(> img[style*="%"]) { inline-size: 100%; align-items: center }`;

/** Themes of reveal.js that are light: code is light in them, too. */
const light = /^(?:white|beige|sky|serif|simple|solarized|white-contrast)$/;

/** Rules for the looks of Pandoc's slides, which are those of reveal.js. */
export function looksOf(settings: Settings): string {
  const isCentered = settings.text('center') !== 'false';
  const code = light.test(settings.text('theme') ?? '') ? 'light' : undefined;
  return `${revealLooksOf(isCentered, code)}\n${centered}`.trim();
}
