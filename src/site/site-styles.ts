import { cardStyles } from '../base/report/card-styles.ts';

/** Of the index of a site, on screens and on paper. */
export const siteStyles = `${cardStyles}
* { box-sizing: border-box; }
h1 { margin: 0 0 1.25rem; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
p { margin: .15rem 0 0; }
a:focus-visible, input:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: .2rem; }
[hidden] { display: none !important; }
.search { display: block; margin-bottom: 2rem; }
label { display: block; margin-bottom: .3rem; font-weight: 600; }
input { width: min(32rem, 100%); min-height: 2.75rem; padding: .4rem .75rem; border: 1px solid light-dark(#75848b, #87949b); border-radius: .4rem; background: light-dark(#fff, #1f262c); color: inherit; font: inherit; }
[role=status] { min-height: 1.4em; margin-top: .4rem; color: var(--muted); font-size: .875rem; }
article, .found > li { text-align: start; }
.deck { text-decoration: none; }
.deck:hover .picture, .deck:focus-visible .picture { outline: 3px solid var(--focus); outline-offset: 2px; }
.deck:focus-visible { outline: none; }
.picture { display: block; }
img { display: block; width: 100%; height: 100%; object-fit: contain; }
h2 { margin: 0; font-size: 1rem; line-height: 1.4; overflow-wrap: anywhere; }
.about { margin-top: .4rem; font-size: .9375rem; overflow-wrap: anywhere; }
.links { display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: .875rem; }
.links a, .found a { display: inline-flex; align-items: center; min-height: 1.75rem; text-underline-offset: .2em; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.found { margin: 0; padding: 0; list-style: none; }
.found h2 { margin: 1.5rem 0 .25rem; font-size: 1.0625rem; }
.found ol { margin: 0; padding: 0; list-style: none; }
.found li li { max-width: 60rem; padding: .4rem 0; border-top: 1px solid var(--line); }
.found li p { color: var(--muted); font-size: .9375rem; overflow-wrap: anywhere; }
mark { background: light-dark(#ffe08a, #5c4600); color: light-dark(#10222b, #fff); }
@media (pointer: coarse) { .links a, .found a { min-height: 2.75rem; } }
@media print { .search, #results { display: none; } article { break-inside: avoid; } }
`;
