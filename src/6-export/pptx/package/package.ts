import { type Zippable, zipSync } from 'fflate';
import { element, type Xml, xmlFile } from '../xml.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** The relationships of parts, by the last word of their type. */
type Relation = string;

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: Part | string;
}

/** A file in the package, and what it refers to. */
export class Part {
  readonly path: string;
  readonly type: string;
  content: Xml | Uint8Array | undefined;
  readonly #relations: Relationship[] = [];

  /** @param path in the package, without a slash before it */
  constructor(path: string, type: string, content?: Xml | Uint8Array) {
    this.path = path;
    this.type = type;
    this.content = content;
  }

  /**
   * Refers to another part, or to an address.
   *
   * @param relation the last word of the type, or the whole type
   * @returns the id of the relationship, the same for the same target
   */
  relate(relation: Relation, target: Part | string): string {
    const type = relation.includes(':') ? relation : `${office}/${relation}`;
    const known = this.#relations.find((each) => each.target === target && each.type === type);
    if (known) return known.id;
    const id = `rId${this.#relations.length + 1}`;
    this.#relations.push({ id, type, target });
    return id;
  }

  /** Refers to a part by an id that its content has already. @param type the whole type */
  restore(id: string, type: string, target: Part): void {
    this.#relations.push({ id, type, target });
  }

  get relationships(): readonly Relationship[] {
    return this.#relations;
  }
}

/** The content of a package in Open Packaging Conventions, such as a presentation or a workbook. */
export class Package {
  readonly #parts = new Map<string, Part>();
  readonly #root = new Part('', '');
  readonly #counts = new Map<string, number>();

  add(path: string, type: string, content?: Xml | Uint8Array): Part {
    const part = new Part(path, type, content);
    this.#parts.set(path, part);
    return part;
  }

  /** Adds a part whose name ends with the next free number: `ppt/slides/slide1.xml`. */
  addNumbered(stem: string, extension: string, type: string, content?: Xml | Uint8Array): Part {
    let number = (this.#counts.get(stem) ?? 0) + 1;
    // The parts of a template keep their names.
    while (this.#parts.has(`${stem}${number}.${extension}`)) number++;
    this.#counts.set(stem, number);
    return this.add(`${stem}${number}.${extension}`, type, content);
  }

  /** @throws {Error} if there is no such part */
  get(path: string): Part {
    const part = this.#parts.get(path);
    if (!part) throw new Error(`no part ${path}`);
    return part;
  }

  /** Refers to a part from the package itself. */
  relate(relation: Relation, part: Part): void {
    this.#root.relate(relation, part);
  }

  /** The zip file: the same bytes for the same parts. */
  zip(): Buffer {
    const files: Zippable = {};
    const text = new TextEncoder();
    const add = (path: string, xml: Xml): void => {
      files[path] = text.encode(xmlFile(xml));
    };
    add('[Content_Types].xml', this.#contentTypes());
    add('_rels/.rels', writeRelationships(this.#root));
    for (const [path, part] of [...this.#parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (part.content instanceof Uint8Array) {
        files[path] = [part.content, { level: isPacked(path) ? 0 : 6 }];
      } else if (part.content) add(path, part.content);
      if (part.relationships.length > 0) add(relationsPath(path), writeRelationships(part));
    }
    // Zip files have no dates before 1980; the time is local, so that the bytes are the same everywhere.
    return Buffer.from(zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) }));
  }

  #contentTypes(): Xml {
    const types = new Map([
      ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
      ['xml', 'application/xml'],
    ]);
    const own: Xml[] = [];
    for (const { path, type } of [...this.#parts.values()].sort((a, b) =>
      a.path < b.path ? -1 : 1,
    )) {
      const extension = extensionOf(path);
      if (extension !== 'xml' && (types.get(extension) ?? type) === type)
        types.set(extension, type);
      else own.push(element('Override', { PartName: `/${path}`, ContentType: type }));
    }
    const defaults = [...types].map(([Extension, ContentType]) =>
      element('Default', { Extension, ContentType }),
    );
    return element('Types', { xmlns: `${packages}/content-types` }, defaults, own);
  }
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

/** Whether it would not become smaller. */
function isPacked(path: string): boolean {
  const large = ['svg', 'bmp', 'wav', 'vtt', 'xml', 'emf', 'wmf', 'fntdata'];
  return !large.includes(extensionOf(path));
}

function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function writeRelationships(part: Part): Xml {
  return element(
    'Relationships',
    { xmlns: `${packages}/relationships` },
    part.relationships.map(({ id, type, target }) =>
      element('Relationship', {
        Id: id,
        Type: type,
        Target: typeof target === 'string' ? target : `/${target.path}`,
        TargetMode: typeof target === 'string' ? 'External' : undefined,
      }),
    ),
  );
}
