/** A row of a formula, and its start in the TeX. */
export interface FormulaRow {
  readonly text: string;
  readonly start: number;
}

/** Environments whose rows have numbers of their own, as in LaTeX; with a star, only rows that ask for one. */
const environment = /^\s*\\begin\{((?:align|alignat|gather)(\*?))\}([\s\S]*)\\end\{\1\}\s*$/;

/** What begins or ends a group, ends a row, or is no such thing although it looks like it. */
const mark = /%[^\n]*|\\(?:begin|end)(?=\{)|\\\\|\\cr(?![A-Za-z])|\\[\s\S]|[{}]/g;

/** Splits the rows of a formula that consists of one such environment; `undefined` for any other formula. */
export function splitRows(
  tex: string,
): { readonly rows: readonly FormulaRow[]; readonly isStarred: boolean } | undefined {
  const [whole, , star, body = ''] = environment.exec(tex) ?? [];
  if (whole === undefined) return undefined;
  const offset = tex.indexOf('}') + 1;
  const rows: FormulaRow[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: found, index } of body.matchAll(mark)) {
    if (found === '{' || found === '\\begin') depth++;
    else if (found === '}' || found === '\\end') depth--;
    else if (depth === 0 && /^\\(?:\\|cr)$/.test(found)) {
      rows.push({ text: body.slice(start, index), start: offset + start });
      start = index + found.length;
    }
  }
  const last = body.slice(start);
  if (last.trim() !== '') rows.push({ text: last, start: offset + start });
  return { rows, isStarred: star === '*' };
}
