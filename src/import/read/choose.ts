import type { XmlElement } from '../../base/ooxml/xml-tree.ts';

/** The extensions whose elements are read here, by their usual prefixes. */
const understood = new Set(['a14', 'p14', 'p15', 'a16', 'cx', 'cx1', 'cx2', 'cx4', 'p159', 'asvg']);

/** The extension that has formulas; some files give it a prefix of their own. */
const drawings = 'http://schemas.microsoft.com/office/drawing/2010/main';

/** The children of an element, with alternatives replaced by the first that is understood. */
export function childrenIn(element: XmlElement | undefined): readonly XmlElement[] {
  return (element?.children ?? []).flatMap((child) =>
    child.name === 'mc:AlternateContent' ? chosenIn(child) : [child],
  );
}

function chosenIn(alternatives: XmlElement): readonly XmlElement[] {
  const found = alternatives.children.find(
    (each) => each.name === 'mc:Fallback' || (each.name === 'mc:Choice' && isUnderstood(each)),
  );
  return childrenIn(found);
}

/** Whether all extensions are understood that a choice requires, by their prefixes. */
function isUnderstood({ attributes, children }: XmlElement): boolean {
  const prefixes = (attributes.Requires ?? '').split(/\s+/);
  const isKnown = (prefix: string): boolean =>
    understood.has(prefix) || attributes[`xmlns:${prefix}`] === drawings;
  const isInk = children.some(({ name }) => /^p(?:14)?:contentPart$/.test(name));
  return prefixes.every(isKnown) && !isInk;
}

/** The first child of one of these names, in the chosen alternatives. */
export function chosenChild(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  return childrenIn(element).find(({ name }) => names.includes(name));
}
