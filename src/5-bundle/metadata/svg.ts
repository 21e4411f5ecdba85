import { isDrawnAttribute } from '../../base/safe-html/attributes.ts';
import { svgElements } from '../../base/safe-html/elements.ts';
import { replaceEntities } from './svg-entities.ts';

/**
 * Removes from an SVG image what a browser does not draw: comments, metadata, titles and descriptions, scripts, and
 * the data of drawing programs, such as the path of the file.
 *
 * @param stripNested removes the metadata of the images in it
 * @throws RangeError if the image is damaged
 */
export function stripSvg(svg: string, stripNested: (text: string) => string): string {
  return stripNested(new SvgStripper(replaceEntities(svg)).strip());
}

class SvgStripper {
  readonly #svg: string;
  /** The prefixes of vocabularies that browsers do not know. */
  readonly #foreign: ReadonlySet<string>;
  /** The attributes that style sheets select. */
  readonly #selected: ReadonlySet<string>;
  /** The number of removed elements around the current place, and of HTML in the image. */
  #removed = 0;
  #html = 0;

  constructor(svg: string) {
    this.#svg = svg;
    this.#foreign = new Set(Array.from(svg.matchAll(foreignPrefix), ([, prefix = '']) => prefix));
    const css = Array.from(svg.matchAll(styleElement), ([, , text = '']) => text).join('');
    this.#selected = new Set(Array.from(css.matchAll(/\[\s*([\w-]+)/g), ([, name = '']) => name));
  }

  strip(): string {
    let text = '';
    let end = 0;
    for (const { 0: token, 1: closing, 2: name, index } of this.#svg.matchAll(tokens)) {
      if (this.#removed === 0) text += this.#svg.slice(end, index);
      end = index + token.length;
      const kept =
        name === undefined ? keepSection(token) : this.#keepTag(token, name, closing === '/');
      if (this.#removed === 0) text += kept;
    }
    if (this.#removed > 0) throw new RangeError('an element is not closed');
    return (text + this.#svg.slice(end)).replace(styleElement, (_, open, css: string, close) => {
      return open + withoutComments(css) + close;
    });
  }

  #keepTag(tag: string, name: string, isClosing: boolean): string {
    const isEmpty = tag.endsWith('/>');
    const local = name.slice(name.indexOf(':') + 1);
    if (this.#removed > 0) {
      // What is inside of a removed element ends before it.
      if (isClosing) this.#removed--;
      else if (!isEmpty) this.#removed++;
      return '';
    }
    const isHtml = this.#html > 0;
    if (local === 'foreignObject' && !isEmpty) this.#html += isClosing ? -1 : 1;
    if (isClosing) return tag;
    if (this.#isDrawn(tag, name, local, isHtml)) return this.#keepAttributes(tag);
    if (!isEmpty) this.#removed++;
    return '';
  }

  #isDrawn(tag: string, name: string, local: string, isHtml: boolean): boolean {
    if (this.#foreign.has(prefixOf(name)) || foreignNamespace.test(tag)) return false;
    if (hidden.has(local)) return false;
    return isHtml || drawn.has(local);
  }

  #keepAttributes(tag: string): string {
    return tag.replace(attribute, (whole, name: string, value: string) => {
      const prefix = prefixOf(name);
      const isForeign = this.#foreign.has(prefix === 'xmlns' ? name.slice(6) : prefix);
      if (isForeign) return '';
      if (name === 'style')
        return ` style=${value[0]}${withoutComments(value.slice(1, -1))}${value[0]}`;
      if (links.has(name)) return /^["']\s*(?:#|data:)/.test(value) ? whole : '';
      const isKept = prefix === 'xmlns' || this.#selected.has(name) || isDrawn(name);
      return isKept ? whole : '';
    });
  }
}

/** Comments and instructions are not drawn, except sections of text and what the image needs to be read. */
function keepSection(token: string): string {
  const isSheet = /^<\?xml-stylesheet\s[^>]*href\s*=\s*["'](?:#|data:)/.test(token);
  return isSheet || /^<(?:!\[CDATA\[|\?xml\s|!DOCTYPE)/i.test(token) ? token : '';
}

const styleElement = /(<(?:svg:)?style\b[^>]*>)([\s\S]*?)(<\/(?:svg:)?style\s*>)/gi;
/** Comments, and strings, which may look like some. */
const cssComment = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|'[^'\\]*(?:\\[\s\S][^'\\]*)*'|\/\*[\s\S]*?\*\//g;

/** Removes comments, and addresses of files, which an image does not load. */
function withoutComments(css: string): string {
  return css
    .replace(cssComment, (part) => (part.startsWith('/*') ? '' : part))
    .replace(/url\(\s*(?!["'\s]*(?:#|data:|&(?:quot|apos);))[^)]*\)/gi, 'url()');
}

/** Scripts of an image do not run. */
const hidden = new Set(['metadata', 'title', 'desc', 'script']);
const drawn = new Set([
  ...svgElements,
  ...'image style feImage font font-face font-face-format font-face-name font-face-src'.split(' '),
  ...'font-face-uri glyph missing-glyph hkern vkern animateColor discard'.split(' '),
]);

/** Attributes with the address of a file; in an image, browsers load none. */
const links = new Set(['href', 'xlink:href', 'src', 'poster']);
const ofFonts = new Set(['unicode', 'horiz-adv-x', 'units-per-em', 'ascent', 'descent']);

function isDrawn(attributeName: string): boolean {
  return isDrawnAttribute(attributeName) || ofFonts.has(attributeName);
}

/** Comments, sections, instructions and tags. */
const tokens =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>|<(\/?)([A-Za-z_][\w.:-]*)[^"'<>]*(?:(?:"[^"]*"|'[^']*')[^"'<>]*)*>/gi;
const attribute = /\s+([^\s"'=<>/]+)\s*=\s*("[^"]*"|'[^']*')/g;

const known = String.raw`http:\/\/www\.w3\.org\/(?:1999\/xlink|2000\/svg|XML\/1998\/namespace|1999\/xhtml|1998\/Math)`;
const foreignPrefix = new RegExp(String.raw`\sxmlns:([^\s=]+)\s*=\s*["'](?!${known})`, 'g');
const foreignNamespace = new RegExp(String.raw`\sxmlns\s*=\s*["'](?!${known})[^"']`);

function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}
