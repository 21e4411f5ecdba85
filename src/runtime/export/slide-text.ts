/** Elements that do not end a word. */
const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup tspan u var wbr'.split(
    ' ',
  ),
);

/** All text of the slides, with white space wherever a word ends. */
export function textOfSlides(): string {
  return textOf(document.querySelector('.slides') ?? document.body);
}

function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || node.localName === 'style' || node.localName === 'script') {
    return '';
  }
  if (node.localName === 'math') return node.textContent ?? '';
  const text = Array.from(node.childNodes, textOf).join('');
  return inline.has(node.localName) ? text : ` ${text} `;
}
