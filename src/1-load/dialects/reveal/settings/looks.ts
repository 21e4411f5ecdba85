/** Code on light, for highlight themes that are light; the usual one is dark. */
const lightCode = `:root { --code-background: #f5f5f5; --code-text: #24292e; --code-focus: #dfe6ee; --code-dim: #5f6670;
  --code-keyword: #a71d5d; --code-string: #17567f; --code-number: #005cc5; --code-comment: #5d646b;
  --code-title: #6f42c1; --code-type: #00615a; --code-attribute: #7a4a00 }`;

const lightNames =
  /(?:^|[-/])(?:light|day|dawn|latte|default|github(?!-dark)|vs|xcode|idea|googlecode|ascetic|color-brewer|docco|foundation|grayscale|magula|mono-blue|purebasic|school-book|brown-paper|routeros)(?:$|[-/.])/;

/**
 * Rules for what settings say about the looks of a deck.
 *
 * @param highlightTheme the name of a theme of highlight.js
 */
export function looksOf(isCentered: boolean, highlightTheme: string | undefined): string {
  const rules = [
    ...(isCentered ? [] : [':root { --reveal-position: start }']),
    ...(lightNames.test(highlightTheme ?? '') ? [lightCode] : []),
  ];
  return rules.join('\n');
}
