import { parseXml, type XmlElement } from '../../../base/ooxml/xml-tree.ts';

/** Where an id is written in the text of a part. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

/**
 * Gives each shape of a master or a layout an id of its own. What refers to an id that several shapes have, such as an
 * animation, means the first of them.
 */
export function giveShapesIds(xml: string): string {
  if (!xml.includes('cNvPr')) return xml;
  const places = idsOf(xml, parseXml(xml));
  const seen = new Set<string>();
  let next = Math.max(0, ...places.map(({ id }) => Number(id)).filter(Number.isSafeInteger));
  let [text, at] = ['', 0];
  for (const { start, end, id } of places) {
    if (seen.has(id)) {
      text += `${xml.slice(at, start)}${++next}`;
      at = end;
    }
    seen.add(id);
  }
  return text + xml.slice(at);
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
