import { editXml, type XmlEdit } from '../../../base/ooxml/edit-xml.ts';
import type { XmlElement } from '../../../base/ooxml/xml-tree.ts';

/** Where an id is written in the text of a part. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

/**
 * Gives each shape of a master or a layout an id of its own. What refers to an id that several shapes have, such as an
 * animation, means the first of them.
 *
 * @param root of the part
 */
export function giveShapesIds(xml: string, root: XmlElement): string {
  const places = idsOf(xml, root);
  const seen = new Set<string>();
  let next = Math.max(0, ...places.map(({ id }) => Number(id)).filter(Number.isSafeInteger));
  const edits: XmlEdit[] = [];
  for (const { start, end, id } of places) {
    if (seen.has(id)) edits.push({ start, end, text: String(++next) });
    seen.add(id);
  }
  return editXml(xml, edits);
}

/** An alternative for programs that do not know a shape has the same id as the shape. */
function idsOf(xml: string, element: XmlElement): readonly Place[] {
  if (element.name === 'mc:Fallback') return [];
  const own = element.name === 'p:cNvPr' ? idOf(xml, element) : undefined;
  return [...(own ? [own] : []), ...element.children.flatMap((child) => idsOf(xml, child))];
}

function idOf(xml: string, { start, end }: XmlElement): Place | undefined {
  const attributes = Array.from(
    xml.slice(start, end).matchAll(/\s([\w:.-]+)\s*=\s*(["'])(.*?)\2/gs),
  );
  const found = attributes.find(([, name]) => name === 'id');
  if (!found) return undefined;
  const [all, , , id = ''] = found;
  const last = start + found.index + all.length - 1;
  return { start: last - id.length, end: last, id: id.trim() };
}
