const hiding = ['hidden', 'aria-hidden', 'inert'];
const layout = ['display', 'top', 'transform'];

/**
 * Removes what hides a slide or a stack on screen and from screen readers.
 *
 * @returns a function that reverts it
 */
export function unhide(section: HTMLElement): () => void {
  const restore = saveAttributes(section, [...hiding, 'style', 'tabindex']);
  for (const name of hiding) section.removeAttribute(name);
  for (const name of layout) section.style.removeProperty(name);
  return restore;
}

/** Saves some of an element's attributes. @returns a function that restores them */
export function saveAttributes(element: Element, names: readonly string[]): () => void {
  const before = names.map((name) => [name, element.getAttribute(name)] as const);
  return () => {
    for (const [name, value] of before) {
      if (value === null) element.removeAttribute(name);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
  };
}
