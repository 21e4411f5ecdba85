/** What explanations of decks have besides the styles of all reports. */
export const explanationStyles = `
:root {
  --new: #0b4a1c; --new-back: #d9f4df; --gone: #7a0c16; --gone-back: #fde3e3;
  --mark: #1c1c1e; --mark-back: #ffe59a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --new: #b8f0c5; --new-back: #143d20; --gone: #ffc4c4; --gone-back: #4c1a1f;
    --mark: #fff3cc; --mark-back: #6b5200;
  }
}
body { max-width: 88rem; }
.lead { font-size: 1.15rem; }
section { scroll-margin-top: 1rem; }
nav ol { columns: 20rem; column-gap: 2.5rem; padding-inline-start: 2.2em; }
nav li { break-inside: avoid; padding-block: 0.1em; }
.badge {
  display: inline-block; padding: 0 0.5em; border: 1px solid currentColor; border-radius: 1em;
  color: var(--doubt); font-size: 0.8rem; white-space: nowrap;
}
.slide { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 1rem 2rem; align-items: start; }
.slide img + img { margin-top: 1rem; }
.slide img { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 4px; }
.slide p:first-child { margin-top: 0; }
.findings { margin: 0 0 1em; padding-inline-start: 1.6em; }
.findings li { margin-bottom: 0.8em; padding-inline-start: 0.3em; }
.findings p { margin: 0.1em 0; }
.findings .severity { font-weight: 600; }
.error .severity { color: var(--bad); }
.warning .severity { color: var(--doubt); }
.texts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; margin: 1rem 0; }
section figure { margin: 0; min-width: 0; }
figcaption { color: var(--soft); font-size: 0.85rem; padding-bottom: 0.3em; }
pre {
  margin: 0; padding: 0.8rem 1rem; background: var(--panel); border-radius: 4px;
  font: 0.85rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2;
}
ins, del, mark { border-radius: 2px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
ins { color: var(--new); background: var(--new-back); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
del { color: var(--gone); background: var(--gone-back); text-decoration: line-through; text-decoration-thickness: 1px; }
mark { color: var(--mark); background: var(--mark-back); }
mark del { color: inherit; background: none; }
sup { font-weight: 700; color: var(--doubt); }
summary { cursor: pointer; color: var(--soft); width: fit-content; }
@media screen and (max-width: 50rem) {
  .slide, .texts { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  :root {
    --new: #0b4a1c; --new-back: #e4f5e8; --gone: #7a0c16; --gone-back: #fbe9e9; --mark: #000; --mark-back: #ffefb8;
  }
  nav { display: none; }
  .slide, figure, li { break-inside: avoid; }
  figure:has(pre) { break-inside: auto; }
  pre { font-size: 8pt; }
}
`;
