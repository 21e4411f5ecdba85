import type { Document, Element } from 'domhandler';
import { strFromU8, unzipSync } from 'fflate';
import { DomUtils, parseDocument } from 'htmlparser2';

/** The parts of a file in Open Packaging Conventions, by their paths. */
export class OpenedFile {
  readonly bytes: Buffer;
  readonly parts: Readonly<Record<string, Uint8Array>>;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes);
    this.parts = unzipSync(bytes);
  }

  get paths(): readonly string[] {
    return Object.keys(this.parts);
  }

  text(name: string): string {
    const part = this.parts[name];
    if (!part) throw new Error(`no part ${name}`);
    return strFromU8(part);
  }

  xml(name: string): Document {
    return parseDocument(this.text(name), { xmlMode: true });
  }

  /** The parts whose paths begin with a stem and end with a number, in the order of the numbers. */
  numbered(stem: string): readonly string[] {
    const numberOf = (name: string): number => Number(/(\d+)\.\w+$/.exec(name)?.[1]);
    const own = this.paths.filter((name) => name.startsWith(stem) && !name.includes('_rels'));
    return own.sort((a, b) => numberOf(a) - numberOf(b));
  }

  get slides(): readonly Document[] {
    return this.numbered('ppt/slides/slide').map((name) => this.xml(name));
  }
}

/** @param index from 0 */
export function slideAt(file: OpenedFile, index: number): Document {
  const slide = file.slides[index];
  if (!slide) throw new Error(`no slide ${index}`);
  return slide;
}

export function elements(root: Document | Element, name: string): readonly Element[] {
  return DomUtils.getElementsByTagName(name, root.children, true);
}

/** The paragraphs of a part, each in one line. */
export function paragraphsOf(root: Document | Element): readonly string[] {
  return elements(root, 'a:p')
    .map(textOf)
    .filter((text) => text !== '');
}

/** The text of the runs of an element. */
export function textOf(element: Element | Document): string {
  return elements(element, 'a:t')
    .map((run) => DomUtils.textContent(run))
    .join('');
}
