/** Content is in the middle of the slide, unless `center` is off. */
const centered = `.layout-default .layout { grid-template-rows: auto; align-content: safe center }
.layout-default .slot-body { grid-row: auto }`;

/** Text is centered, and titles are large. */
const middle = `.layout-default { text-align: center }
.layout-default .flow > :is(ul, ol, dl, table) { inline-size: fit-content; margin-inline: auto; text-align: start }
.layout-default .flow > :is(figure:not(.code, .chart, .diagram), .frame) { align-self: center }
.layout-default figure.code { text-align: start }
.slot-title > h1 { font-size: calc(var(--size-title) * 1.6) }`;

/** Helpers of reveal.js, each with the class that a deck must use for it. */
const helpers: readonly (readonly [name: string, rule: string])[] = [
  ['r-frame', '.r-frame { border: 4px solid currentColor }'],
  ['r-fit-text', '.r-fit-text { font-size: calc(var(--size-title) * 2.2) }'],
];

/** Rules for the looks of reveal.js, which come before those of the deck. @param text of the deck */
export function looksOf(text: string, isCentered: boolean): string {
  const used = helpers.filter(([name]) => text.includes(name)).map(([, rule]) => rule);
  return [...(isCentered ? [centered] : []), middle, ...used].join('\n');
}
