/** Whether the line above an offset, which begins a line, has text. */
export function isBelowText(text: string, start: number): boolean {
  if (text[start - 1] !== '\n') return false;
  const above = text.lastIndexOf('\n', start - 2) + 1;
  return text.slice(above, start).trim() !== '';
}
