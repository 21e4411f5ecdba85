import path from 'node:path';
import { localName } from './read-xml.ts';
import { parseXml, type XmlElement } from './xml-tree.ts';
import { ArchiveError, decodeText, ZipArchive } from './zip.ts';

/** How much larger the parts may be than the file, which may have large videos. */
const maxGrowth = 256 * 1024 * 1024;

/** The text of one part; slides with freehand drawings have some megabytes. */
const maxText = 64 * 1024 * 1024;

/** All parts that are read; a slide has some thousands. */
const maxElements = 2_000_000;

/** A relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `slideLayout`. */
  readonly type: string;
  /** The full type, as written. */
  readonly typeUri: string;
  /** The path of a part, or a URL if it is external. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** A file in Open Packaging Conventions (ECMA-376 Part 2), read one part at a time. */
export class OoxmlPackage {
  readonly #archive: ZipArchive;
  readonly #trees = new Map<string, XmlElement>();
  readonly #relationships = new Map<string, ReadonlyMap<string, Relationship>>();
  readonly #unpacked = new Map<string, Buffer>();
  readonly #room = { elements: maxElements };
  #types: ContentTypes | undefined;

  /**
   * @param limit of what all parts have when unpacked, in bytes
   * @throws ArchiveError if the list of parts is damaged, its sizes exceed the limit, or a name leads out of the file
   */
  constructor(bytes: Buffer, limit = bytes.length + maxGrowth) {
    this.#archive = new ZipArchive(bytes, limit);
    if (this.#archive.unpackedSize > limit)
      throw new ArchiveError(`unpacks to more than ${Math.round(limit / 1024 / 1024)} MB`);
    const bad = this.#archive.names.find(isUnsafe);
    if (bad !== undefined)
      throw new ArchiveError(`contains a part with the unsafe name ${JSON.stringify(bad)}`);
  }

  /** The paths of all parts, in the order of the archive. */
  get paths(): readonly string[] {
    return this.#archive.names.filter((name) => !name.endsWith('/'));
  }

  has(part: string): boolean {
    return this.#archive.has(part);
  }

  /**
   * The bytes of a part, which is unpacked once.
   *
   * @throws ArchiveError if it is missing, damaged or too large
   */
  bytes(part: string): Buffer {
    const key = part.toLowerCase();
    const bytes = this.#unpacked.get(key) ?? this.#archive.readBytes(part);
    if (!bytes) throw new ArchiveError(`is incomplete: ${part} is missing`);
    this.#unpacked.set(key, bytes);
    return bytes;
  }

  /** Replaces the text of a part, for whoever reads it from now on. */
  replace(part: string, text: string): void {
    this.#unpacked.set(part.toLowerCase(), Buffer.from(declareUtf8(text)));
    this.#trees.delete(part.toLowerCase());
  }

  /** @throws ArchiveError */
  text(part: string): string {
    const bytes = this.bytes(part);
    if (bytes.length > maxText)
      throw new ArchiveError(`has a part with more than ${maxText / 1024 / 1024} MB of text`);
    return decodeText(bytes);
  }

  /** The root element of a part. @throws ArchiveError */
  xml(part: string): XmlElement {
    const key = part.toLowerCase();
    const tree = this.#trees.get(key) ?? parseXml(this.text(part), this.#room);
    this.#trees.set(key, tree);
    return tree;
  }

  /** The content type of a part; `undefined` if the file does not say. @throws ArchiveError */
  typeOf(part: string): string | undefined {
    this.#types ??= this.#readTypes();
    const extension = path.posix.extname(part).slice(1).toLowerCase();
    return this.#types.parts.get(part.toLowerCase()) ?? this.#types.extensions.get(extension);
  }

  /** The relationships of a part, of the whole file if the path is empty. @throws ArchiveError */
  relationships(part: string): readonly Relationship[] {
    return [...this.#relationshipsOf(part).values()];
  }

  /** The relationship with an id. @throws ArchiveError */
  relationship(part: string, id: string | undefined): Relationship | undefined {
    return id === undefined ? undefined : this.#relationshipsOf(part).get(id);
  }

  /** The first part that a part is related to by a type, if it is in the file. @throws ArchiveError */
  related(part: string, type: string): string | undefined {
    const found = this.relationships(part).find((each) => each.type === type && !each.isExternal);
    return found && this.has(found.target) ? found.target : undefined;
  }

  /** The root element of that part. @throws ArchiveError */
  relatedXml(part: string, type: string): XmlElement | undefined {
    const found = this.related(part, type);
    return found === undefined ? undefined : this.xml(found);
  }

  #relationshipsOf(part: string): ReadonlyMap<string, Relationship> {
    const cached = this.#relationships.get(part);
    if (cached) return cached;
    const found = new Map<string, Relationship>();
    // Of two with an id, the first counts.
    for (const each of this.#readRelationships(part))
      if (!found.has(each.id)) found.set(each.id, each);
    this.#relationships.set(part, found);
    return found;
  }

  #readRelationships(part: string): readonly Relationship[] {
    const { dir, base } = path.posix.parse(part);
    const file = path.posix.join(dir, '_rels', `${base}.rels`);
    if (!this.has(file)) return [];
    return this.xml(file).children.flatMap(({ name, attributes }) => {
      const { Id = '', Type = '', Target = '', TargetMode } = attributes;
      if (localName(name) !== 'Relationship' || Id === '') return [];
      const isExternal = TargetMode === 'External';
      const target = isExternal ? Target : resolvePart(dir, Target);
      return [{ id: Id, type: Type.replace(/^.*\//s, ''), typeUri: Type, target, isExternal }];
    });
  }

  #readTypes(): ContentTypes {
    const root = this.xml('[Content_Types].xml');
    const all = root.children.map(({ name, attributes }) => ({
      name: localName(name),
      attributes,
    }));
    const entries = (kind: string, key: string): ReadonlyMap<string, string> =>
      new Map(
        all
          .filter(({ name }) => name === kind)
          .map(({ attributes }) => [
            (attributes[key] ?? '').replace(/^\//, '').toLowerCase(),
            attributes.ContentType ?? '',
          ]),
      );
    return { parts: entries('Override', 'PartName'), extensions: entries('Default', 'Extension') };
  }
}

/** Text that was read from another encoding is written as UTF-8. */
export function declareUtf8(xml: string): string {
  return xml.replace(/^(\uFEFF?<\?xml[^>]*encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2');
}

interface ContentTypes {
  readonly parts: ReadonlyMap<string, string>;
  readonly extensions: ReadonlyMap<string, string>;
}

/** Whether a name leads out of the file, or to a place on the disk. */
function isUnsafe(name: string): boolean {
  return /^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)|[\x00-\x1f]/.test(name);
}

/** The path of a part that a relationship of a part in `folder` leads to; never out of the file. */
function resolvePart(folder: string, target: string): string {
  const [file = ''] = target.replaceAll('\\', '/').split('#');
  return path.posix.join('/', file.startsWith('/') ? '' : folder, decode(file)).slice(1);
}

function decode(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
