/** Sets an element's text only if it changed, to avoid needless announcements. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
