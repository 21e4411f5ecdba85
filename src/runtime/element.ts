type Content = readonly (Node | string)[];

/** An element of a class, with what stands in it. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...content: Content
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

export function makeButton(
  className: string,
  press: () => void,
  ...content: Content
): HTMLButtonElement {
  const button = make('button', className, ...content);
  button.type = 'button';
  button.addEventListener('click', press);
  return button;
}

/** A button with a picture in place of words. @param path of lines in a box of 24 by 24 */
export function makeIconButton(label: string, path: string, press: () => void): HTMLButtonElement {
  const button = makeButton('', press);
  button.ariaLabel = label;
  button.title = label;
  button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
  return button;
}

/** What the page itself says is English, from left to right, in whatever language the deck is. */
export function inEnglish<Kind extends HTMLElement>(element: Kind): Kind {
  element.lang = 'en';
  element.dir = 'ltr';
  return element;
}
