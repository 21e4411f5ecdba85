const hiding = ['hidden', 'aria-hidden', 'inert'];
const layout = ['display', 'top', 'transform'];

/** Takes from a slide or a stack what keeps it off the screen, and from readers; gives the way back. */
export function bare(section: HTMLElement): () => void {
  const restore = keepAttributes(section, [...hiding, 'style', 'tabindex']);
  for (const name of hiding) section.removeAttribute(name);
  for (const name of layout) section.style.removeProperty(name);
  return restore;
}

/** Notes some of an element's attributes; gives the way back to them. */
export function keepAttributes(element: Element, names: readonly string[]): () => void {
  const before = names.map((name) => [name, element.getAttribute(name)] as const);
  return () => {
    for (const [name, value] of before) {
      if (value === null) element.removeAttribute(name);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
  };
}
