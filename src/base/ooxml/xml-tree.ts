import { Parser } from 'htmlparser2';
import { emptyScope, type Scope, scopeOf, usualName } from './namespaces.ts';
import { ArchiveError } from './zip.ts';

/** An element of a part. Names have the usual prefixes, such as `p:sp` and `r:id`, whatever the file declares. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text in it, without that of its children. */
  readonly text: string;
  /** The offsets in the text of the part. */
  readonly start: number;
  readonly end: number;
}

/** Deeper than groups, tables and formulas of real presentations. */
const maxDepth = 200;

/** A slide has some thousands. */
const maxElements = 500_000;

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  readonly scope: Scope;
  text: string;
  end: number;
}

/**
 * Parses a part. Entities that it declares are not expanded, and nothing outside of it is read.
 *
 * @param room the count of elements that may still be parsed, shared by several parts
 * @throws ArchiveError if it is not XML, nested too deeply, too long or cut off
 */
export function parseXml(
  xml: string,
  room: { elements: number } = { elements: maxElements },
): XmlElement {
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length >= maxDepth)
          throw new ArchiveError(`is nested deeper than ${maxDepth} levels`);
        if (++count > maxElements)
          throw new ArchiveError('has a part with more than 500,000 elements');
        if (--room.elements < 0) throw new ArchiveError('has too many elements in all');
        const element = openElement(name, attributes, open.at(-1)?.scope, parser.startIndex);
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(part) {
        const element = open.at(-1);
        if (element) element.text += part;
      },
      onclosetag() {
        const element = open.pop();
        if (!element) return;
        element.end = parser.endIndex + 1;
        if (open.length === 0) root ??= element;
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  if (!root || open.length > 0)
    throw new ArchiveError('is incomplete: the end of a part is missing');
  return root;
}

function openElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  parent: Scope = emptyScope,
  start: number,
): OpenElement {
  const scope = scopeOf(attributes, parent);
  const named = Object.entries(attributes).map(
    ([key, value]) => [usualName(key, scope, true), value] as const,
  );
  return {
    name: usualName(name, scope),
    attributes: Object.fromEntries(named),
    children: [],
    scope,
    text: '',
    start,
    end: start,
  };
}

/** The first child of this name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** Whether an attribute is set (`ST_OnOff`). */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** The element at the end of a path of names, each the first of its parent. */
export function descend(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((found, name) => childOf(found, name), element);
}

/** All elements of this name below an element, in the order of the part. */
export function findAll(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findAll(child, name),
  ]);
}
