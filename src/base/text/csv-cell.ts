/** A cell as the data of a chart write it: what could be read as a key, or divides cells, is quoted. */
export function csvCell(text: string): string {
  return /[",\n:#;\t|]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
