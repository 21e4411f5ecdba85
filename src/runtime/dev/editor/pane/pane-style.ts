/** The styles of the pane, in its own shadow root, so that themes do not affect it. */
export const paneSheet = new CSSStyleSheet();
paneSheet.replaceSync(`
:host {
  all: initial; position: fixed; z-index: 2147482000; inset: 0 0 0 auto; inline-size: var(--lectern-editor-size); color-scheme: light dark; contain: strict;
  --panel-background: light-dark(#fdfdfb, #14191d); --raised: light-dark(#eef1f1, #1f262c); --rule: light-dark(#c3cccf, #3b474f);
  --ink: light-dark(#14232a, #e6ecee); --quiet: light-dark(#647178, #8b9aa2); --accent: light-dark(#00695f, #7ed3be);
  --selection: light-dark(#cfe5e1, #28504b); --active: light-dark(#0000000a, #ffffff0d); --found: light-dark(#ffe08a, #6b5200);
  --heading: light-dark(#00534b, #a8e6d7); --mark: light-dark(#6c7a80, #8d9ca4); --key: light-dark(#7a3e00, #f0b27a); --code: light-dark(#5b3b8c, #c9b3f0);
  --error: light-dark(#b3261e, #ff9d94); --warning: light-dark(#8a5a00, #f2c46d); --mine: light-dark(#d8f0dc, #1d3a26); --theirs: light-dark(#fbdedb, #46211f);
}
@media (width < 60rem) { :host { inset: auto 0 0 0; inline-size: auto; block-size: var(--lectern-editor-size); } }
@media print { :host { display: none; } }
.pane { box-sizing: border-box; display: grid; grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr); block-size: 100%; border-inline-start: 1px solid var(--rule); background: var(--panel-background); color: var(--ink); font: 14px/1.4 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; padding: 6px 10px 6px 16px; background: var(--raised); border-block-end: 1px solid var(--rule); }
.file { font-weight: 600; overflow-wrap: anywhere; }
.state { flex: 1 1 6em; color: var(--quiet); }
.state:empty { flex-basis: 0; }
.state.alarming { color: var(--error); }
.buttons { display: flex; flex-wrap: wrap; gap: 4px 10px; }
button { box-sizing: border-box; min-block-size: 28px; padding: 2px 12px; border: 1px solid var(--rule); border-radius: 6px; background: var(--panel-background); color: var(--ink); font: inherit; cursor: pointer; }
button.main { border-color: var(--accent); background: var(--accent); color: var(--panel-background); }
button:disabled { opacity: .55; cursor: default; }
button:is(:focus-visible, :hover:not(:disabled)) { outline: 2px solid var(--accent); outline-offset: 1px; }
.notice { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 10px; margin: 0; padding: 8px 10px 8px 16px; background: light-dark(#fff1cf, #40330f); border-block-end: 1px solid var(--rule); overflow-wrap: anywhere; }
.notice p { flex: 1 1 14em; margin: 0; }
[hidden] { display: none; }
.text { min-block-size: 0; }
.splitter { position: absolute; z-index: 1; inset: 0 auto 0 -1px; inline-size: 9px; cursor: col-resize; touch-action: none; }
.splitter:is(:hover, :focus-visible) { background: var(--accent); outline: none; opacity: .6; }
@media (width < 60rem) { .pane { border-inline-start: none; border-block-start: 1px solid var(--rule); } .splitter { inset: -1px 0 auto 0; inline-size: auto; block-size: 9px; cursor: row-resize; } }
.choice { margin-inline-start: 4px; min-block-size: 24px; padding: 0 8px; font-size: 12px; }
`);

/** The size of the pane. A style sheet, as the reading view resets the style attributes. */
export const sizeSheet = new CSSStyleSheet();

/** Limits the page, including fixed elements, to the part of the window next to the pane. */
export const pageSheet = new CSSStyleSheet();
pageSheet.replaceSync(`
@media screen {
  html > body { inline-size: auto !important; margin: 0 var(--lectern-editor-size) 0 0 !important; transform: translate(0) !important; }
  @media (width < 60rem) { html > body { block-size: calc(100dvh - var(--lectern-editor-size)) !important; margin: 0 !important; } }
}
`);
