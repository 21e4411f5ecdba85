type Content = readonly (Node | string)[];

/** Creates an element with a class and content. */
export function createElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...content: Content
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

export function createButton(
  className: string,
  press: () => void,
  ...content: Content
): HTMLButtonElement {
  const button = createElement('button', className, ...content);
  button.type = 'button';
  button.addEventListener('click', press);
  return button;
}

/** A button with an icon. @param path SVG path data, drawn as lines in a 24 × 24 box */
export function createIconButton(
  label: string,
  path: string,
  press: () => void,
): HTMLButtonElement {
  const button = createButton('', press);
  button.ariaLabel = label;
  button.title = label;
  button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
  return button;
}

/** Sets an element's text only if it changed, to avoid needless announcements and repaints. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
