/** Writes a text where another one stands: what listens has to do with changes only. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
