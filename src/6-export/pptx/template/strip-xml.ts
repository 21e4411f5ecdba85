import { editXml, type XmlEdit } from '../../../base/ooxml/edit-xml.ts';
import { findAll, parseXml, type XmlElement } from '../../../base/ooxml/xml-tree.ts';

/** Elements that a shape can do without. */
const removable = new Set([
  'a:hlinkClick',
  'a:hlinkHover',
  'a:hlinkMouseOver',
  'a:snd',
  'a:videoFile',
  'a:audioFile',
  'p:custData',
  'p:tags',
  'p:control',
  'p:snd',
  'p14:media',
]);

/** Elements that can be left out of a slide. */
const wholes = new Set([
  'p:pic',
  'p:graphicFrame',
  'p:sp',
  'p:cxnSp',
  'p:contentPart',
  'p:transition',
]);

/** Actions of PowerPoint that run something. */
const running = /^ppaction:\/\/(?:macro|program|ole)/i;

/**
 * Removes what refers to relationships that are not copied, and what runs macros or programs: links from texts and
 * shapes, and else whole shapes.
 *
 * @param dropped the ids of those relationships
 */
export function stripXml(xml: string, dropped: ReadonlySet<string>): string {
  const root = parseXml(xml);
  const ranges: XmlEdit[] = [];
  const visit = (element: XmlElement, around: readonly XmlElement[]): void => {
    const ids = Object.entries(element.attributes).filter(([name]) => name.startsWith('r:'));
    const isLost = ids.some(([, id]) => dropped.has(id));
    const keeps = ids.some(([, id]) => id !== '' && !dropped.has(id));
    if (running.test(element.attributes.action ?? '')) ranges.push(rangeOf(element));
    else if (isLost && keeps) ranges.push(...lostAttributes(xml, element, dropped));
    else if (isLost) ranges.push(rangeOf(removedWith(element, around)));
    else for (const child of element.children) visit(child, [...around, element]);
  };
  visit(root, []);
  return editXml(xml, ranges);
}

function rangeOf({ start, end }: XmlElement): XmlEdit {
  return { start, end };
}

/** The smallest part of a slide that can go with an element. */
function removedWith(element: XmlElement, around: readonly XmlElement[]): XmlElement {
  if (removable.has(element.name)) return element;
  const alternative = around.find(({ name }) => name === 'mc:AlternateContent');
  return alternative ?? around.findLast(({ name }) => wholes.has(name)) ?? element;
}

function lostAttributes(
  xml: string,
  { start, end }: XmlElement,
  dropped: ReadonlySet<string>,
): readonly XmlEdit[] {
  const tag = /^<[^>]*>/.exec(xml.slice(start, end))?.[0] ?? '';
  return Array.from(tag.matchAll(/\s+[\w-]+:[\w-]+=(?:"([^"]*)"|'([^']*)')/g))
    .filter(([, double, single]) => dropped.has(double ?? single ?? ''))
    .map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }));
}

/** Whether a part has actions that run something. */
export function runsSomething(root: XmlElement): boolean {
  return ['a:hlinkClick', 'a:hlinkHover', 'a:hlinkMouseOver'].some((name) =>
    findAll(root, name).some(({ attributes }) => running.test(attributes.action ?? '')),
  );
}
