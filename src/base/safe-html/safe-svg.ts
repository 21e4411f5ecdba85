import { Parser } from 'htmlparser2';
import { escapeHtml } from '../html.ts';
import { checkSafety } from './attributes.ts';
import { loadsFile } from './css-loads.ts';
import { isForbidden, svgElements } from './elements.ts';

export interface SafeSvg {
  readonly svg: string;
  /** What was removed because it runs or loads something, each once: elements as `<script>`, attributes by their names. */
  readonly removed: readonly string[];
}

/** Deeper than images of drawing programs. */
const maxDepth = 200;

/** Characters that are parsed at a time. */
const pieceLength = 10_000;

/** The elements that draw: those allowed on slides, and in a file also style sheets and images. */
const allowed: ReadonlySet<string> = new Set(
  [...svgElements, 'style', 'image'].filter((name) => !/^(?:foreignObject|metadata)$/.test(name)),
);

const svgNamespace = 'http://www.w3.org/2000/svg';
const namespaces = `xmlns="${svgNamespace}" xmlns:xlink="http://www.w3.org/1999/xlink"`;

/**
 * Writes an SVG image anew with only the elements, attributes and addresses that draw it: what is left runs nothing
 * and loads nothing, also if the file is opened by itself.
 *
 * @returns `undefined` if it is not SVG, or nested too deeply
 */
export function makeSvgSafe(text: string): SafeSvg | undefined {
  const writer = new SvgWriter();
  const parser = new Parser(writer, { xmlMode: true });
  // The parser takes time by the square of the depth, so it gets no more when that is known.
  for (let at = 0; at < text.length && !writer.isTooDeep; at += pieceLength) {
    parser.write(text.slice(at, at + pieceLength));
  }
  if (!writer.isTooDeep) parser.end();
  return writer.result();
}

class SvgWriter {
  isTooDeep = false;
  readonly #removed = new Set<string>();
  readonly #open: string[] = [];
  readonly #parts: string[] = [];
  /** The prefix of SVG elements, with its colon. */
  #prefix: string | undefined;
  /** How many elements are open in one that is left out, with it. */
  #skipped = 0;
  #style = '';

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#prefix ??= prefixOf(name, attributes);
    const local = this.#localName(name);
    if (this.#open.length + this.#skipped >= maxDepth) this.isTooDeep = true;
    if (this.#skipped > 0 || local === undefined || this.#isLeftOut(local, attributes)) {
      this.#skipped++;
      return;
    }
    const written = this.#open.length === 0 ? ` ${namespaces}` : '';
    this.#parts.push(`<${local}${written}${this.#attributes(local, attributes)}>`);
    this.#open.push(local);
  }

  ontext(text: string): void {
    if (this.#skipped > 0 || this.#open.length === 0) return;
    if (this.#open.at(-1) === 'style') this.#style += text;
    else this.#parts.push(xmlText(text));
  }

  onclosetag(): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    const name = this.#open.pop();
    if (name === undefined) return;
    if (name === 'style') this.#writeStyle();
    this.#parts.push(`</${name}>`);
  }

  result(): SafeSvg | undefined {
    if (this.#parts.length === 0 || this.isTooDeep) return undefined;
    return { svg: this.#parts.join(''), removed: [...this.#removed] };
  }

  /** The name of an element of SVG without its prefix; `undefined` for all others, and after the first root. */
  #localName(name: string): string | undefined {
    const prefix = this.#prefix ?? '';
    if (this.#open.length === 0 && this.#parts.length > 0) return undefined;
    if (!name.startsWith(prefix)) return undefined;
    const local = name.slice(prefix.length);
    return this.#open.length === 0 && local !== 'svg' ? undefined : local;
  }

  #isLeftOut(name: string, attributes: Readonly<Record<string, string>>): boolean {
    const isImage = name !== 'image' || isEmbeddedImage(addressOf(attributes));
    if (allowed.has(name) && isImage) return false;
    if (isForbidden(name.toLowerCase()) || name === 'foreignObject') this.#removed.add(`<${name}>`);
    return true;
  }

  #attributes(element: string, attributes: Readonly<Record<string, string>>): string {
    return Object.entries(attributes)
      .filter(([name, value]) => this.#isKept(element, name, value))
      .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
      .join('');
  }

  #isKept(element: string, name: string, value: string): boolean {
    if (/^xmlns(?::|$)/.test(name)) return false;
    if (name.includes(':') && !/^(?:xml:space|xml:lang|xlink:href)$/.test(name)) return false;
    if (element === 'image' && /^(?:xlink:)?href$/.test(name)) return isEmbeddedImage(value);
    const safety = checkSafety({ element, name: name.toLowerCase(), value });
    if (safety === 'unsafe') this.#removed.add(name);
    return safety === 'safe';
  }

  #writeStyle(): void {
    // Fonts of an image are not needed to draw its shapes.
    const css = this.#style.replace(/@font-face\s*\{[^{}]*\}/gi, '');
    if (loadsFile(css)) this.#removed.add('<style>');
    else this.#parts.push(xmlText(css));
    this.#style = '';
  }
}

/** The prefix of an element in the namespace of SVG; the default one if it is in another or none. */
function prefixOf(name: string, attributes: Readonly<Record<string, string>>): string {
  const [, prefix] = /^([^:]+):/.exec(name) ?? [];
  return prefix !== undefined && attributes[`xmlns:${prefix}`] === svgNamespace ? `${prefix}:` : '';
}

function addressOf(attributes: Readonly<Record<string, string>>): string {
  return attributes.href ?? attributes['xlink:href'] ?? '';
}

/** Whether an address contains a raster image; an SVG image is a document that could load others. */
function isEmbeddedImage(address: string): boolean {
  return /^\s*data:image\/(?:png|jpe?g|gif|webp|avif|bmp)[;,]/i.test(address);
}

/** A text or a value without characters that XML cannot contain. */
function xmlText(text: string): string {
  return escapeHtml(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
}
