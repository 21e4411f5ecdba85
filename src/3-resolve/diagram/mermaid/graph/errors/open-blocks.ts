/** The first line of the innermost block that is not closed. */
export function openLine(
  text: string,
  opening: RegExp,
  closing: RegExp,
): { readonly index: number; readonly length: number } | undefined {
  const open: { readonly index: number; readonly length: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const index = start + line.length - line.trimStart().length;
    if (opening.test(line)) open.push({ index, length: line.trim().length });
    else if (closing.test(line)) open.pop();
    start += line.length + 1;
  }
  return open.at(-1);
}
