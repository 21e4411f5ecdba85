import type { XmlElement } from '../../../base/ooxml/xml-tree.ts';
import { element, type Xml } from '../xml.ts';

/** Writes an element of a template, without the extensions in it, whose namespaces the file may not declare. */
export function writeElement({ name, attributes, children, text }: XmlElement): Xml {
  const own = Object.entries(attributes).filter(([key]) => !key.includes(':'));
  const inner = children.filter((child) => !/extLst$/.test(child.name)).map(writeElement);
  return element(name, Object.fromEntries(own), inner.length > 0 ? inner : text.trim());
}
