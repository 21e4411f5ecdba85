const words = new Set([
  'n/a',
  'n.a.',
  'n. a.',
  'na',
  '#n/a',
  '#nv',
  '<na>',
  'nan',
  'null',
  'none',
  'nil',
  '\\n',
  'k.a.',
  'k. a.',
  'n.v.',
  'n.d.',
  'n. d.',
  's.o.',
  'н/д',
  'b.d.',
]);

/** Whether a cell means a missing value: empty, dashes, dots, `n/a`, `#N/A` and the like. */
export function isGap(text: string): boolean {
  return text === '' || /^(?:[-‐‑–—−]+|[.…?]+|\.\.)$/.test(text) || words.has(text.toLowerCase());
}

/** Whether a cell contains an error of a spreadsheet formula, such as `#REF!` or `#DIV/0!`. */
export function isFormulaError(text: string): boolean {
  return /^#[\p{Lu}/0-9_]+[!?]$/u.test(text) || /^Err:\d+$/.test(text);
}
