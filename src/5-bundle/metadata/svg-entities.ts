/** More would be an attack: https://en.wikipedia.org/wiki/Billion_laughs_attack */
const maxLength = 50_000_000;

/**
 * Replaces the entities that an SVG image declares, and removes the declaration, which may contain comments and
 * unused texts. Default values of attributes stay.
 *
 * @throws RangeError if the entities contain too much
 */
export function replaceEntities(svg: string): string {
  const declaration = doctype.exec(svg)?.[0];
  if (declaration === undefined) return svg;
  const entities = new Entities(declaration);
  return svg.replace(doctype, attributeLists).replace(pieces, (piece) => {
    return /^<[!?]/.test(piece) ? piece : entities.replaceIn(piece, piece.startsWith('<'));
  });
}

const quoted = `"[^"]*"|'[^']*'`;
const mark = `<!--[\\s\\S]*?-->|<\\?[\\s\\S]*?\\?>|<![^"'>]*(?:(?:${quoted})[^"'>]*)*>`;
const doctype = new RegExp(`<!DOCTYPE(?:[^>["']|${quoted}|\\[(?:${mark}|[^\\]<])*\\])*>`, 'i');
const pieces = new RegExp(
  `<!--[\\s\\S]*?-->|<!\\[CDATA\\[[\\s\\S]*?\\]\\]>|${mark}|<[^"'<>]*(?:(?:${quoted})[^"'<>]*)*>|[^<]+`,
  'g',
);

class Entities {
  /** As written, then with the entities in them replaced. */
  readonly #written = new Map<string, string>();
  readonly #values = new Map<string, string>();
  #length = 0;

  constructor(declaration: string) {
    const text = declaration.replace(/<!--[\s\S]*?-->/g, '');
    for (const [, name = '', double, single] of text.matchAll(entity)) {
      // The first declaration counts. Browsers do not read other files.
      if (!this.#written.has(name)) this.#written.set(name, double ?? single ?? '');
    }
  }

  replaceIn(text: string, isTag: boolean): string {
    if (this.#written.size === 0) return text;
    return text.replace(/&([^\s&;#]+);/g, (whole, name: string) => {
      const value = this.#read(name);
      if (value === undefined) return whole;
      this.#length += value.length;
      if (this.#length > maxLength) throw new RangeError('the entities are too long');
      return isTag ? value.replaceAll('"', '&quot;').replaceAll("'", '&apos;') : value;
    });
  }

  #read(name: string): string | undefined {
    const known = this.#values.get(name);
    const written = this.#written.get(name);
    if (known !== undefined || written === undefined) return known;
    // An entity that contains itself is empty.
    this.#values.set(name, '');
    const value = this.replaceIn(written, written.includes('<'));
    this.#values.set(name, value);
    return value;
  }
}

const entity = /<!ENTITY\s+([^\s%"']+)\s+(?:(?:SYSTEM|PUBLIC)\b[^>]*|"([^"]*)"|'([^']*)')\s*>/g;

/** A declaration with the default values of attributes only. */
function attributeLists(declaration: string): string {
  const lists = declaration
    .replace(/<!--[\s\S]*?-->/g, '')
    .match(new RegExp(`<!ATTLIST(?:${quoted}|[^"'>])*>`, 'g'));
  return lists ? `<!DOCTYPE svg [${lists.join('')}]>` : '';
}
