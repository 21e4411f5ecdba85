/** The namespaces of Office documents, by the prefixes that they usually have. */
const namespaces: Readonly<Record<string, readonly string[]>> = {
  a: [
    'http://schemas.openxmlformats.org/drawingml/2006/main',
    'http://purl.oclc.org/ooxml/drawingml/main',
  ],
  p: [
    'http://schemas.openxmlformats.org/presentationml/2006/main',
    'http://purl.oclc.org/ooxml/presentationml/main',
  ],
  r: [
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
  ],
  c: [
    'http://schemas.openxmlformats.org/drawingml/2006/chart',
    'http://purl.oclc.org/ooxml/drawingml/chart',
  ],
  m: [
    'http://schemas.openxmlformats.org/officeDocument/2006/math',
    'http://purl.oclc.org/ooxml/officeDocument/math',
  ],
  dgm: [
    'http://schemas.openxmlformats.org/drawingml/2006/diagram',
    'http://purl.oclc.org/ooxml/drawingml/diagram',
  ],
  pic: [
    'http://schemas.openxmlformats.org/drawingml/2006/picture',
    'http://purl.oclc.org/ooxml/drawingml/picture',
  ],
  mc: ['http://schemas.openxmlformats.org/markup-compatibility/2006'],
  a14: ['http://schemas.microsoft.com/office/drawing/2010/main'],
  a16: ['http://schemas.microsoft.com/office/drawing/2014/main'],
  p14: ['http://schemas.microsoft.com/office/powerpoint/2010/main'],
  p15: ['http://schemas.microsoft.com/office/powerpoint/2012/main'],
  asvg: ['http://schemas.microsoft.com/office/drawing/2016/SVG/main'],
  adec: ['http://schemas.microsoft.com/office/drawing/2017/decorative'],
  cx: ['http://schemas.microsoft.com/office/drawing/2014/chartex'],
  dsp: ['http://schemas.microsoft.com/office/drawing/2008/diagram'],
};

const prefixes = new Map(
  Object.entries(namespaces).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix] as const)),
);

/** The prefixes that an element declares, each with the one that the namespace usually has, and those around it. */
export interface Scope {
  readonly own: ReadonlyMap<string, string>;
  readonly parent?: Scope;
}

export const emptyScope: Scope = { own: new Map([['xml', 'xml']]) };

/** The scope of an element: that of its parent, and its own declarations. */
export function scopeOf(attributes: Readonly<Record<string, string>>, parent: Scope): Scope {
  const own = Object.entries(attributes).filter(([name]) => /^xmlns(?::|$)/.test(name));
  if (own.length === 0) return parent;
  const declared = own.map(
    ([name, uri]) => [name.slice(6), prefixes.get(uri) ?? name.slice(6)] as const,
  );
  return { own: new Map(declared), parent };
}

function prefixIn(scope: Scope, prefix: string): string {
  for (let each: Scope | undefined = scope; each; each = each.parent) {
    const usual = each.own.get(prefix);
    if (usual !== undefined) return usual;
  }
  return prefix;
}

/** A name with the prefix that its namespace usually has; elements without one are in the default namespace. */
export function usualName(name: string, scope: Scope, isAttribute = false): string {
  const colon = name.indexOf(':');
  if (colon < 0 && isAttribute) return name;
  const own = colon < 0 ? '' : name.slice(0, colon);
  const prefix = prefixIn(scope, own);
  const local = name.slice(colon + 1);
  return prefix === '' ? local : `${prefix}:${local}`;
}
