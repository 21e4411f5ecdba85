import { type Element, isTag } from 'domhandler';
import { parseDocument } from 'htmlparser2';

const kinds: readonly (readonly [name: string, has: (part: Element) => boolean])[] = [
  ['backgrounds', ({ attribs }) => attribs.mathbackground !== undefined],
  ['lines in tables', ({ name, attribs }) => name === 'mtd' && /border/.test(attribs.style ?? '')],
  [
    'lines around terms',
    ({ attribs }) =>
      /\b(?:longdiv|phasor|actuarial|circle|roundedbox)/.test(
        `${attribs.class ?? ''} ${attribs.notation ?? ''}`,
      ),
  ],
];

/** What of a formula PowerPoint's equations cannot show, in words. */
export function unshownIn(mathml: string): readonly string[] {
  const all = elementsIn(parseDocument(mathml, { xmlMode: true }).children);
  return kinds.filter(([, has]) => all.some(has)).map(([name]) => name);
}

function elementsIn(nodes: Element['children']): readonly Element[] {
  return nodes.filter(isTag).flatMap((part) => [part, ...elementsIn(part.children)]);
}
