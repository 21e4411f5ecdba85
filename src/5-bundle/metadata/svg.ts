/**
 * Removes from an SVG image what a browser does not draw: comments, metadata, titles and descriptions, and the
 * data of drawing programs, such as the path of the file.
 *
 * @param stripNested removes the metadata of the images in it
 */
export function stripSvg(svg: string, stripNested: (text: string) => string): string {
  const namespaces = Array.from(svg.matchAll(editorNamespace), ([, prefix = '']) => prefix);
  let text = '';
  let end = 0;
  /** The number of removed elements around the current place. */
  let depth = 0;
  for (const { 0: token, 1: closing, 2: name, index } of svg.matchAll(tokens)) {
    if (depth === 0) text += svg.slice(end, index);
    end = index + token.length;
    if (name === undefined) {
      const isKept = /^<(?:!\[CDATA\[|\?xml[\s-]|!DOCTYPE)/i.test(token);
      if (isKept && depth === 0) text += token;
      continue;
    }
    const isRemoved = removed.test(name) || namespaces.includes(prefixOf(name));
    const isEmpty = token.endsWith('/>');
    if (isRemoved && closing) depth = Math.max(0, depth - 1);
    else if (isRemoved && !isEmpty) depth++;
    else if (!isRemoved && depth === 0) text += withoutAttributes(token, namespaces);
  }
  if (depth > 0) throw new RangeError('an element is not closed');
  const styled = (text + svg.slice(end)).replace(styleElement, (_, open, css: string, close) => {
    return open + css.replace(cssComment, (part) => (part.startsWith('/*') ? '' : part)) + close;
  });
  return stripNested(styled);
}

const styleElement = /(<(?:svg:)?style\b[^>]*>)([\s\S]*?)(<\/(?:svg:)?style\s*>)/gi;
/** Comments, and strings, which may look like some. */
const cssComment = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\/\*[\s\S]*?\*\//g;

const removed = /^(?:svg:)?(?:metadata|title|desc)$/;

/** Comments, sections, instructions and tags. */
const tokens =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>|<(\/?)([A-Za-z_][\w.:-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

/** The prefixes of vocabularies that browsers do not know. */
const editorNamespace =
  /\sxmlns:([\w.-]+)\s*=\s*["'](?!http:\/\/www\.w3\.org\/(?:1999\/xlink|2000\/svg|XML\/1998\/namespace|1999\/xhtml|1998\/Math))/g;

function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}

/** Removes the attributes of drawing programs. */
function withoutAttributes(tag: string, namespaces: readonly string[]): string {
  // A path on the disk of the author.
  const own = tag.replace(/\s+xml:base\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
  if (namespaces.length === 0) return own;
  return own.replace(/\s+([\w.-]+):([\w.-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g, (whole, prefix, name) => {
    const isEditor =
      namespaces.includes(prefix) || (prefix === 'xmlns' && namespaces.includes(name));
    return isEditor ? '' : whole;
  });
}
