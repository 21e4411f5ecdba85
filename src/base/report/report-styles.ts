/** For screens in light and dark, and for paper. */
export const reportStyles = `
:root {
  color-scheme: light dark;
  --text: #1c1c1e; --soft: #55555c; --back: #fff; --line: #c4c4cc; --panel: #f4f4f7;
  --bad: #a8071a; --doubt: #7a4b00; --link: #0b57b0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #ececf0; --soft: #b4b4bd; --back: #17171a; --line: #4b4b55; --panel: #222227;
    --bad: #ff9b9b; --doubt: #f0c36a; --link: #8ab8ff;
  }
}
* { box-sizing: border-box; }
body {
  max-width: 72rem; margin: 0 auto; padding: 2rem 1.5rem 4rem;
  background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, sans-serif;
}
h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 0.6em; }
h1 { margin-top: 0; }
h2 { border-top: 2px solid var(--line); padding-top: 1em; }
a { color: var(--link); }
p, li, dd { max-width: 46rem; }
code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.3em 1.2em; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
caption { text-align: start; color: var(--soft); padding-bottom: 0.5em; }
th, td { text-align: start; vertical-align: top; padding: 0.45em 0.7em; border: 1px solid var(--line); }
thead th { background: var(--panel); }
tbody th { font-weight: 600; }
figure { margin: 1em 0; }
figure img { display: block; width: 100%; height: auto; border: 1px solid var(--line); }
.finding { margin: 0.8em 0; }
.finding p { margin: 0.1em 0; }
.hint { white-space: pre-line; }
.soft { color: var(--soft); }
.failure-found { color: var(--bad); font-weight: 600; }
.person-must-decide { color: var(--doubt); font-weight: 600; }
@media (max-width: 40rem) {
  dl { display: block; }
  dd { margin-bottom: 0.6em; }
}
@media print {
  :root { --text: #000; --soft: #444; --back: #fff; --line: #999; --panel: #eee; --bad: #a8071a; --doubt: #7a4b00; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .scroll { overflow: visible; }
  figure, tr, .finding { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  figure img { max-height: 9cm; width: auto; max-width: 100%; }
}
`;
