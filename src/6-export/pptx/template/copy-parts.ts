import type { Template } from '../../../1-load/template/open-template.ts';
import { isSvg } from '../../../base/files/media-types.ts';
import { PresentationError } from '../../../base/ooxml/open-presentation.ts';
import { declareUtf8, type Relationship } from '../../../base/ooxml/package.ts';
import { childOf, childrenOf } from '../../../base/ooxml/xml-tree.ts';
import { decodeText } from '../../../base/ooxml/zip.ts';
import { makeSvgSafe } from '../../../base/safe-html/safe-svg.ts';
import type { Package, Part } from '../package/package.ts';
import { giveShapesIds } from './shape-ids.ts';
import { runsSomething, stripXml } from './strip-xml.ts';

/** The types of relationships that lead to what a master shows. */
const copied = new Set([
  'slideMaster',
  'slideLayout',
  'theme',
  'themeOverride',
  'image',
  'hdphoto',
  'media',
  'video',
  'audio',
  'font',
  'notesMaster',
  'handoutMaster',
]);

/** What is dropped without a word: it belongs to slides and programs, and nobody sees it. */
const silent = new Set(['tags', 'customXml', 'slide', 'printerSettings', 'customXmlProps']);

/** The names of what describes a package, and of parts that are Lectern's own. */
const reserved =
  /(?:^|\/)_rels\/|\.rels$|^\[content_types\]\.xml$|^docprops\/|^ppt\/(?:presentation|presprops|viewprops)\.xml$/i;

const emptySvg = '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** Something of a template that is not in the file. */
export interface DroppedPart {
  readonly kind: 'link' | 'macros' | 'embedded' | 'image';
  readonly detail: string;
}

interface CopiedMaster {
  readonly part: Part;
  /** That of the template, if it has one. */
  readonly id: string | undefined;
}

/** Copies masters, layouts and what they show from a template, byte by byte where nothing is removed. */
export class TemplateParts {
  readonly #template: Template;
  readonly #parts: Package;
  readonly #copies = new Map<string, Part>();
  readonly #dropped = new Map<string, DroppedPart>();

  constructor(template: Template, parts: Package) {
    this.#template = template;
    this.#parts = parts;
    if (template.hasMacros) this.#drop('macros', 'its macros');
  }

  get dropped(): readonly DroppedPart[] {
    return [...this.#dropped.values()];
  }

  /** Copies the masters with all that they show. @throws ArchiveError | PresentationError */
  copyMasters(): readonly CopiedMaster[] {
    const { file, main } = this.#template;
    const list = childOf(file.xml(main), 'p:sldMasterIdLst');
    return childrenOf(list, 'p:sldMasterId').flatMap(({ attributes }) => {
      const target = file.relationship(main, attributes['r:id'])?.target;
      return target !== undefined && file.has(target)
        ? [{ part: this.copy(target), id: attributes.id }]
        : [];
    });
  }

  /** Copies what the main part refers to by a type of relationship. @throws ArchiveError | PresentationError */
  copyRelated(type: string): Part | undefined {
    const { file, main } = this.#template;
    const target = file.related(main, type);
    return target === undefined ? undefined : this.copy(target);
  }

  /** Copies a part and what it leads to. @throws ArchiveError | PresentationError */
  copy(path: string): Part {
    // Names of parts do not differ in case.
    const key = path.toLowerCase();
    const known = this.#copies.get(key);
    if (known) return known;
    if (reserved.test(path)) {
      const message = `uses ${JSON.stringify(path)} as a part of a slide`;
      throw new PresentationError(message, 'save it in PowerPoint again');
    }
    const { file } = this.#template;
    const part = this.#parts.add(path, file.typeOf(path) ?? 'application/octet-stream');
    this.#copies.set(key, part);
    const lost = new Set<string>();
    for (const relationship of file.relationships(path)) {
      const { id, typeUri, target } = relationship;
      if (this.#isCopied(relationship)) part.restore(id, typeUri, this.copy(target));
      else lost.add(id);
    }
    part.content = this.#contentOf(path, part.type, lost);
    return part;
  }

  #isCopied({ type, target, isExternal }: Relationship): boolean {
    if (isExternal) this.#drop('link', target);
    else if (!silent.has(type) && !copied.has(type))
      this.#drop('embedded', target.replace(/^.*\//, ''));
    return !isExternal && copied.has(type) && this.#template.file.has(target);
  }

  #contentOf(path: string, type: string, lost: ReadonlySet<string>): Uint8Array {
    const { file } = this.#template;
    if (type === 'image/svg+xml' || isSvg(file.bytes(path).subarray(0, 4096)))
      return this.#safeSvg(path);
    if (!/[+/]xml$/.test(type)) return file.bytes(path);
    const text = file.text(path);
    if (/<!DOCTYPE/i.test(text))
      throw new PresentationError('declares entities of its own', 'save it in PowerPoint again');
    const root = file.xml(path);
    const runs = runsSomething(root);
    if (runs) this.#drop('macros', 'actions that run macros or programs');
    const unique = giveShapesIds(text, root);
    const kept = lost.size > 0 || runs ? stripXml(unique, lost) : unique;
    return kept === text ? file.bytes(path) : new TextEncoder().encode(declareUtf8(kept));
  }

  #safeSvg(path: string): Uint8Array {
    const safe = makeSvgSafe(decodeText(this.#template.file.bytes(path)));
    if (!safe || safe.removed.length > 0) this.#drop('image', path.replace(/^.*\//s, ''));
    return new TextEncoder().encode(safe?.svg ?? emptySvg);
  }

  #drop(kind: DroppedPart['kind'], detail: string): void {
    this.#dropped.set(`${kind} ${detail}`, { kind, detail });
  }
}
