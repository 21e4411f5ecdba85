/** The speaker notes of a slide, without the summary under which the page without scripts folds them. */
export function notesOf(slide: Element): readonly ChildNode[] | undefined {
  const details = slide.querySelector(':scope > .notes > details');
  return details
    ? [...details.childNodes].filter((node) => node.nodeName !== 'SUMMARY')
    : undefined;
}
